//! TLS: which servers are trusted, and who is shown to them. The certificates were made for these tests and are used nowhere else.

use std::sync::Arc;

use tintype_runtime_tests::clerk::Clerk;
use tintype_runtime_tests::runtime::{Error, ErrorKind, HttpTransport};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{RootCertStore, ServerConfig};

use crate::SECRET;

const AUTHORITY: &[u8] = include_bytes!("tls/authority.pem");
const BOTH: &[u8] = include_bytes!("tls/both.pem");

/// A server that asks for a certificate of the authority, or for none.
async fn server(asks: bool) -> String {
    let authority = CertificateDer::from_pem_slice(AUTHORITY).unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(authority).unwrap();
    let config = ServerConfig::builder();
    let config = if asks {
        let verifier = WebPkiClientVerifier::builder(Arc::new(roots)).build();
        config.with_client_cert_verifier(verifier.unwrap())
    } else {
        config.with_no_client_auth()
    };
    let chain = vec![CertificateDer::from_pem_slice(BOTH).unwrap()];
    let key = PrivateKeyDer::from_pem_slice(BOTH).unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config.with_single_cert(chain, key).unwrap()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!(
        "https://localhost:{}",
        listener.local_addr().unwrap().port()
    );
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let mut stream = acceptor.accept(stream).await.ok()?;
                let mut request = [0; 4096];
                let _: usize = stream.read(&mut request).await.ok()?;
                let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n[\"user_1\"]";
                stream.write_all(answer).await.ok()
            });
        }
    });
    url
}

async fn list(url: &str, transport: HttpTransport) -> Result<Vec<String>, Error> {
    let builder = Clerk::builder(SECRET).server_url(url).transport(transport);
    builder.build().unwrap().users().list_users().await
}

#[tokio::test]
async fn a_certificate_that_is_not_trusted_is_refused_at_once() {
    let transport = HttpTransport::builder().build().unwrap();
    let error = list(&server(false).await, transport).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
    assert!(!error.was_sent());
    assert!(error.to_string().contains("certificate"), "{error}");
}

#[tokio::test]
async fn an_authority_of_the_caller_is_trusted() {
    let transport = HttpTransport::builder().root_certificate(AUTHORITY);
    let users = list(&server(false).await, transport.build().unwrap()).await;
    assert_eq!(users.unwrap(), ["user_1"]);
}

#[tokio::test]
async fn a_server_that_asks_for_a_certificate_is_shown_that_of_the_caller() {
    let url = server(true).await;
    let trusting = HttpTransport::builder().root_certificate(AUTHORITY);
    let nameless = list(&url, trusting.clone().build().unwrap()).await;
    assert_eq!(nameless.unwrap_err().kind(), ErrorKind::Connection);
    let known = trusting.client_certificate(BOTH).build().unwrap();
    assert_eq!(list(&url, known).await.unwrap(), ["user_1"]);
}

#[test]
fn what_is_no_certificate_and_no_proxy_is_refused_and_not_shown() {
    let wrong = [
        HttpTransport::builder().client_certificate("s3cret"),
        HttpTransport::builder().proxy("http://user:s3cret@"),
    ];
    for builder in wrong {
        assert!(!format!("{builder:?}").contains("s3cret"));
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(!format!("{error} {error:?}").contains("s3cret"), "{error}");
    }
}

/// `cargo test-native-tls`.
#[cfg(feature = "native-tls")]
#[tokio::test]
async fn the_tls_of_the_system_trusts_and_shows_the_same() {
    let url = server(true).await;
    let native = HttpTransport::builder().native_tls();
    let trusting_nobody = native.clone().build().unwrap();
    let error = list(&url, trusting_nobody).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
    assert!(!error.was_sent());
    assert!(error.to_string().contains("certificate"), "{error}");
    let known = native.root_certificate(AUTHORITY).client_certificate(BOTH);
    assert_eq!(
        list(&url, known.build().unwrap()).await.unwrap(),
        ["user_1"]
    );
}
