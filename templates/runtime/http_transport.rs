//! The default transport, which is `reqwest` inside. No other file mentions it but `tls` and `upload`.

#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
compile_error!(
    "there is no default transport on this target: turn off the default features, turn on `client`, and give a transport of your own"
);

use std::fmt::{self, Debug, Formatter};
use std::future::ready;
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, header::CONTENT_LENGTH};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::{Client, ClientBuilder, Proxy};
use url::Url;

use super::refusal::{ErrorKind, Refusal};
#[cfg(any(feature = "https", feature = "native-tls"))]
use super::tls::Tls;
use super::transport::{HttpRequest, HttpResponse, Transport};
use super::{
    body::ByteStream, boxed::BoxFuture, error::Error, method::Method, secrets,
    transport_error::TransportError,
};

/// The transport of a client that was given no other one. What wraps it is middleware.
///
/// It keeps connections, speaks HTTP/1.1 and HTTP/2, and takes the proxies of the system. What goes to this machine goes through
/// no proxy.
#[derive(Debug, Clone)]
pub struct HttpTransport(Arc<Clients>);

#[derive(Debug)]
struct Clients {
    settings: HttpTransportBuilder,
    usual: Client,
    /// For this machine, made when it is called.
    direct: OnceLock<Result<Client, String>>,
}

/// Settings of a [`HttpTransport`].
#[derive(Clone)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct HttpTransportBuilder {
    connect_timeout: Duration,
    proxy: Proxies,
    #[cfg(any(feature = "https", feature = "native-tls"))]
    pub(super) tls: Tls,
}

#[derive(Clone)]
enum Proxies {
    System,
    None,
    One(String),
}

impl HttpTransport {
    /// The default settings.
    pub fn builder() -> HttpTransportBuilder {
        HttpTransportBuilder {
            connect_timeout: Duration::from_secs(5),
            proxy: Proxies::System,
            #[cfg(any(feature = "https", feature = "native-tls"))]
            tls: Tls::default(),
        }
    }

    /// The client for a URL: no proxy is asked for what is on this machine.
    fn client(&self, url: &Url) -> Result<&Client, TransportError> {
        let Clients { settings, usual, direct } = &*self.0;
        if !secrets::is_loopback(url) {
            return Ok(usual);
        }
        let make = || {
            let client = settings.client().map_err(|error| format!("{error:?}"))?;
            let client = client.no_proxy().dns_resolver(Loopback);
            client.build().map_err(|error| format!("{error:?}"))
        };
        let client = direct.get_or_init(make).as_ref();
        client.map_err(|error| TransportError::not_sent(error.as_str()).for_good())
    }
}

impl HttpTransportBuilder {
    /// Limits the time for making a connection; 5 s by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sends everything by this proxy, but what is for this machine; by those of the system by default.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Proxies::One(url.into());
        self
    }

    /// Asks no proxy.
    pub fn no_proxy(mut self) -> Self {
        self.proxy = Proxies::None;
        self
    }

    /// Makes the transport.
    ///
    /// # Errors
    /// An error of the kind [`Configuration`](ErrorKind::Configuration) for a proxy or a certificate that cannot be, or when TLS
    /// cannot be set up.
    pub fn build(self) -> Result<HttpTransport, Error> {
        Ok(self.finish()?)
    }

    pub(super) fn finish(self) -> Result<HttpTransport, Refusal> {
        let usual = self.client().and_then(ClientBuilder::build);
        let usual = usual.map_err(|error| {
            let message = format!("the HTTP client cannot be set up: {error:?}");
            Refusal::new(ErrorKind::Configuration, message)
        })?;
        Ok(HttpTransport(Arc::new(Clients { settings: self, usual, direct: OnceLock::new() })))
    }

    /// A client that leaves redirects, retries and all timeouts but that of connecting to this crate.
    fn client(&self) -> reqwest::Result<ClientBuilder> {
        let client = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(self.connect_timeout)
            .no_deflate();
        // Another package of the program may have turned these on for all users of `reqwest`.
        #[cfg(not(feature = "brotli"))]
        let client = client.no_brotli();
        #[cfg(not(feature = "gzip"))]
        let client = client.no_gzip();
        #[cfg(not(feature = "zstd"))]
        let client = client.no_zstd();
        let client = match &self.proxy {
            Proxies::System => client,
            Proxies::None => client.no_proxy(),
            Proxies::One(url) => client.proxy(Proxy::all(url)?),
        };
        #[cfg(any(feature = "https", feature = "native-tls"))]
        let client = self.tls.set_up(client)?;
        Ok(client)
    }
}

/// Shows neither the proxy, which may have a password, nor a key.
impl Debug for HttpTransportBuilder {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpTransportBuilder")
            .field("connect_timeout", &self.connect_timeout)
            .finish_non_exhaustive()
    }
}

/// Names of this machine lead to this machine, whatever name servers say (RFC 6761, section 6.3).
struct Loopback;

impl Resolve for Loopback {
    fn resolve(&self, _: Name) -> Resolving {
        let here = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        let here = here.map(|address| SocketAddr::new(address, 0));
        Box::pin(ready(Ok(Box::new(here.into_iter()) as Addrs)))
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async move {
            let client = self.client(&request.url)?;
            let method = request.method.as_str().parse().map_err(TransportError::not_sent)?;
            let mut outgoing = reqwest::Request::new(method, request.url);
            *outgoing.headers_mut() = request.headers;
            if !request.body.is_empty() {
                #[cfg(feature = "streaming")]
                let body = super::upload::body(&request.body)?;
                #[cfg(not(feature = "streaming"))]
                let body = request.body.collect().await?.into();
                *outgoing.body_mut() = Some(body);
            } else if matches!(
                request.method,
                Method::POST | Method::PUT | Method::PATCH | Method::QUERY
            ) {
                // A method that expects a body says that there is none (RFC 9110, section 8.6); many servers refuse the
                // request otherwise.
                outgoing.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
            }
            let mut response = client.execute(outgoing).await.map_err(failure)?;
            let headers = std::mem::take(response.headers_mut());
            Ok(HttpResponse::new(response.status(), headers, Incoming(response)))
        })
    }
}

struct Incoming(reqwest::Response);

impl ByteStream for Incoming {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async { self.0.chunk().await.map_err(failure) })
    }
}

/// Sorts an error of `reqwest`, and takes the URL out of it, which may hold a secret.
fn failure(error: reqwest::Error) -> TransportError {
    let timeout = error.is_timeout();
    let never_sent = error.is_connect() || error.is_builder();
    let is_final = error.is_builder() || is_invalid(&error);
    #[cfg(feature = "native-tls")]
    let is_final = is_final || error.is_connect() && super::tls::names_a_certificate(&error);
    let source = error.without_url();
    let failure = if never_sent {
        TransportError::not_sent(source)
    } else {
        TransportError::interrupted(source)
    };
    let failure = if is_final { failure.for_good() } else { failure };
    if timeout { failure.timed_out() } else { failure }
}

/// Whether TLS does not accept what the server says, such as its certificate, or a body is not compressed as it says.
///
/// `tokio-rustls` makes every error of TLS an I/O error of this kind, and none of the network. An I/O error passes over what it
/// holds when it is asked for its cause.
fn is_invalid(error: &(dyn std::error::Error + 'static)) -> bool {
    let io = error.downcast_ref::<io::Error>();
    if io.is_some_and(|io| io.kind() == io::ErrorKind::InvalidData) {
        return true;
    }
    match io.and_then(io::Error::get_ref) {
        Some(held) => is_invalid(held),
        None => error.source().is_some_and(is_invalid),
    }
}
