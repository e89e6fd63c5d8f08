//! Answers: as they came, and with the value that was read from them.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, TRANSFER_ENCODING};
use http::{HeaderMap, StatusCode};

use super::codec::{Decode, from_slice, from_slice_strictly};
use super::decode_error::DecodeError;
use super::download::Rest;
use super::error::Error;
use super::outgoing::Outgoing;
use super::tame::tame;
use super::{media_type, problem};

/// How much is shown of the type of a body.
const SHOWN: usize = 64;

/// An answer as it came.
#[derive(Clone)]
pub struct RawResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
    /// What it is an answer to, where more may follow from that.
    pub(super) sent: Option<Arc<Outgoing>>,
    /// The body, where it is taken piece by piece.
    pub(super) rest: Option<Rest>,
    /// Whether it says that the call failed.
    pub(super) is_failure: bool,
}

impl RawResponse {
    /// The `Content-Type`, or nothing.
    pub fn content_type(&self) -> &str {
        media_type::of(&self.headers)
    }

    /// How a body is encoded that cannot be read as it is.
    fn encoding(&self) -> Option<&str> {
        let said = |name, is_known: fn(&str) -> bool| {
            let encoding = self
                .headers
                .get(name)?
                .to_str()
                .unwrap_or("not a text")
                .trim();
            (!is_known(&encoding.to_ascii_lowercase())).then_some(encoding)
        };
        let found = said(CONTENT_ENCODING, |encoding| {
            matches!(encoding, "" | "identity")
        })
        .or_else(|| {
            said(TRANSFER_ENCODING, |encoding| {
                matches!(encoding, "chunked" | "identity")
            })
        });
        found.filter(|_| !self.body.is_empty() || self.rest.is_some())
    }

    /// A parameter of the `Content-Type`, without quotes.
    fn parameter(&self, name: &str) -> Option<&str> {
        let parameters = self.content_type().split(';').skip(1);
        let mut pairs = parameters.filter_map(|parameter| parameter.split_once('='));
        let (_, value) = pairs.find(|(known, _)| known.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim().trim_matches('"'))
    }
}

/// Shows neither values of headers nor the body: each may hold a secret.
impl std::fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// Reads a JSON body. That of a failure is read to the letter: nearly all errors have lists, and the wrong one would fit.
///
/// # Errors
///
/// A [`DecodeError`] when the body is not JSON, or not the JSON that the type expects.
pub fn json<T: Decode>(response: &RawResponse) -> Result<T, DecodeError> {
    let body = without_mark(readable(response)?);
    let read = if response.is_failure {
        from_slice_strictly(body)
    } else {
        from_slice(body)
    };
    read.map_err(|error| {
        let kind = response.content_type();
        let says_json = kind.is_empty() || kind.contains("json");
        // JSON under a wrong name is read all the same; anything else is better named than quoted.
        if says_json {
            error
        } else {
            DecodeError::new("JSON", describe(response))
        }
    })
}

/// The body, unless it is encoded: this crate asks for no encoding, and reads none.
pub(super) fn readable(response: &RawResponse) -> Result<&Bytes, DecodeError> {
    match response.encoding() {
        Some(_) => Err(DecodeError::new("a body as it is", describe(response))),
        None => Ok(&response.body),
    }
}

/// What stands behind the mark that some servers put in front of UTF-8.
pub(super) fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

/// Reads a text body, in the charset that the answer names: UTF-8, which is also what no charset means, or ISO-8859-1.
///
/// # Errors
///
/// A [`DecodeError`] when the body is no text of that charset, or the charset is another one. Bytes are never replaced.
pub fn text(response: &RawResponse) -> Result<String, DecodeError> {
    let body = readable(response)?;
    let charset = response.parameter("charset").unwrap_or("utf-8");
    match charset.to_ascii_lowercase().as_str() {
        // ASCII is a part of UTF-8.
        "utf-8" | "utf8" | "us-ascii" | "ascii" => {
            let text = std::str::from_utf8(without_mark(body)).map_err(|error| {
                let place = error.valid_up_to();
                let found = format!("{}, which are not at byte {place}", describe(response));
                DecodeError::new(format!("text in {}", tame(charset, SHOWN)), found)
            })?;
            Ok(text.to_owned())
        }
        // Each byte is the character of its number.
        "iso-8859-1" | "latin1" => Ok(body.iter().copied().map(char::from).collect()),
        _ => Err(DecodeError::new(
            "text in UTF-8 or ISO-8859-1",
            describe(response),
        )),
    }
}

/// Gives an answer back, unless it is of one of these media types, which are read in another way.
///
/// # Errors
///
/// A [`DecodeError`] that names the media type that came.
pub fn other_than<'r>(
    response: &'r RawResponse,
    types: &[&str],
) -> Result<&'r RawResponse, DecodeError> {
    let came = response.content_type();
    if types.iter().any(|named| media_type::is_named(came, named)) {
        let expected = "the media type that was asked for";
        return Err(DecodeError::new(expected, describe(response)));
    }
    Ok(response)
}

/// Gives the bytes of the body.
///
/// # Errors
///
/// A [`DecodeError`] when the body has a content encoding: its bytes are others.
pub fn bytes(response: &RawResponse) -> Result<Bytes, DecodeError> {
    readable(response)?;
    Ok(response.body.clone())
}

/// Gives the body as it came, whatever it is.
///
/// # Errors
///
/// None; the signature is that of the other readers.
pub fn raw(response: &RawResponse) -> Result<Bytes, DecodeError> {
    Ok(Bytes::clone(&response.body))
}

/// Passes over the body of an answer that is documented to have none.
///
/// # Errors
///
/// None; the signature is that of the other readers.
pub fn no_content(_: &RawResponse) -> Result<(), DecodeError> {
    Ok(())
}

/// Says that no body is described for the status.
pub fn undocumented(response: &RawResponse) -> DecodeError {
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

/// A successful answer with what came along with it.
#[derive(Debug, Clone)]
pub struct Response<T> {
    value: T,
    completed: Completed,
}

impl<T> Response<T> {
    /// The value, without the rest.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The value.
    pub fn inner(&self) -> &T {
        &self.value
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.completed.response.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.completed.response.headers
    }

    /// The text of a header, whatever the case of its name; `None` where it is absent or no text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().get(name)?.to_str().ok()
    }

    /// The body as it came.
    pub fn body(&self) -> &[u8] {
        &self.completed.response.body
    }

    /// How many attempts were made; 1 when nothing was repeated.
    pub fn attempts(&self) -> u32 {
        self.completed.attempts
    }

    /// The time from the start of the call to its end, waits included.
    pub fn elapsed(&self) -> Duration {
        self.completed.elapsed
    }

    /// The id under which the server knows the request.
    pub fn request_id(&self) -> Option<&str> {
        problem::request_id(&self.completed.response.headers)
    }
}

/// A call that was answered with success, before its body is read.
#[derive(Debug, Clone)]
pub(super) struct Completed {
    pub(super) operation: &'static str,
    pub(super) response: RawResponse,
    pub(super) attempts: u32,
    pub(super) elapsed: Duration,
}

/// How the body of a successful answer is read.
pub(super) type Read<T> = fn(&RawResponse) -> Result<T, DecodeError>;

impl Completed {
    /// Reads the value.
    pub(super) fn read<T>(self, read: Read<T>) -> Result<Response<T>, Error> {
        match read(&self.response) {
            Ok(value) => Ok(Response {
                value,
                completed: self,
            }),
            Err(error) if error.is_no_body() => Err(Error::no_body(self)),
            Err(error) => Err(Error::decode(self, error)),
        }
    }
}
