//! The settings of a client, before it is built.

use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use url::Url;

use super::client::Client;
use super::deviation::Undocumented;
use super::error::ErrorKind;
use super::hooks::Hook;
use super::operation::ApiInfo;
use super::refusal::Refusal;
use super::retry::RetryConfig;
use super::security::{Credential, Credentials};
#[cfg(feature = "tracing")]
use super::traced::Traced;
use super::transport::Transport;
use super::{address, headers};

/// Builds the client `C`.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<C> {
    pub(super) api: &'static ApiInfo,
    pub(super) refusal: Option<Refusal>,
    pub(super) server_url: Option<Url>,
    pub(super) server: Option<usize>,
    pub(super) variables: Vec<(String, String)>,
    pub(super) credentials: Credentials,
    pub(super) headers: HeaderMap,
    pub(super) timeout: Duration,
    pub(super) attempt_timeout: Duration,
    pub(super) read_timeout: Duration,
    pub(super) connect_timeout: Duration,
    pub(super) retry: Option<RetryConfig>,
    pub(super) allow_plain_http: bool,
    pub(super) max_response_bytes: usize,
    pub(super) transport: Option<Arc<dyn Transport>>,
    pub(super) hooks: Vec<Arc<dyn Hook>>,
    pub(super) makes_keys: bool,
    pub(super) sends_traceparent: bool,
    #[cfg(feature = "tracing")]
    pub(super) traced: Traced,
    pub(super) is_lenient: bool,
    pub(super) undocumented: Undocumented,
    pub(super) user_agent: String,
    client: PhantomData<fn() -> C>,
}

impl<C: From<Client>> ClientBuilder<C> {
    /// The default settings for an API.
    #[doc(hidden)]
    pub fn new(api: &'static ApiInfo) -> Self {
        Self {
            api,
            refusal: None,
            server_url: None,
            server: None,
            variables: Vec::new(),
            credentials: Vec::new(),
            headers: HeaderMap::new(),
            timeout: Duration::from_secs(60),
            attempt_timeout: Duration::from_secs(30),
            read_timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(5),
            retry: None,
            allow_plain_http: false,
            max_response_bytes: 64 << 20,
            transport: None,
            hooks: Vec::new(),
            makes_keys: true,
            sends_traceparent: false,
            #[cfg(feature = "tracing")]
            traced: Traced::default(),
            is_lenient: false,
            undocumented: Undocumented::Ignored,
            user_agent: format!("{}/{} (API {})", api.package, api.version, api.api_version),
            client: PhantomData,
        }
    }

    /// Gives a credential for a security scheme of the document, by its name.
    #[doc(hidden)]
    pub fn credential(mut self, scheme: &str, credential: impl Into<Credential>) -> Self {
        match self.api.schemes.iter().find(|known| known.name == scheme) {
            Some(known) => self.credentials.push((known, credential.into())),
            None => self.refuse(format!("the document has no security scheme `{scheme}`")),
        }
        self
    }

    /// Calls the server at this URL, in place of those of the document.
    pub fn server_url(mut self, server: impl AsRef<str>) -> Self {
        match address::server(server.as_ref()) {
            Ok(url) => self.server_url = Some(url),
            Err(refusal) => self.refuse(refusal.message.into_owned()),
        }
        self
    }

    /// Calls this server of the document, counted from 0; the first one by default. Operations that have servers of their own
    /// are not moved.
    pub fn server(mut self, index: usize) -> Self {
        self.server = Some(index);
        self
    }

    /// Sets a variable in the URLs of the document's servers, those of operations included.
    pub fn server_variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.variables.push((name.into(), value.into()));
        self
    }

    /// Limits the time for a whole call, retries and waits included; 60 s by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Limits the time for one attempt of a call; 30 s by default.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = timeout;
        self
    }

    /// Limits the time between two pieces of an answer; 30 s by default.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = timeout;
        self
    }

    /// Limits the time for making a connection; 5 s by default. A transport of your own has its own limit.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sets how failed attempts are repeated; see [`RetryConfig`] for the defaults.
    pub fn retries(mut self, retries: RetryConfig) -> Self {
        self.retry = Some(retries);
        self
    }

    /// Sends a header with every call. A header or a parameter of a call that has its name stands in its place.
    ///
    /// `Content-Type` goes with the body of a call and is set there.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        let (name, value) = (name.as_ref(), value.as_ref());
        if name.eq_ignore_ascii_case(CONTENT_TYPE.as_str()) {
            self.refuse(format!(
                "the header `{name}` goes with the body of a call: set it there"
            ));
        } else if let Err(refusal) = headers::set_given(&mut self.headers, name, value) {
            self.refuse(refusal.message.into_owned());
        }
        self
    }

    /// Lets credentials go over plain HTTP to servers other than this machine; they never do by default.
    pub fn allow_plain_http(mut self, allow: bool) -> Self {
        self.allow_plain_http = allow;
        self
    }

    /// Refuses bodies of answers that are larger than this; 64 MiB by default.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// Sends requests by a transport of your own, or by the default one with other settings.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Asks a hook around each call and each of its attempts, after those that were given before.
    pub fn hook(mut self, hook: impl Hook) -> Self {
        self.hooks.push(Arc::new(hook));
        self
    }

    /// Adds a product to the `User-Agent`, such as `my-app/1.2`, in front of that of this crate.
    pub fn user_agent(mut self, product: impl AsRef<str>) -> Self {
        self.user_agent = format!("{} {}", product.as_ref(), self.user_agent);
        self
    }

    /// Whether a call that is not safe to repeat makes a key of its own where the document has a header for it; it does by default, and
    /// is then repeated like one that is safe. All its attempts have the same key, and one that the caller sets stands in its place.
    pub fn idempotency_keys(mut self, makes_keys: bool) -> Self {
        self.makes_keys = makes_keys;
        self
    }

    /// Sends a `traceparent` with every attempt ([W3C Trace Context](https://www.w3.org/TR/trace-context/)), by which servers join the
    /// trace; never by default. A call is a trace of its own unless it has the header already, from the caller or a hook.
    ///
    /// Spans of attempts hold what is sent.
    pub fn traceparent(mut self, sends: bool) -> Self {
        self.sends_traceparent = sends;
        self
    }

    /// Reads answers leniently: a member that need not be there and does not fit is left out, and hooks and `tracing` are told. By
    /// default it is an error. A required member that does not fit is one either way.
    ///
    /// It is for servers that do not keep to their document, where a call that was done should not fail for a detail of its answer.
    /// Errors are read to the letter, and what may be of several types is kept as it came where it is of none.
    pub fn lenient(mut self, is_lenient: bool) -> Self {
        self.is_lenient = is_lenient;
        self
    }

    /// Says what becomes of members and values of answers that the document does not know; by default they are ignored.
    ///
    /// With [`Told`](Undocumented::Told) somebody notices when a server is newer than this crate. With
    /// [`Refused`](Undocumented::Refused) a test does. Members that a model keeps are none of them.
    pub fn undocumented(mut self, undocumented: Undocumented) -> Self {
        self.undocumented = undocumented;
        self
    }

    /// The first refusal is the one that is given.
    fn refuse(&mut self, message: String) {
        self.refusal.get_or_insert(configuration(message));
    }
}

pub(super) fn configuration(message: String) -> Refusal {
    Refusal::new(ErrorKind::Configuration, message)
}
