//! Bodies that are sent: bytes, files and readers, in one piece or in many.

use std::io::{self, Read, Write};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use tintype_runtime_tests::clerk::Clerk;
use tintype_runtime_tests::runtime::{
    Body, BoxFuture, ErrorKind, File, HttpRequest, HttpResponse, MockReply, MultipartForm,
    Transport, TransportError,
};

use crate::mocked;
use crate::server::{Play, Server, answer};

/// Keeps what it is sent.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<Body>>>);

impl Transport for Kept {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        self.0.lock().unwrap().push(request.body);
        let response = HttpResponse::new(StatusCode::NO_CONTENT, HeaderMap::new(), Bytes::new());
        Box::pin(std::future::ready(Ok(response)))
    }
}

#[tokio::test]
async fn a_file_in_a_form_is_not_copied() {
    let content = vec![7; 1 << 20];
    let at = content.as_ptr();
    let form = MultipartForm::new().file("file", &File::new(content));
    let kept = Kept::default();
    let clerk = Clerk::builder("sk")
        .transport(kept.clone())
        .build()
        .unwrap();
    clerk.users().add_picture(&form, &[]).await.unwrap();
    let body = kept.0.lock().unwrap().remove(0);
    let mut stream = body.begin().unwrap();
    let mut pieces = Vec::new();
    while let Some(piece) = stream.chunk().await.unwrap() {
        pieces.push(piece);
    }
    assert!(
        pieces
            .iter()
            .any(|piece| piece.as_ptr() == at && piece.len() == 1 << 20)
    );
    let length: usize = pieces.iter().map(Bytes::len).sum();
    assert_eq!(body.len(), Some(length as u64));
}

/// A file that is gone when the test is.
fn on_disk(content: &[u8]) -> (tempfile::NamedTempFile, std::path::PathBuf) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(content).unwrap();
    let path = file.path().to_owned();
    (file, path)
}

#[tokio::test]
async fn a_file_on_the_disk_is_sent_with_its_length_and_again_if_it_must_be() {
    let (_file, path) = on_disk(&vec![b'x'; 200_000]);
    let server = Server::start([
        answer("429 Too Many Requests", "retry-after: 0\r\n", ""),
        answer("204 No Content", "", ""),
    ])
    .await;
    let form = MultipartForm::new().file("file", &File::open(&path).unwrap());
    server
        .client()
        .users()
        .add_picture(&form, &[])
        .await
        .unwrap();
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    for request in requests {
        let (head, body) = request.split_once("\r\n\r\n").unwrap();
        assert!(
            head.contains(&format!("content-length: {}", body.len())),
            "{head}"
        );
        assert!(body.contains(&"x".repeat(200_000)));
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(body.contains(&format!("filename=\"{name}\"")));
    }
}

#[tokio::test]
async fn what_a_reader_gives_is_sent_once_and_never_again() {
    let form = MultipartForm::new().file("file", &File::reader(io::repeat(b'y').take(100_000)));
    let server = Server::start([answer("429 Too Many Requests", "retry-after: 0\r\n", "")]).await;
    let clerk = server.client();
    let request = clerk.users().add_picture(&form, &[]);
    let error = request.clone().await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    // The server reads as much of a request as its length says, and this one has none.
    assert!(server.requests()[0].contains("transfer-encoding: chunked"));
    let error = request.await.unwrap_err();
    assert!(
        !error.was_sent() && error.to_string().contains("cannot be read again"),
        "{error}"
    );
    assert_eq!((error.attempts(), server.requests().len()), (1, 1));
}

#[tokio::test]
async fn how_much_was_sent_is_told_in_each_attempt() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&told);
    let body = Body::from(vec![b'x'; 200_000]);
    let body = body.progress(move |sent| notes.lock().unwrap().push(sent));
    let form = MultipartForm::new().file("file", &File::body(body).name("x.bin"));
    let server = Server::start([
        answer("429 Too Many Requests", "retry-after: 0\r\n", ""),
        answer("204 No Content", "", ""),
    ])
    .await;
    let clerk = server.client();
    clerk.users().add_picture(&form, &[]).await.unwrap();
    let sent = [65_536, 131_072, 196_608, 200_000];
    assert_eq!(*told.lock().unwrap(), sent.repeat(2));
    let request = server.requests().remove(1);
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    assert!(head.contains(&format!("content-length: {}", body.len())));
    assert!(body.contains(&"x".repeat(200_000)) && body.contains("filename=\"x.bin\""));
}

