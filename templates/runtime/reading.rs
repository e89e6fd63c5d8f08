//! How the bodies of answers are read: as JSON, as text, as bytes.

use bytes::Bytes;

use super::codec::{self, Decode};
use super::{
    decode_error::DecodeError, incoming::Incoming, raw_response::RawResponse, tame::tame,
    tape::Tape,
};
// Only with other answers.
use super::media_type;

/// How much is shown of the type of a body.
const SHOWN: usize = 64;

/// Reads a JSON body.
///
/// # Errors
/// A [`DecodeError`] when the body is not JSON, or not the JSON that the type expects.
pub fn json<T: Decode>(incoming: &Incoming) -> Result<T, DecodeError> {
    // Of each type there is a copy of this function, so it holds no more than what depends on the type.
    let tape = tape(incoming)?;
    let read = T::filled(tape.root());
    match ended(incoming, tape, read.as_ref().err()) {
        Some(error) => Err(error),
        None => read,
    }
}

/// Takes in the JSON of a body, which notes what somebody wants to be told of.
#[inline(never)]
fn tape(incoming: &Incoming) -> Result<Tape<'_>, DecodeError> {
    parse(&incoming.raw).map(|tape| incoming.look_out(tape))
}

/// Takes in the JSON of a body.
pub(super) fn parse(response: &RawResponse) -> Result<Tape<'_>, DecodeError> {
    readable(response)?;
    codec::parse(response.unmarked()).map_err(|error| explained(response, error))
}

/// Tells whoever looks at it how an answer that was read differs from the document; gives the error, if there is one.
#[inline(never)]
fn ended(incoming: &Incoming, tape: Tape<'_>, error: Option<&DecodeError>) -> Option<DecodeError> {
    let error = error.cloned().or_else(|| incoming.tell(tape).err())?;
    Some(explained(&incoming.raw, error))
}

/// Why a body does not fit. JSON under a wrong name is read all the same; anything else is better named than quoted.
#[cold]
fn explained(response: &RawResponse, error: DecodeError) -> DecodeError {
    let kind = response.content_type();
    if kind.is_empty() || kind.contains("json") {
        error
    } else {
        DecodeError::new("JSON", describe(response))
    }
}

/// The body, unless it is encoded: what the transport unpacked names no encoding any more.
pub(super) fn readable(response: &RawResponse) -> Result<&Bytes, DecodeError> {
    match response.encoding() {
        Some(_) => Err(DecodeError::new("a body as it is", describe(response))),
        None => Ok(&response.body),
    }
}

// Only with text answers.
/// Reads a text body, in the charset that the answer names: UTF-8, which is also what no charset means, or ISO-8859-1, which XML may
/// name itself.
///
/// # Errors
/// A [`DecodeError`] when the body is no text of that charset, or the charset is another one. Bytes are never replaced.
pub fn text(incoming: &Incoming) -> Result<String, DecodeError> {
    let response = &incoming.raw;
    let body = readable(response)?;
    let unnamed = if is_latin_xml(body) { "iso-8859-1" } else { "utf-8" };
    let charset = response.parameter("charset").unwrap_or(unnamed);
    match charset.to_ascii_lowercase().as_str() {
        // ASCII is a part of UTF-8.
        "utf-8" | "utf8" | "us-ascii" | "ascii" => {
            let text = std::str::from_utf8(response.unmarked()).map_err(|error| {
                let place = error.valid_up_to();
                let found = format!("{}, which are not at byte {place}", describe(response));
                DecodeError::new(format!("text in {}", tame(charset, SHOWN)), found)
            })?;
            Ok(text.to_owned())
        }
        // Each byte is the character of its number.
        "iso-8859-1" | "latin1" => Ok(body.iter().copied().map(char::from).collect()),
        _ => Err(DecodeError::new("text in UTF-8 or ISO-8859-1", describe(response))),
    }
}

// Only with text answers.
/// Whether XML says in its first line that it is in ISO-8859-1. A line that can be read is in no charset of two bytes, whatever it says.
fn is_latin_xml(body: &[u8]) -> bool {
    let end = body.iter().take(200).position(|byte| *byte == b'>');
    let line = end.and_then(|end| std::str::from_utf8(body.get(..end)?).ok());
    let said = line.and_then(|line| line.strip_prefix("<?xml")?.split_once("encoding"));
    let name = said.and_then(|(_, said)| said.split(['"', '\'']).nth(1));
    name.is_some_and(|name| name.eq_ignore_ascii_case("iso-8859-1"))
}

// Only with other answers.
/// Gives an answer back, unless it is of one of these media types, which are read in another way.
///
/// # Errors
/// A [`DecodeError`] that names the media type that came.
pub fn other_than<'i>(incoming: &'i Incoming, types: &[&str]) -> Result<&'i Incoming, DecodeError> {
    let response = &incoming.raw;
    let came = response.content_type();
    if types.iter().any(|named| media_type::is_named(came, named)) {
        let expected = "the media type that was asked for";
        return Err(DecodeError::new(expected, describe(response)));
    }
    Ok(incoming)
}

// Only with byte answers.
/// Gives the bytes of the body.
///
/// # Errors
/// A [`DecodeError`] when the body has a content encoding: its bytes are others.
pub fn bytes(incoming: &Incoming) -> Result<Bytes, DecodeError> {
    readable(&incoming.raw).cloned()
}

/// Gives the body as it came, whatever it is.
///
/// # Errors
/// None; the signature is that of the other readers.
pub fn raw(incoming: &Incoming) -> Result<Bytes, DecodeError> {
    Ok(Bytes::clone(&incoming.raw.body))
}

/// Passes over the body of an answer that is documented to have none.
///
/// # Errors
/// None; the signature is that of the other readers.
pub fn no_content(_: &Incoming) -> Result<(), DecodeError> {
    Ok(())
}

// Only with answers by status.
/// Says that no body is described for the status.
pub fn undocumented(incoming: &Incoming) -> DecodeError {
    let response = &incoming.raw;
    if response.body.is_empty() {
        return DecodeError::no_body();
    }
    let found = format!("the status {}", response.status.as_u16());
    DecodeError::new("a documented status", found)
}

/// The kind and the size of a body, such as `text/html (512 bytes)`.
pub(super) fn describe(response: &RawResponse) -> String {
    let kind = match response.content_type() {
        "" => "a body of no stated type".to_owned(),
        kind => tame(kind, SHOWN),
    };
    let encoding = response.encoding().map(|text| tame(text, SHOWN));
    let encoding = encoding.map_or_else(String::new, |text| format!(", encoded as `{text}`"));
    format!("{kind} ({} bytes{encoding})", response.body.len())
}
