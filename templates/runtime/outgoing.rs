//! A request on its way: what its call, and a redirect that answers it, go by.

use http::{HeaderValue, StatusCode};

use super::call::Limits;
use super::client::Client;
use super::operation::OperationInfo;
use super::transport::HttpRequest;

/// A request that is ready to be sent, and what its call goes by.
#[derive(Clone)]
pub(super) struct Outgoing {
    pub(super) client: Client,
    pub(super) limits: Limits,
    pub(super) info: &'static OperationInfo,
    pub(super) request: HttpRequest,
    /// Whether a redirect is what the caller waits for.
    pub(super) gives_redirects: bool,
}

impl Outgoing {
    /// How the client names itself.
    pub(super) fn user_agent(&self) -> Option<HeaderValue> {
        let core = self.client.core().ok()?;
        HeaderValue::try_from(&core.user_agent).ok()
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
