//! What a mock answers: a whole answer, a part of one, none at all, or what a function says.

use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header::CONTENT_TYPE};

use super::refusal::{ErrorKind, Refusal};
use super::{
    body::ByteStream, boxed::BoxFuture, codec::Encode, headers, json_writer::JsonWriter,
    mock_request::MockRequest, transport::HttpResponse, transport_error::TransportError,
};

/// What the mock does with one request.
#[derive(Debug, Clone)]
pub struct MockReply(Kind);

#[derive(Clone)]
enum Kind {
    Answer {
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
        /// Whether the connection breaks behind the body.
        is_cut: bool,
    },
    Example,
    Function(Arc<dyn Fn(&MockRequest) -> MockReply + Send + Sync>),
    Refuse,
    Interrupt,
    Ignore,
}

impl MockReply {
    /// An answer with a status, a `Content-Type` and a body. A status that cannot be becomes 500.
    pub fn new(status: u16, content_type: &str, body: impl Into<Bytes>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self(Kind::Answer { status, headers: HeaderMap::new(), body: body.into(), is_cut: false })
            .header(CONTENT_TYPE.as_str(), content_type)
    }

    /// An answer with a JSON body.
    pub fn json(status: u16, body: impl Into<Bytes>) -> Self {
        Self::new(status, "application/json", body)
    }

    /// An answer with a model as its JSON body.
    pub fn model(status: u16, body: &(impl Encode + ?Sized)) -> Self {
        Self::json(status, JsonWriter::write(&body, false))
    }

    /// An answer without a body.
    pub fn status(status: u16) -> Self {
        Self::new(status, "", Bytes::new())
    }

    /// The example that the document has for the operation.
    pub fn example() -> Self {
        Self(Kind::Example)
    }

    /// What a function says of the request; one that gives another function is not asked again.
    pub fn from_fn(function: impl Fn(&MockRequest) -> Self + Send + Sync + 'static) -> Self {
        Self(Kind::Function(Arc::new(function)))
    }

    /// No connection: the request is not sent.
    pub fn refuse() -> Self {
        Self(Kind::Refuse)
    }

    /// A connection that breaks after the request was sent.
    pub fn interrupt() -> Self {
        Self(Kind::Interrupt)
    }

    /// No answer, until the time of the attempt is up.
    pub fn ignore() -> Self {
        Self(Kind::Ignore)
    }

    /// Adds a header to an answer; one that cannot be is left out.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Kind::Answer { headers, .. } = &mut self.0 {
            let _: Result<(), _> = headers::set(headers, name, value);
        }
        self
    }

    /// Breaks the connection after so many bytes of the body of an answer.
    #[must_use]
    pub fn cut_after(mut self, bytes: usize) -> Self {
        if let Kind::Answer { body, is_cut, .. } = &mut self.0 {
            body.truncate(bytes);
            *is_cut = true;
        }
        self
    }

    /// The reply to a request, whose operation may have an example.
    pub(super) fn made(self, request: &MockRequest, example: Option<Self>) -> Option<Self> {
        let made = match &self.0 {
            Kind::Function(function) => function(request),
            _ => self,
        };
        match made.0 {
            Kind::Example => example,
            kind => Some(Self(kind)),
        }
    }

    /// Does what it says.
    pub(super) async fn answer(self) -> Result<HttpResponse, TransportError> {
        match self.0 {
            Kind::Answer { status, headers, body, is_cut: true } => {
                Ok(HttpResponse::new(status, headers, Cut(body)))
            }
            Kind::Answer { status, headers, body, is_cut: false } => {
                Ok(HttpResponse::new(status, headers, body))
            }
            Kind::Refuse => Err(TransportError::not_sent("the mock refuses the connection")),
            Kind::Interrupt => Err(TransportError::interrupted("the mock breaks the connection")),
            Kind::Ignore => std::future::pending().await,
            Kind::Example | Kind::Function(_) => Err(none()),
        }
    }
}

/// The error of a request that nothing answers: trying again changes nothing.
pub(super) fn none() -> TransportError {
    let message = concat!(
        "the mock has no reply: the document gives no example of an answer; ",
        "give the mock a reply with `on`, `always` or `push`",
    );
    TransportError::refused(Refusal::new(ErrorKind::Configuration, message))
}

impl Debug for Kind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer { status, body, .. } => {
                write!(f, "{status}, {} bytes", body.len())
            }
            Self::Example => f.write_str("the example"),
            Self::Function(_) => f.write_str("a function"),
            Self::Refuse => f.write_str("no connection"),
            Self::Interrupt => f.write_str("a broken connection"),
            Self::Ignore => f.write_str("no answer"),
        }
    }
}

/// A body that breaks off.
struct Cut(Bytes);

impl ByteStream for Cut {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let piece = std::mem::take(&mut self.0);
        Box::pin(std::future::ready(if piece.is_empty() {
            Err(TransportError::interrupted("the mock breaks the connection"))
        } else {
            Ok(Some(piece))
        }))
    }
}
