//! Where the items of a stream come from: the body of an answer, and of further ones where the caller wants the stream to go on.

use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::StatusCode;

use super::error::{Error, broken};
use super::frames::{Frame, TooLarge};
use super::refusal::{ErrorKind, Progress, Refusal};
use super::waiting::{sleep, within};
use super::{
    body::ByteStream, decode_error::DecodeError, download::taken, frame_parser::Parser,
    incoming::Incoming, outgoing::Outgoing, raw_response::RawResponse, response::Completed, send,
};

/// The data with which many servers say that nothing follows, where their documents do not say which.
const DONE: &str = "[DONE]";

/// How long a server may ask to be left alone.
const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// How a stream of events goes on after a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "it does nothing until a stream is given it"]
pub struct Reconnect {
    attempts: u32,
    wait: Duration,
    any_method: bool,
}

impl Default for Reconnect {
    /// Five attempts in a row, 3 s apart unless the server says otherwise, and only for GET.
    fn default() -> Self {
        Self { attempts: 5, wait: Duration::from_secs(3), any_method: false }
    }
}

impl Reconnect {
    /// Ends with the error of the last break after this many connections in a row without an event.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Waits this long before each connection, until the server says how long; five minutes at most.
    pub fn wait(mut self, wait: Duration) -> Self {
        self.wait = wait;
        self
    }

    /// Sends the request again whatever its method is. Without it, a call that may change something is not repeated.
    pub fn any_method(mut self) -> Self {
        self.any_method = true;
        self
    }
}

/// The body of an answer, cut into items.
pub(super) struct Source {
    body: Box<dyn ByteStream>,
    parser: Parser,
    /// What was received and not yet cut.
    piece: Bytes,
    /// The answer without its body.
    head: Incoming,
    sent: Arc<Outgoing>,
    begun: Instant,
    /// Connections in a row that gave nothing.
    breaks: u32,
    /// The data with which the server says that nothing follows.
    end: Option<&'static str>,
}

impl Source {
    pub(super) fn of(
        incoming: &Incoming,
        parser: fn(usize) -> Parser,
        ends_when_done: bool,
    ) -> Result<Self, DecodeError> {
        let (body, sent) = taken(incoming)?;
        let end = sent.info.ends.or(ends_when_done.then_some(DONE));
        let limit = sent.client.core().map_or(0, |core| core.settings.max_response_bytes);
        Ok(Self {
            body,
            parser: parser(limit),
            piece: Bytes::new(),
            head: Incoming { rest: None, ..incoming.clone() },
            sent,
            begun: Instant::now(),
            breaks: 0,
            end,
        })
    }

    /// The answer without its body.
    pub(super) fn head(&self) -> &Incoming {
        &self.head
    }

    /// Whether the item says that nothing follows.
    pub(super) fn is_end(&self, frame: &Frame) -> bool {
        let end = self.end.map(str::as_bytes);
        end == Some(frame.data.trim_ascii())
    }

    /// An item that has come already.
    pub(super) fn parsed(&mut self) -> Result<Option<Frame>, Error> {
        let parsed = self.parser.next(&mut self.piece);
        if let Ok(Some(_)) = parsed {
            self.breaks = 0;
        }
        parsed.map_err(|TooLarge| {
            let message = "an item of the stream is larger than the client accepts";
            Error::from(Refusal::new(ErrorKind::TooLarge, message))
                .after(Progress::of_body(self.sent.info.id, self.begun))
        })
    }

    /// The next item, and the source unless that was the last one.
    pub(super) async fn advance(
        mut self: Box<Self>,
        reconnect: Option<Reconnect>,
    ) -> (Option<Box<Self>>, Option<Result<Frame, Error>>) {
        loop {
            let end = match self.receive().await {
                Ok(Some(frame)) => return (Some(self), Some(Ok(frame))),
                Ok(None) => match self.parser.end() {
                    Some(frame) => return (Some(self), Some(Ok(frame))),
                    None => None,
                },
                Err(error) => Some(error),
            };
            let is_passing = end.as_ref().is_none_or(|error| {
                matches!(error.kind(), ErrorKind::Connection | ErrorKind::Timeout)
            });
            let asked = reconnect.filter(|asked| is_passing && self.may_connect(asked));
            let Some(asked) = asked else {
                return (None, end.map(Err));
            };
            match self.connect(asked).await {
                Ok(true) => {}
                Ok(false) => return (None, None),
                Err(error) => return (None, Some(Err(error))),
            }
        }
    }

    /// An item of the body, or `None` at its end.
    async fn receive(&mut self) -> Result<Option<Frame>, Error> {
        loop {
            if let Some(frame) = self.parsed()? {
                return Ok(Some(frame));
            }
            let (sent, body) = (&self.sent, &mut self.body);
            let core = sent.client.core()?;
            let next = async { body.chunk().await.map_err(|error| broken(error, true)) };
            let piece = within(sent.limits.read_timeout, &*core.transport, pin!(next)).await;
            match piece
                .map_err(|error| error.after(Progress::of_body(self.sent.info.id, self.begun)))?
            {
                Some(piece) => self.piece = piece,
                None => return Ok(None),
            }
        }
    }

    /// Whether another connection is allowed. Lines have no id behind which they could go on.
    fn may_connect(&self, asked: &Reconnect) -> bool {
        let is_safe = asked.any_method || self.sent.request.method.is_safe();
        is_safe && matches!(self.parser, Parser::Events(_)) && self.breaks < asked.attempts
    }

    /// Asks for what follows the last event. The server may say that nothing does, with 204.
    async fn connect(&mut self, asked: Reconnect) -> Result<bool, Error> {
        self.breaks += 1;
        let (Parser::Events(parser), Some(draft)) = (&mut self.parser, &self.sent.draft) else {
            return Ok(false);
        };
        parser.restart();
        self.piece = Bytes::new();
        let wait = parser.wait().map_or(asked.wait, Duration::from_millis);
        let core = self.sent.client.core()?;
        sleep(wait.min(LONGEST_WAIT), &*core.transport).await?;
        let mut draft = Box::new(draft.as_ref().clone());
        if !parser.last_id().is_empty() {
            draft.goes_on_behind(parser.last_id());
        }
        let completed = send::start(self.sent.client.clone(), draft).await?;
        if completed.incoming.raw.status == StatusCode::NO_CONTENT {
            return Ok(false);
        }
        let (body, sent) = match taken(&completed.incoming) {
            Ok(taken) => taken,
            Err(error) => return Err(completed.unreadable(error)),
        };
        self.body = body;
        self.sent = sent;
        Ok(true)
    }

    /// The error of an item that cannot be read; its body is the item.
    pub(super) fn unreadable(&self, frame: &Frame, error: DecodeError) -> Error {
        let progress = Progress::of_body(self.sent.info.id, self.begun);
        let completed = Completed {
            operation: progress.operation,
            incoming: Incoming {
                raw: RawResponse { body: frame.data.clone(), ..self.head.raw.clone() },
                ..self.head.clone()
            },
            attempts: progress.attempts,
            elapsed: progress.elapsed,
        };
        completed.unreadable(error)
    }
}
