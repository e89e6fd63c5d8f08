//! The settings of a client, before it is built.

use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::header::CONTENT_TYPE;

use super::client::{Client, Settings};
use super::refusal::{ErrorKind, Refusal};
use super::{
    address, credential::Credential, deviation::Undocumented, headers, hook::Hook, info::ApiInfo,
    retry::RetryConfig, transport::Transport,
};

/// Builds the client `C`.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<C> {
    pub(super) settings: Settings,
    pub(super) refusal: Option<Refusal>,
    pub(super) server: Option<usize>,
    pub(super) connect_timeout: Duration,
    pub(super) transport: Option<Arc<dyn Transport>>,
    client: PhantomData<fn() -> C>,
}

impl<C: From<Client>> ClientBuilder<C> {
    /// The default settings for an API.
    #[doc(hidden)]
    pub fn new(api: &'static ApiInfo) -> Self {
        Self {
            settings: Settings::of(api),
            refusal: None,
            server: None,
            connect_timeout: Duration::from_secs(5),
            transport: None,
            client: PhantomData,
        }
    }

    /// Gives a credential for a security scheme of the document, by its name.
    #[doc(hidden)]
    pub fn credential(mut self, scheme: &str, credential: impl Into<Credential>) -> Self {
        match self.settings.api.schemes.iter().find(|known| known.name == scheme) {
            Some(known) => self.settings.credentials.push((known, credential.into())),
            None => self.refuse(format!("the document has no security scheme `{scheme}`")),
        }
        self
    }

    /// Calls the server at this URL, in place of those of the document.
    pub fn server_url(mut self, server: impl AsRef<str>) -> Self {
        match address::server(server.as_ref()) {
            Ok(url) => self.settings.server_url = Some(url),
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

    // Only with server variables.
    /// Sets a variable in the URLs of the document's servers, those of operations included.
    pub fn server_variable(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.variables.push((name.into(), value.into()));
        self
    }

    /// Limits the time for a whole call, retries and waits included; 60 s by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// Limits the time for one attempt of a call; 30 s by default.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.settings.attempt_timeout = timeout;
        self
    }

    /// Limits the time between two pieces of an answer; 30 s by default.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.settings.read_timeout = timeout;
        self
    }

    /// Limits the time for making a connection; 5 s by default. A transport of your own has its own limit.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sets how failed attempts are repeated; see [`RetryConfig`] for the defaults.
    pub fn retries(mut self, retries: RetryConfig) -> Self {
        self.settings.retry = Some(retries);
        self
    }

    /// Sends a header with every call. A header or a parameter of a call that has its name stands in its place.
    ///
    /// `Content-Type` goes with the body of a call and is set there.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        let (name, value) = (name.as_ref(), value.as_ref());
        if name.eq_ignore_ascii_case(CONTENT_TYPE.as_str()) {
            self.refuse(format!("the header `{name}` goes with the body of a call: set it there"));
        } else if let Err(refusal) = headers::set_given(&mut self.settings.headers, name, value) {
            self.refuse(refusal.message.into_owned());
        }
        self
    }

    /// Lets credentials go over plain HTTP to servers other than this machine; they never do by default.
    pub fn allow_plain_http(mut self, allow: bool) -> Self {
        self.settings.allow_plain_http = allow;
        self
    }

    /// Refuses bodies of answers that are larger than this; 64 MiB by default.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.settings.max_response_bytes = bytes;
        self
    }

    /// Sends requests by a transport of your own, or by the default one with other settings.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Asks a hook around each call and each of its attempts, after those that were given before.
    pub fn hook(mut self, hook: impl Hook) -> Self {
        self.settings.hooks.push(Arc::new(hook));
        self
    }

    /// Adds a product to the `User-Agent`, such as `my-app/1.2`, in front of that of this crate.
    pub fn user_agent(mut self, product: impl AsRef<str>) -> Self {
        self.settings.user_agent = format!("{} {}", product.as_ref(), self.settings.user_agent);
        self
    }

    /// Whether a call that is not safe to repeat makes a key of its own where the document has a header for it; it does by default, and
    /// is then repeated like one that is safe. All its attempts have the same key, and one that the caller sets stands in its place.
    pub fn idempotency_keys(mut self, makes_keys: bool) -> Self {
        self.settings.makes_keys = makes_keys;
        self
    }

    /// Sends a `traceparent` with every attempt ([W3C Trace Context](https://www.w3.org/TR/trace-context/)), by which servers join the
    /// trace; never by default. A call is a trace of its own unless it has the header already, from the caller or a hook.
    ///
    /// Spans of attempts hold what is sent.
    pub fn traceparent(mut self, sends: bool) -> Self {
        self.settings.sends_traceparent = sends;
        self
    }

    /// Reads answers leniently: a member that need not be there and does not fit is left out, and hooks and `tracing` are told. By
    /// default it is an error. A required member that does not fit is one either way.
    ///
    /// It is for servers that do not keep to their document, where a call that was done should not fail for a detail of its answer.
    /// Errors are read to the letter. So is what may be of several types: with a member that does not fit it is of none of them, and is
    /// kept whole as it came, so that nothing is lost.
    pub fn lenient(mut self, is_lenient: bool) -> Self {
        self.settings.is_lenient = is_lenient;
        self
    }

    /// Says what becomes of members and values of answers that the document does not know; by default they are ignored.
    ///
    /// With [`Told`](Undocumented::Told) somebody notices when a server is newer than this crate. With
    /// [`Refused`](Undocumented::Refused) a test does. Members that a model keeps are none of them.
    pub fn undocumented(mut self, undocumented: Undocumented) -> Self {
        self.settings.undocumented = undocumented;
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
