//! A request in the making: everything about it that does not depend on the type of its operation.

use std::fmt::{self, Debug, Formatter};
use std::time::{Duration, Instant};

use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName};
use url::Url;

use super::body::Body;
use super::client::Core;
use super::credential::Credential;
use super::refusal::{ErrorKind, Refusal};
// Only with files.
use super::form_field::FormField;
use super::info::{OperationInfo, SchemeKind};
use super::retry::RetryConfig;
use super::secrets::{self, Secret};
use super::sent::Sent;
use super::streams::Streams;
use super::style::{self, ParameterError, QueryStyle};
use super::transport::HttpRequest;
use super::{address, headers, percent, random};

/// The header that makes a call safe to repeat where the document names no other, for the servers that know it.
const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// A request in the making. What goes wrong on the way is kept, and given when it is sent.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) info: &'static OperationInfo,
    pub(super) refusal: Option<Refusal>,
    pub(super) server: Option<Url>,
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) read_timeout: Option<Duration>,
    /// Whether the body of the answer is taken piece by piece.
    pub(super) streams: Streams,
    pub(super) retry: Option<RetryConfig>,
    pub(super) credential: Option<Credential>,
    // Only with pages.
    /// Whether the answer leads to another page.
    pub(super) is_page: bool,
    // Only with pages.
    /// The URL of the page that is asked for, in place of what the path and the query come to.
    pub(super) at: Option<Url>,
    pub(super) path: Vec<(&'static str, String)>,
    pub(super) query: Vec<(String, String)>,
    // Only with cookies.
    cookies: Vec<(String, String)>,
    headers: HeaderMap,
    /// The headers that are parameters of the operation.
    params: Vec<HeaderName>,
    pub(super) body: Body,
}

impl Draft {
    pub(super) fn new(info: &'static OperationInfo) -> Self {
        Self {
            info,
            refusal: None,
            server: None,
            timeout: None,
            attempt_timeout: None,
            read_timeout: None,
            streams: Streams::of(info.streams, info.accept),
            retry: None,
            credential: None,
            // Only with pages.
            is_page: false,
            // Only with pages.
            at: None,
            path: Vec::new(),
            query: Vec::new(),
            // Only with cookies.
            cookies: Vec::new(),
            headers: HeaderMap::new(),
            params: Vec::new(),
            body: Body::default(),
        }
    }

    pub(super) fn path(&mut self, name: &'static str, text: Result<String, ParameterError>) {
        match text {
            Ok(text) => self.path.push((name, text)),
            Err(error) => self.refuse(error.into()),
        }
    }

    pub(super) fn query(
        &mut self,
        name: &str,
        style: QueryStyle,
        explode: bool,
        reserved: bool,
        value: &Sent,
    ) {
        style::query(name, style, explode, reserved, value, &mut self.query);
    }

    pub(super) fn query_pair(&mut self, name: &str, value: &str) {
        self.query
            .push((percent::encode(name), percent::encode(value)));
    }

    // Only with cookies.
    pub(super) fn cookie(&mut self, name: &str, explode: bool, value: &Sent) {
        style::cookie(name, explode, value, &mut self.cookies);
    }

    // Only with header parameters.
    pub(super) fn header_param(&mut self, name: &str, explode: bool, value: &Sent) {
        match style::header(name, explode, value) {
            Ok(Some(text)) => {
                self.set_header(name, &text);
                self.params.extend(HeaderName::try_from(name));
            }
            Ok(None) => {}
            Err(error) => self.refuse(error.into()),
        }
    }

    /// A header that the caller names. One that is a parameter of the operation has its value already.
    pub(super) fn header(&mut self, name: &str, value: &str) {
        if self
            .params
            .iter()
            .any(|param| name.eq_ignore_ascii_case(param.as_str()))
        {
            let message = format!(
                "the header `{name}` is a parameter of the operation, which is set already"
            );
            self.refuse(Refusal::new(ErrorKind::InvalidRequest, message));
        } else {
            self.set_header(name, value);
        }
    }

    pub(super) fn idempotency_key(&mut self, key: &str) {
        self.header(self.info.idempotency_key.unwrap_or(IDEMPOTENCY_KEY), key);
    }

    /// Makes the key of a call that is not safe to repeat without one, if the document has a header for it and the caller set none.
    pub(super) fn make_key(&mut self, core: &Core, now: Instant) {
        let makes =
            core.settings.makes_keys && self.info.makes_key && !self.info.method.is_idempotent();
        let header = self.info.idempotency_key.filter(|_| makes);
        let header = header.filter(|name| !self.headers.contains_key(*name));
        if let Some(name) = header.filter(|name| !core.settings.headers.contains_key(*name)) {
            self.set_header(name, &random::uuid(now));
        }
    }