#[tokio::test]
async fn a_stream_may_be_a_part_of_a_form_and_is_sent_once() {
    let body = Body::stream(Bytes::from_static(b"in pieces"));
    let form = MultipartForm::new().file("file", &File::body(body));
    let server = Server::start([answer("429 Too Many Requests", "retry-after: 0\r\n", "")]).await;
    let clerk = server.client();
    let error = clerk.users().add_picture(&form, &[]).await.unwrap_err();
    assert_eq!((error.attempts(), server.requests().len()), (1, 1));
}

#[tokio::test]
async fn a_raw_body_may_be_a_reader_with_a_length() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(200, "[]"));
    let body = Body::reader(&b"hello"[..]).length(5);
    clerk
        .users()
        .list_users()
        .raw_body("text/plain", body)
        .await
        .unwrap();
    let request = &mock.requests()[0];
    assert_eq!(
        (&*request.body, &request.headers["content-type"]),
        (&b"hello"[..], &"text/plain".parse().unwrap())
    );
}

#[tokio::test]
async fn a_body_whose_type_the_document_leaves_open_is_sent_under_the_name_that_the_caller_gives() {
    let (clerk, mock) = mocked();
    let image = || {
        let request = clerk.users().list_users();
        request.raw_body("image/*", b"\x89PNG".as_slice())
    };
    let error = image().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    let why = "the body may have any media type of `image/*`, and nobody says which: name it with `.header(\"content-type\", …)`";
    assert!(error.to_string().ends_with(why), "{error}");
    assert_eq!(mock.requests().len(), 0);

    mock.push(MockReply::json(200, "[]"));
    image().header("Content-Type", "image/png").await.unwrap();
    assert_eq!(mock.requests()[0].headers["content-type"], "image/png");
}

#[tokio::test]
async fn a_file_that_is_not_there_is_an_error_before_anything_is_sent() {
    assert!(File::open("/nowhere/at/all").is_err() && Body::file("/nowhere/at/all").is_err());
    let (file, path) = on_disk(b"1");
    let form = MultipartForm::new().file("file", &File::open(path).unwrap());
    drop(file);
    let (clerk, mock) = mocked();
    let error = clerk.users().add_picture(&form, &[]).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(mock.requests().is_empty());
}

/// A reader that fails half way.
struct Broken(bool);

impl Read for Broken {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if std::mem::replace(&mut self.0, true) {
            return Err(io::Error::other("the disk is gone"));
        }
        buffer[..3].copy_from_slice(b"abc");
        Ok(3)
    }
}

#[tokio::test]
async fn a_reader_that_fails_is_the_cause_of_the_error() {
    let server = Server::start([Play::Hang]).await;
    let form = MultipartForm::new().file("file", &File::reader(Broken(false)));
    let error = server
        .client()
        .users()
        .add_picture(&form, &[])
        .await
        .unwrap_err();
    assert!(error.to_string().contains("the disk is gone"), "{error}");
    assert_eq!(error.attempts(), 1);
}

/// Much more than a machine would like to hold, piece by piece.
#[tokio::test]
async fn a_long_body_is_never_in_memory_as_a_whole() {
    const LENGTH: u64 = 1 << 28;
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    tokio::spawn(async move {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        let (mut stream, _) = listener.accept().await.unwrap();
        let (mut buffer, mut count) = (vec![0; 1 << 16], 0);
        while count < LENGTH {
            count += stream.read(&mut buffer).await.unwrap() as u64;
        }
        stream
            .write_all(b"HTTP/1.1 204 No Content\r\n\r\n")
            .await
            .unwrap();
        sender.send(count).unwrap();
    });
    let clerk = Clerk::builder("sk").server_url(&url).build().unwrap();
    let body = Body::reader(io::repeat(b'z').take(LENGTH)).length(LENGTH);
    let form = clerk.users().add_picture(&MultipartForm::new(), &[]);
    form.raw_body("application/octet-stream", body)
        .await
        .unwrap();
    assert!(receiver.await.unwrap() >= LENGTH);
}
