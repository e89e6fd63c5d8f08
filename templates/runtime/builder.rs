//! The settings of a client, before it is built.

use std::fmt::{self, Debug, Formatter};
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use url::Url;

use super::client::{Client, Core, Schemes};
use super::error::{Error, ErrorKind};
use super::hooks::Hook;
use super::operation::ApiInfo;
use super::refusal::Refusal;
use super::retry::{RetryBudget, RetryConfig};
use super::security::{Credential, Credentials};
use super::transport::Transport;
use super::{address, headers};

/// Builds the client `C`.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<C> {
    api: &'static ApiInfo,
    refusal: Option<Refusal>,
    server_url: Option<Url>,
    server: Option<usize>,
    variables: Vec<(String, String)>,
    credentials: Credentials,
    headers: HeaderMap,
    timeout: Duration,
    attempt_timeout: Duration,
    read_timeout: Duration,
    connect_timeout: Duration,
    retry: Option<RetryConfig>,
    allow_plain_http: bool,
    max_response_bytes: usize,
    transport: Option<Arc<dyn Transport>>,
    hooks: Vec<Arc<dyn Hook>>,
    user_agent: String,
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

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// An error of the kind [`Configuration`](ErrorKind::Configuration) for a setting that cannot be, or when TLS cannot
    /// be set up.
    pub fn build(self) -> Result<C, Error> {
        let core = self.core()?;
        Ok(C::from(Client::new(Ok(core))))
    }

    /// Builds the client; what is wrong with its settings is given by its first call.
    #[doc(hidden)]
    pub fn build_lazily(self) -> C {
        C::from(Client::new(self.core()))
    }

    fn core(self) -> Result<Core, Refusal> {
        let transport = self.usable_transport()?;
        let server = self.chosen_server()?;
        if let Some(refusal) = self.refusal {
            return Err(refusal);
        }
        Ok(Core {
            api: self.api,
            server_url: self.server_url,
            server,
            variables: self.variables,
            credentials: self.credentials,
            headers: self.headers,
            user_agent: self.user_agent,
            timeout: self.timeout,
            attempt_timeout: self.attempt_timeout,
            read_timeout: self.read_timeout,
            retry: self.retry,
            allow_plain_http: self.allow_plain_http,
            max_response_bytes: self.max_response_bytes,
            transport,
            budget: RetryBudget::new(),
            hooks: self.hooks,
        })
    }

    /// The server that was asked for, by its number or by its variables.
    fn chosen_server(&self) -> Result<Option<Url>, Refusal> {
        let server = self.api.servers.get(self.server.unwrap_or_default());
        let is_known = |name: &str| {
            server.is_some_and(|server| server.has_variable(name))
                || self.api.further_variables.contains(&name)
        };
        if self.server_url.is_some() {
            return Ok(None);
        }
        if let Some((name, _)) = self.variables.iter().find(|(name, _)| !is_known(name)) {
            let message = format!("the server has no variable `{name}`");
            return Err(configuration(message));
        }
        let names = self.variables.iter().map(|(name, _)| name);
        match (server, self.server) {
            (None, Some(index)) => {
                Err(configuration(format!("the document has no server {index}")))
            }
            (Some(server), chosen)
                if chosen.is_some() || names.into_iter().any(|name| server.has_variable(name)) =>
            {
                address::documented(server, &self.variables).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn usable_transport(&self) -> Result<Arc<dyn Transport>, Refusal> {
        if let Some(transport) = &self.transport {
            return Ok(Arc::clone(transport));
        }
        #[cfg(feature = "https")]
        let transport = super::HttpTransport::builder()
            .connect_timeout(self.connect_timeout)
            .finish()
            .map(|transport| Arc::new(transport) as Arc<dyn Transport>);
        #[cfg(not(feature = "https"))]
        let transport = Err(configuration(
            "there is no transport: give one, or turn on the feature `https`".into(),
        ));
        transport
    }

    /// The first refusal is the one that is given.
    fn refuse(&mut self, message: String) {
        self.refusal.get_or_insert(configuration(message));
    }
}

fn configuration(message: String) -> Refusal {
    Refusal::new(ErrorKind::Configuration, message)
}

/// Shows neither credentials nor values of headers.
impl<C> Debug for ClientBuilder<C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("package", &self.api.package)
            .field("server_url", &self.server_url.as_ref().map(Url::as_str))
            .field("credentials", &Schemes(&self.credentials))
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
