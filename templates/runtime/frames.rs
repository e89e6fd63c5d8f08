//! The items of a stream as they came, and how each is read.

use bytes::Bytes;
use serde::de::IgnoredAny;

use super::codec::{self, Decode};
use super::{decode_error::DecodeError, incoming::Incoming, json_writer::JsonWriter};

/// An item of a stream as it came: an event, or a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The name of the event.
    pub event: Option<Vec<u8>>,
    /// What it holds.
    pub data: Bytes,
    /// The id of the last event that had one.
    pub id: Vec<u8>,
    /// The milliseconds to wait before another connection.
    pub retry: Option<u64>,
    /// Whether its end may be missing.
    pub is_cut: bool,
}

impl Frame {
    /// What has nothing but content.
    pub(super) fn of(data: Bytes) -> Self {
        Self { event: None, data, id: Vec::new(), retry: None, is_cut: false }
    }
}

/// An item is larger than the client accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

/// A server-sent event as it came.
///
/// It is what a stream gives whose document says nothing about its data.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServerSentEvent {
    /// Its name; `None` is what browsers call `message`.
    pub event: Option<String>,
    /// What it holds; lines are joined.
    pub data: String,
    /// The id of the last event that had one.
    pub id: Option<String>,
}

/// How an item is read.
pub(super) type ReadFrame<T> = fn(&Frame, &Incoming) -> Result<T, DecodeError>;

/// Reads what an item holds as JSON.
pub(super) fn content<T: Decode>(frame: &Frame, head: &Incoming) -> Result<T, DecodeError> {
    if frame.is_cut {
        return Err(DecodeError::new("a whole value", "one that may have lost its end"));
    }
    read(&frame.data, head)
}

/// Reads the JSON text of an item, and tells whoever looks at it how it differs from the document.
fn read<T: Decode>(text: &[u8], head: &Incoming) -> Result<T, DecodeError> {
    let tape = head.look_out(codec::parse(text)?);
    let value = T::filled(tape.root())?;
    head.tell(tape)?;
    Ok(value)
}

/// Reads an event with its name and its id as members beside its data: JSON, or a text where it is none.
pub(super) fn message<T: Decode>(frame: &Frame, head: &Incoming) -> Result<T, DecodeError> {
    // What is no JSON by itself may be made some by what is put around it.
    if serde_json::from_slice::<IgnoredAny>(&frame.data).is_err() {
        return text_message(frame, head);
    }
    match read(&envelope(frame, &frame.data)?, head) {
        Err(error) => text_message(frame, head).map_err(|_| error),
        read => read,
    }
}

/// Reads an event with its name and its id as members beside its data, which is a text.
pub(super) fn text_message<T: Decode>(frame: &Frame, head: &Incoming) -> Result<T, DecodeError> {
    let data = JsonWriter::write(&text(&frame.data)?, false);
    read(&envelope(frame, &data)?, head)
}

/// Gives an event as it came.
pub(super) fn untyped(frame: &Frame, _: &Incoming) -> Result<ServerSentEvent, DecodeError> {
    let name = frame.event.as_deref().map(text).transpose()?;
    let id = text(&frame.id)?;
    Ok(ServerSentEvent {
        event: name.map(str::to_owned),
        data: text(&frame.data)?.to_owned(),
        id: (!id.is_empty()).then(|| id.to_owned()),
    })
}

/// An event as a JSON object, around its data as JSON text.
fn envelope(frame: &Frame, data: &[u8]) -> Result<Vec<u8>, DecodeError> {
    let mut all = b"{\"data\":".to_vec();
    all.extend_from_slice(data);
    let named = frame.event.as_deref().map(|name| ("event", name));
    let id = Some(("id", &*frame.id)).filter(|(_, id)| !id.is_empty());
    for (name, value) in named.into_iter().chain(id) {
        all.extend_from_slice(format!(",\"{name}\":").as_bytes());
        all.extend(JsonWriter::write(&text(value)?, false));
    }
    if let Some(retry) = frame.retry {
        all.extend_from_slice(format!(",\"retry\":{retry}").as_bytes());
    }
    all.push(b'}');
    Ok(all)
}

fn text(bytes: &[u8]) -> Result<&str, DecodeError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let place = error.valid_up_to();
        DecodeError::new("text in UTF-8", format!("other bytes at byte {place}"))
    })
}
