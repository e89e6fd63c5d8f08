//! A request on its way: what its call, and a redirect that answers it, go by.

// Only with streams.
use std::sync::Arc;

use http::{HeaderValue, StatusCode};

use super::{
    call::Limits, client::Client, info::OperationInfo, method::Method, streams::Streams,
    transport::HttpRequest,
};
// Only with streams.
use super::draft::Draft;

/// A request that is ready to be sent, and what its call goes by.
#[derive(Clone)]
pub(super) struct Outgoing {
    pub(super) client: Client,
    pub(super) limits: Limits,
    pub(super) info: &'static OperationInfo,
    pub(super) request: HttpRequest,
    /// Whether the caller takes the body piece by piece.
    pub(super) streams: Streams,
    // Only with streams.
    /// What it was made of, where a stream may have to be asked for again.
    pub(super) draft: Option<Arc<Draft>>,
    // Only with pages.
    /// Whether another page follows from the answer.
    pub(super) is_page: bool,
    /// Whether a redirect is what the caller waits for.
    pub(super) gives_redirects: bool,
}

impl Outgoing {
    /// How the client names itself.
    pub(super) fn user_agent(&self) -> Option<HeaderValue> {
        let core = self.client.core().ok()?;
        HeaderValue::try_from(&core.settings.user_agent).ok()
    }

    /// Whether an answer with this status has a body (RFC 9112, section 6.3).
    pub(super) fn expects_body(&self, status: StatusCode) -> bool {
        self.request.method != Method::HEAD && !matches!(status.as_u16(), 100..=199 | 204 | 304)
    }

    /// Whether an answer with this status is one that the caller waits for.
    pub(super) fn is_answered_by(&self, status: StatusCode) -> bool {
        match status {
            StatusCode::NOT_MODIFIED => self.info.gives_not_modified,
            other if other.is_redirection() => self.gives_redirects,
            other => other.is_success(),
        }
    }
}
