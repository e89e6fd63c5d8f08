//! A request in the making: everything about it that does not depend on the type of its operation.

use std::fmt::{self, Debug, Formatter};
use std::time::{Duration, Instant};

use http::{HeaderMap, HeaderName, header::CONTENT_TYPE};
use url::Url;

use super::info::{OperationInfo, SchemeKind};
use super::refusal::{ErrorKind, Refusal};
use super::{
    address, body::Body, client::Core, credential::Credential, headers, percent, random,
    retry::RetryConfig, secrets, streams::Streams,
};
// Only with files.
use super::form_field::FormField;

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
    // Only with JSON queries.
    /// The whole query, where that is one text.
    pub(super) whole_query: Option<String>,
    // Only with cookies.
    pub(super) cookies: Vec<(String, String)>,
    pub(super) headers: HeaderMap,
    /// The headers that are parameters of the operation.
    pub(super) params: Vec<HeaderName>,
    pub(super) body: Body,
}

impl Draft {
    // Each operation begins with one, so it is made in one place.
    #[inline(never)]
    pub(super) fn new(info: &'static OperationInfo) -> Box<Self> {
        Box::new(Self {
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
            // Only with JSON queries.
            whole_query: None,
            // Only with cookies.
            cookies: Vec::new(),
            headers: HeaderMap::new(),
            params: Vec::new(),
            body: Body::default(),
        })
    }

    pub(super) fn query_pair(&mut self, name: &str, value: &str) {
        self.query.push((percent::encode(name), percent::encode(value)));
    }

    // Only with JSON queries.
    pub(super) fn whole_query(&mut self, text: &str) {
        self.whole_query = Some(percent::encode(text));
    }

    /// A header that the caller names. One that is a parameter of the operation has its value already.
    pub(super) fn header(&mut self, name: &str, value: &str) {
        if self.params.iter().any(|param| name.eq_ignore_ascii_case(param.as_str())) {
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

    pub(super) fn set_header(&mut self, name: &str, value: &str) {
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

    /// The first refusal is the one that is given.
    pub(super) fn refuse(&mut self, refusal: Refusal) {
        self.refusal.get_or_insert(refusal);
    }
}

/// Shows the names of what is sent, and no values: any may be a secret.
impl Debug for Draft {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let names = |pairs: &[(String, String)]| {
            pairs.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>()
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
