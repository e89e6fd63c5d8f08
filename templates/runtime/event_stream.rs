//! Answers that are streams: typed items, one after the other, until the server ends them.

use std::fmt::{self, Debug, Formatter};
use std::future::poll_fn;
use std::task::{Context, Poll};

use super::event_source::{Reconnect, Source};
use super::frames::{Frame, ReadFrame, ServerSentEvent, content, message, text_message, untyped};
use super::{
    boxed::BoxFuture, codec::Decode, decode_error::DecodeError, error::Error,
    event_parser::EventParser, frame_parser::Parser, incoming::Incoming, line_parser::LineParser,
};

/// The items of an answer, as they come in: server-sent events, lines of JSON, or a sequence of JSON texts.
///
/// `while let Some(item) = stream.next().await` takes them one by one.
///
/// The timeouts of the call end where the body begins; from there on each piece has the time of
/// [`read_timeout`](super::Request::read_timeout). An item that cannot be read is an error, and the next one can be asked for; what
/// breaks off gives its error and then ends. Dropping the stream ends the connection.
pub struct EventStream<T> {
    state: State,
    read: ReadFrame<T>,
    reconnect: Option<Reconnect>,
    last_id: Vec<u8>,
}

type Step = (Option<Box<Source>>, Option<Result<Frame, Error>>);

enum State {
    Waiting(Box<Source>),
    Reading(BoxFuture<'static, Step>),
    Ended,
}

impl<T> EventStream<T> {
    /// The next item, or `None` at the end. If the future is dropped before it is ready, nothing is lost.
    ///
    /// # Errors
    /// An [`Error`] of the connection or of the time when the stream breaks off, and one of the kind
    /// [`Decode`](super::ErrorKind::Decode) for an item that is not what the document describes.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|cx| self.poll_item(cx)).await
    }

    /// Goes on after a break: the server is asked for what follows the last event that had an id.
    #[must_use]
    pub fn reconnecting(mut self, reconnect: Reconnect) -> Self {
        self.reconnect = Some(reconnect);
        self
    }

    /// The id of the last event that had one. A request with it as the header `Last-Event-ID` goes on behind that event.
    pub fn last_event_id(&self) -> Option<&str> {
        let id = std::str::from_utf8(&self.last_id).ok()?;
        Some(id).filter(|id| !id.is_empty())
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Ended => return Poll::Ready(None),
                State::Waiting(mut source) => match source.parsed() {
                    // What has come already needs no future.
                    Ok(Some(frame)) => return Poll::Ready(self.give(source, &frame)),
                    Ok(None) => {
                        let reading = source.advance(self.reconnect);
                        self.state = State::Reading(Box::pin(reading));
                    }
                    Err(error) => return Poll::Ready(Some(Err(error))),
                },
                State::Reading(mut reading) => match reading.as_mut().poll(cx) {
                    Poll::Ready((Some(source), Some(Ok(frame)))) => {
                        return Poll::Ready(self.give(source, &frame));
                    }
                    Poll::Ready((_, end)) => {
                        let error = end.and_then(Result::err);
                        return Poll::Ready(error.map(Err));
                    }
                    Poll::Pending => {
                        self.state = State::Reading(reading);
                        return Poll::Pending;
                    }
                },
            }
        }
    }

    fn give(&mut self, source: Box<Source>, frame: &Frame) -> Option<Result<T, Error>> {
        if source.is_end(frame) {
            return None;
        }
        self.last_id.clone_from(&frame.id);
        let read = (self.read)(frame, source.head());
        let read = read.map_err(|error| source.unreadable(frame, error));
        self.state = State::Waiting(source);
        Some(read)
    }
}

#[cfg(feature = "blocking")]
impl<T: Send + 'static> Iterator for super::blocking::Waiting<EventStream<T>> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.step(EventStream::poll_item)
    }
}

#[cfg(feature = "blocking")]
impl<T: Send + 'static> EventStream<T> {
    /// The items for code without `async`: each is waited for.
    ///
    /// A task of a Tokio runtime must not wait, and gets an error.
    pub fn blocking(self) -> impl Iterator<Item = Result<T, Error>> {
        super::blocking::Waiting::new(self)
    }
}

#[cfg(feature = "futures")]
impl<T> futures_core::Stream for EventStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: std::pin::Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(cx)
    }
}

impl<T> Debug for EventStream<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").finish_non_exhaustive()
    }
}

/// Reads the data of server-sent events as JSON.
///
/// # Errors
/// A [`DecodeError`] when the answer is no stream, or was taken before.
pub fn events<T: Decode>(incoming: &Incoming) -> Result<EventStream<T>, DecodeError> {
    of(incoming, server_sent, content, true)
}

/// Reads server-sent events as objects of their name, their id and their data, which is JSON.
///
/// # Errors
/// As [`events`].
pub fn messages<T: Decode>(incoming: &Incoming) -> Result<EventStream<T>, DecodeError> {
    of(incoming, server_sent, message, true)
}

/// Reads server-sent events as objects of their name, their id and their data, which is a text.
///
/// # Errors
/// As [`events`].
pub fn text_messages<T: Decode>(incoming: &Incoming) -> Result<EventStream<T>, DecodeError> {
    of(incoming, server_sent, text_message, true)
}

/// Gives server-sent events as they come.
///
/// # Errors
/// As [`events`].
pub fn server_sent_events(
    incoming: &Incoming,
) -> Result<EventStream<ServerSentEvent>, DecodeError> {
    of(incoming, server_sent, untyped, false)
}

/// Reads a JSON value on each line.
///
/// # Errors
/// As [`events`].
pub fn lines<T: Decode>(incoming: &Incoming) -> Result<EventStream<T>, DecodeError> {
    of(incoming, |limit| Parser::Lines(LineParser::lines(limit)), content, false)
}

/// Reads a JSON value behind each record separator.
///
/// # Errors
/// As [`events`].
pub fn sequence<T: Decode>(incoming: &Incoming) -> Result<EventStream<T>, DecodeError> {
    of(incoming, |limit| Parser::Lines(LineParser::sequence(limit)), content, false)
}

fn server_sent(limit: usize) -> Parser {
    Parser::Events(EventParser::new(limit))
}

fn of<T>(
    incoming: &Incoming,
    parser: fn(usize) -> Parser,
    read: ReadFrame<T>,
    ends_when_done: bool,
) -> Result<EventStream<T>, DecodeError> {
    Ok(EventStream {
        state: State::Waiting(Box::new(Source::of(incoming, parser, ends_when_done)?)),
        read,
        reconnect: None,
        last_id: Vec::new(),
    })
}