    // Only with streams.
    /// Asks for what follows an event. An id that no header can hold is none.
    pub(super) fn goes_on_behind(&mut self, id: &[u8]) {
        if let Ok(id) = http::HeaderValue::from_bytes(id) {
            self.headers.insert("last-event-id", id);
        }
    }

    pub(super) fn body(&mut self, content_type: &str, body: Body) {
        self.set_header(CONTENT_TYPE.as_str(), content_type);
        self.body = body;
    }

    /// Whether the caller put something in the place of a credential.
    pub(super) fn gives(&self, kind: SchemeKind) -> bool {
        match kind {
            SchemeKind::Query(name) => {
                let name = percent::encode(name);
                self.query.iter().any(|(known, _)| *known == name)
            }
            other => secrets::is_given(&self.headers, other),
        }
    }

    fn set_header(&mut self, name: &str, value: &str) {
        if let Err(refusal) = headers::set_given(&mut self.headers, name, value) {
            self.refuse(refusal);
        }
    }

    // Only with files.
    pub(super) fn multipart(
        &mut self,
        content_type: &str,
        form: &super::multipart::MultipartForm,
        fields: &[FormField],
    ) {
        match super::multipart_body::write(content_type, form, fields) {
            Ok((content_type, body)) => self.body(&content_type, body),
            Err(refusal) => self.refuse(refusal),
        }
    }

    pub(super) fn server(&mut self, text: &str) {
        match address::server(text) {
            Ok(server) => self.server = Some(server),
            Err(refusal) => self.refuse(refusal),
        }
    }

    /// Whether sending it twice does the same as sending it once.
    pub(super) fn is_idempotent(&self) -> bool {
        let documented = self.info.idempotency_key;
        let mut names = documented.into_iter().chain([IDEMPOTENCY_KEY]);
        self.info.method.is_idempotent() || names.any(|name| self.headers.contains_key(name))
    }

    /// The server that it goes to: that of the call, or else of the operation, of the client, or of the document.
    pub(super) fn server_url(&self, core: &Core) -> Result<Url, Refusal> {
        if let Some(server) = &self.server {
            return Ok(server.clone());
        }
        // Only with servers of operations.
        if let Some(own) = self.info.servers.first() {
            return core.server_of(own);
        }
        core.server()
    }

    /// Where it goes, with what else is in the query.
    fn url(&self, core: &Core, query: &[(String, String)]) -> Result<Url, Refusal> {
        // Only with pages.
        if let Some(at) = &self.at {
            return Ok(address::with_pairs(at, query));
        }
        address::call(&self.server_url(core)?, self.info.path, &self.path, query)
    }

    /// Makes the request. Headers of the call win over those of the client, and those over all others.
    pub(super) fn prepare(&self, core: &Core, secrets: &[Secret]) -> Result<HttpRequest, Refusal> {
        if let Some(refusal) = &self.refusal {
            return Err(refusal.clone());
        }
        let mut query = self.query.clone();
        // Only with pages.
        if self.at.is_some() {
            query.clear();
        }
        let mut headers = HeaderMap::new();
        if !self.info.accept.is_empty() {
            headers::set(&mut headers, "accept", self.info.accept)?;
        }
        headers::set(&mut headers, "user-agent", &core.settings.user_agent)?;
        for secret in secrets {
            secrets::put(secret, &mut headers, &mut query)?;
        }
        // Only with cookies.
        let cookies = secrets.iter().filter_map(secrets::cookie);
        // Only with cookies.
        headers::set_cookies(&mut headers, self.cookies.iter().cloned().chain(cookies))?;
        for (name, value) in core.settings.headers.iter().chain(&self.headers) {
            headers::put(&mut headers, name, value);
        }
        let url = self.url(core, &query)?;
        let in_query = secrets
            .iter()
            .any(|(kind, _)| matches!(kind, SchemeKind::Query(_)));
        let secret = in_query || secrets::is_secret(&headers);
        if secret && !core.settings.allow_plain_http && !secrets::is_private(&url) {
            return Err(secrets::over_plain_http());
        }
        let mut request = HttpRequest::new(self.info.id, self.info.method, url);
        request.headers = headers;
        request.body = self.body.clone();
        Ok(request)
    }

    /// The first refusal is the one that is given.
    pub(super) fn refuse(&mut self, refusal: Refusal) {
        self.refusal.get_or_insert(refusal);
    }
}

/// Shows the names of what is sent, and no values: any may be a secret.
impl Debug for Draft {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let names = |pairs: &[(String, String)]| {
            pairs
                .iter()
                .map(|(name, _)| name.clone())
                .collect::<Vec<_>>()
        };
        let mut shown = f.debug_struct("Request");
        shown
            .field("operation", &self.info.id)
            .field("method", &self.info.method.as_str())
            .field("path", &self.info.path)
            .field("query", &names(&self.query));
        // Only with cookies.
        shown.field("cookies", &names(&self.cookies));
        shown
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &self.body)
            .field("refusal", &self.refusal)
            .finish_non_exhaustive()
    }
}
