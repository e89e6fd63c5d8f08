//! An HTTP server on a real loopback socket that fails in every way a server can.
//!
//! It runs on a thread of its own, so it answers whatever the client's thread does. It knows just enough of HTTP/1.1 to
//! read a request to its end, and sends the bytes that a test gives it.

use std::collections::VecDeque;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};

/// A request as it came over the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Received {
    /// The request line, such as `POST /v1/users HTTP/1.1`.
    pub(crate) line: String,
    /// The lines of the headers, sorted: their order says nothing.
    pub(crate) headers: Vec<String>,
    pub(crate) body: String,
}

impl Received {
    /// The target of the request line.
    pub(crate) fn path(&self) -> &str {
        self.line.split(' ').nth(1).unwrap()
    }

    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// What the server does with one request: it sends some bytes, and then ends in some way.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    bytes: String,
    end: End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Waits for the next request on the same connection.
    Keep,
    Close,
    Reset,
    Silence,
}

impl Reply {
    /// Bytes as they are.
    pub(crate) fn bytes(bytes: impl Into<String>) -> Self {
        Self {
            bytes: bytes.into(),
            end: End::Keep,
        }
    }

    /// No bytes at all; how it ends is all there is.
    pub(crate) fn nothing() -> Self {
        Self::bytes("")
    }

    /// An answer of some type.
    pub(crate) fn new(status: u16, content_type: &str, body: &str) -> Self {
        let length = body.len();
        Self::bytes(format!(
            "HTTP/1.1 {status} \r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n\r\n{body}"
        ))
    }

    /// A JSON answer.
    pub(crate) fn json(status: u16, body: &str) -> Self {
        Self::new(status, "application/json", body)
    }

    /// Adds a header.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        let line = format!("\r\n{name}: {value}\r\ncontent-type");
        self.bytes = self.bytes.replacen("\r\ncontent-type", &line, 1);
        self
    }

    /// Leaves out the last bytes.
    pub(crate) fn without_last(mut self, bytes: usize) -> Self {
        self.bytes.truncate(self.bytes.len() - bytes);
        self
    }

    /// Ends the connection in good order.
    pub(crate) fn then_close(mut self) -> Self {
        self.end = End::Close;
        self
    }

    /// Breaks the connection off (TCP reset).
    pub(crate) fn then_reset(mut self) -> Self {
        self.end = End::Reset;
        self
    }

    /// Says nothing more, for ever.
    pub(crate) fn then_silence(mut self) -> Self {
        self.end = End::Silence;
        self
    }
}

type Handler = dyn Fn(&Received) -> Reply + Send + Sync;

/// A server that listens until it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
    runtime: Option<Runtime>,
}

impl Server {
    /// Answers the requests in order; one too many gets a status that no client takes for anything else.
    pub(crate) fn with(replies: impl IntoIterator<Item = Reply>) -> Self {
        let replies = Mutex::new(replies.into_iter().collect::<VecDeque<_>>());
        Self::answering(move |_| {
            let next = replies.lock().unwrap().pop_front();
            next.unwrap_or_else(|| Reply::new(599, "text/plain", "no more requests were expected"))
        })
    }

    /// Answers each request by what it asks.
    pub(crate) fn answering(handler: impl Fn(&Received) -> Reply + Send + Sync + 'static) -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let received = Arc::default();
        let handler: Arc<Handler> = Arc::new(handler);
        runtime.spawn(listen(listener, handler, Arc::clone(&received)));
        Self {
            address,
            received,
            runtime: Some(runtime),
        }
    }

    /// The host and the port, as a `Host` header names them.
    pub(crate) fn host(&self) -> String {
        self.address.to_string()
    }

    /// The URL of the API on this server; the version is part of its path, as it is at Clerk's.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// All requests so far.
    pub(crate) fn requests(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// The only request.
    pub(crate) fn request(&self) -> Received {
        let requests = self.requests();
        assert_eq!(requests.len(), 1, "{requests:#?}");
        requests[0].clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A runtime must not be waited for on a thread of another one.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn listen(
    listener: std::net::TcpListener,
    handler: Arc<Handler>,
    received: Arc<Mutex<Vec<Received>>>,
) {
    let listener = TcpListener::from_std(listener).unwrap();
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        tokio::spawn(converse(
            stream,
            Arc::clone(&handler),
            Arc::clone(&received),
        ));
    }
}

/// One connection, from its first request to its end.
async fn converse(
    mut stream: TcpStream,
    handler: Arc<Handler>,
    received: Arc<Mutex<Vec<Received>>>,
) {
    while let Some(request) = read(&mut stream).await {
        // It is on record before the client can see the reply.
        received.lock().unwrap().push(request.clone());
        let reply = handler(&request);
        if stream.write_all(reply.bytes.as_bytes()).await.is_err() {
            return;
        }
        match reply.end {
            End::Keep => {}
            End::Close => return,
            End::Reset => return stream.set_zero_linger().unwrap(),
            End::Silence => return std::future::pending().await,
        }
    }
}

/// Reads a request to its end; `None` if the client has no more.
async fn read(stream: &mut TcpStream) -> Option<Received> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        bytes.push(stream.read_u8().await.ok()?);
    };
    let text = String::from_utf8(bytes[..head].to_vec()).unwrap();
    let mut lines = text.split("\r\n").map(str::to_owned);
    let line = lines.next()?;
    let mut headers: Vec<String> = lines.collect();
    headers.sort();
    let mut request = Received {
        line,
        headers,
        body: String::new(),
    };
    assert_eq!(request.header("transfer-encoding"), None);
    let length = request.header("content-length").unwrap_or("0");
    let mut body = vec![0; length.parse().unwrap()];
    stream.read_exact(&mut body).await.ok()?;
    request.body = String::from_utf8(body).unwrap();
    Some(request)
}
