//! What all clients share: the settings, the credentials, the transport and the retry budget.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;
use url::Url;

use super::refusal::{ErrorKind, Refusal};
use super::retry::{RetryBudget, RetryConfig};
use super::{
    address, credential::Credentials, deviation::Undocumented, hook::Hook, info::ApiInfo,
    transport::Transport,
};
// Only with servers of operations.
use super::info::Server;
// Only with server variables.
use super::server_variables;
#[cfg(feature = "tracing")]
use super::traced::Traced;

/// The core of a client. Clones share connections and the retry budget.
#[derive(Clone)]
pub struct Client(Arc<Result<Core, Refusal>>);

/// What a client goes by.
pub(super) struct Settings {
    pub(super) api: &'static ApiInfo,
    /// The server that replaces all those of the document.
    pub(super) server_url: Option<Url>,
    // Only with server variables.
    /// Values of variables in the URLs of servers.
    pub(super) variables: Vec<(String, String)>,
    pub(super) credentials: Credentials,
    pub(super) headers: HeaderMap,
    pub(super) user_agent: String,
    pub(super) timeout: Duration,
    pub(super) attempt_timeout: Duration,
    pub(super) read_timeout: Duration,
    pub(super) retry: Option<RetryConfig>,
    pub(super) allow_plain_http: bool,
    pub(super) max_response_bytes: usize,
    pub(super) hooks: Vec<Arc<dyn Hook>>,
    pub(super) makes_keys: bool,
    pub(super) sends_traceparent: bool,
    #[cfg(feature = "tracing")]
    pub(super) traced: Traced,
    pub(super) is_lenient: bool,
    pub(super) undocumented: Undocumented,
}

/// A client that could be built.
pub(super) struct Core {
    pub(super) settings: Settings,
    /// The server of the document that is called, where the client says which.
    pub(super) server: Option<Url>,
    pub(super) transport: Arc<dyn Transport>,
    pub(super) budget: RetryBudget,
}

impl Settings {
    /// The defaults for an API.
    pub(super) fn of(api: &'static ApiInfo) -> Self {
        Self {
            api,
            server_url: None,
            // Only with server variables.
            variables: Vec::new(),
            credentials: Vec::new(),
            headers: HeaderMap::new(),
            user_agent: format!("{}/{} (API {})", api.package, api.version, api.api_version),
            timeout: Duration::from_secs(60),
            attempt_timeout: Duration::from_secs(30),
            read_timeout: Duration::from_secs(30),
            retry: None,
            allow_plain_http: false,
            max_response_bytes: 64 << 20,
            hooks: Vec::new(),
            makes_keys: true,
            sends_traceparent: false,
            #[cfg(feature = "tracing")]
            traced: Traced::default(),
            is_lenient: false,
            undocumented: Undocumented::Ignored,
        }
    }
}

impl Client {
    pub(super) fn new(core: Result<Core, Refusal>) -> Self {
        Self(Arc::new(core))
    }

    /// The settings, or why there are none.
    pub(super) fn core(&self) -> Result<&Core, Refusal> {
        self.0.as_ref().as_ref().map_err(Clone::clone)
    }
}

impl Core {
    // Only with servers of operations.
    /// The server of an operation that has one of its own: the URL that the client is given, or else its own. A relative one starts
    /// at where the call would go without it.
    pub(super) fn server_of(&self, own: &Server) -> Result<Url, Refusal> {
        let is_moved = self.settings.server_url.is_some();
        let url = own.url;
        // Only with server variables.
        let url = &match server_variables::own(url, own.variables, &self.settings.variables) {
            Ok(url) => url,
            Err(_) if is_moved => return self.server(),
            Err(refusal) => return Err(refusal),
        };
        if address::is_relative(url) {
            address::beside(&self.server()?, url)
        } else if is_moved {
            self.server()
        } else {
            address::server(url)
        }
    }

    /// The server of the operations that have none of their own.
    pub(super) fn server(&self) -> Result<Url, Refusal> {
        if let Some(server) = self.settings.server_url.as_ref().or(self.server.as_ref()) {
            return Ok(server.clone());
        }
        let Some(server) = self.settings.api.servers.first() else {
            let message = "the document names no server; set `server_url`";
            return Err(Refusal::new(ErrorKind::Configuration, message));
        };
        let url = server.url;
        // Only with server variables.
        let url = &server_variables::filled(url, server.variables, &self.settings.variables)?;
        address::documented(url)
    }
}

impl Debug for Client {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Ok(core) => Debug::fmt(core, f),
            Err(refusal) => f.debug_tuple("Client").field(&refusal.message).finish(),
        }
    }
}

impl Debug for Core {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("settings", &self.settings)
            .field("server", &self.server.as_ref().map(Url::as_str))
            .finish_non_exhaustive()
    }
}

/// Shows neither credentials nor values of headers.
impl Debug for Settings {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let server_url = self.server_url.as_ref();
        let credentials = self.credentials.iter();
        let credentials = credentials.map(|(scheme, credential)| (scheme.name, credential));
        f.debug_struct("Settings")
            .field("package", &self.api.package)
            .field("server_url", &server_url.map(Url::as_str))
            .field("credentials", &credentials.collect::<Vec<_>>())
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
