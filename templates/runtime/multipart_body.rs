//! Writes a form as the bytes of `multipart/form-data`, after [RFC 7578](https://www.rfc-editor.org/rfc/rfc7578).

use std::collections::hash_map::RandomState;
use std::fmt::Write as _;
use std::hash::BuildHasher;
use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;

use super::file::{File, FileContent};
use super::form_field::{FormField, not_a_form};
use super::multipart::{FieldContent, MultipartForm};
use super::refusal::{ErrorKind, Refusal};
use super::{body::Body, expand::Pieces, percent::Encoding, sent::Sent, style::QueryStyle};
// Only with deep objects.
use super::expand;

/// The media type of the body with its boundary, and the body.
pub(super) fn write(
    content_type: &str,
    sent: &MultipartForm,
    fields: &[FormField],
) -> Result<(String, Body), Refusal> {
    if let Some(what) = &sent.not_a_form {
        return Err(not_a_form("body", what));
    }
    let mut parts = Vec::new();
    for (name, content) in &sent.fields {
        let said = fields.iter().find(|field| field.name == name);
        let said = said.copied().unwrap_or(FormField::new(""));
        match content {
            FieldContent::Files(files) => {
                for file in files {
                    parts.push(Part::file(name, file, said)?);
                }
            }
            FieldContent::Value(value) => value_parts(name, value, said, &mut parts),
        }
    }
    let boundary = boundary(&parts);
    let mut body = Joining::default();
    for part in parts {
        part.write(&boundary, &mut body)?;
    }
    body.bytes(&format!("--{boundary}--\r\n"));
    Ok((format!("{content_type}; boundary={boundary}"), body.finish()))
}

/// A part: what is sent between two boundaries.
struct Part {
    name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    content: Body,
}

impl Part {
    fn file(name: &str, file: &File, said: FormField) -> Result<Self, Refusal> {
        let (content, mut file_name, mut content_type) = file.parts();
        if !file.is_text() {
            let usual = if said.content_type.is_empty() {
                "application/octet-stream"
            } else {
                said.content_type
            };
            // Without a name, many servers take a part for a text.
            file_name = file_name.or(Some(name));
            content_type = content_type.or(Some(usual));
        } else if said.is_json() {
            // Without its media type it would be a text in the place of the document.
            content_type = content_type.or(Some(said.content_type));
        }
        Ok(Self {
            name: name.to_owned(),
            file_name: file_name.map(str::to_owned),
            content_type: content_type.map(str::to_owned),
            content: content_of(content)?,
        })
    }

    /// A part without a media type is a text.
    fn text(name: &str, content: String, content_type: &str) -> Self {
        Self {
            name: name.to_owned(),
            file_name: None,
            content_type: (!content_type.is_empty()).then(|| content_type.to_owned()),
            content: content.into(),
        }
    }

    fn write(self, boundary: &str, body: &mut Joining) -> Result<(), Refusal> {
        let mut head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"",
            quoted(&self.name)
        );
        if let Some(file_name) = &self.file_name {
            head.push_str("; filename=\"");
            head.push_str(&quoted(file_name));
            head.push('"');
        }
        if let Some(content_type) = &self.content_type {
            if HeaderValue::from_str(content_type).is_err() {
                let message = format!(
                    "the media type of the field `{}` has a character that a header cannot hold",
                    self.name.escape_debug()
                );
                return Err(Refusal::new(ErrorKind::InvalidRequest, message));
            }
            head.push_str("\r\nContent-Type: ");
            head.push_str(content_type);
        }
        head.push_str("\r\n\r\n");
        body.bytes(&head);
        body.body(self.content);
        body.bytes("\r\n");
        Ok(())
    }
}

/// The parts of a value: one for each element of a list, unless the document says otherwise.
///
/// A media type holds for each element (OpenAPI 3.0.4, encoding object). `style` and `explode` name and join the values
/// as in a query, without its encoding.
fn value_parts(name: &str, value: &Sent, said: FormField, parts: &mut Vec<Part>) {
    match (said.style, value) {
        // Only with deep objects.
        (Some(QueryStyle::DeepObject), _) => {
            expand::deep(name, value, &mut |name, value| {
                single(name, value, said, parts);
            });
        }
        (Some(style), _) => {
            let delimiter = match style {
                QueryStyle::SpaceDelimited => " ",
                QueryStyle::PipeDelimited => "|",
                QueryStyle::Form => ",",
                // Only with deep objects.
                QueryStyle::DeepObject => "",
            };
            let pieces = Pieces::of(value, said.explode, delimiter, Encoding::Raw);
            let pairs = pieces.into_iter().flat_map(|pieces| pieces.named(name));
            parts.extend(pairs.map(|(name, text)| Part::text(&name, text, said.content_type)));
        }
        (None, Sent::List(elements)) => {
            for element in elements {
                single(name, element, said, parts);
            }
        }
        (None, value) => single(name, value, said, parts),
    }
}

/// The part of one value; null has none.
fn single(name: &str, value: &Sent, said: FormField, parts: &mut Vec<Part>) {
    let is_nested = matches!(value, Sent::Members(_) | Sent::List(_));
    let content_type = match said.content_type {
        "" if is_nested => "application/json",
        said => said,
    };
    let text = match value {
        Sent::Null => return,
        Sent::Text(text) if !said.is_json() => text.clone(),
        other => other.to_string(),
    };
    parts.push(Part::text(name, text, content_type));
}

/// A text between the quotes of a parameter, as browsers write it, so that it cannot end there.
///
/// A backslash, which some readers take for an escape, and other control characters are encoded too.
/// Source: [HTML, multipart/form-data](https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data).
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '"' || c == '\\' || c.is_ascii_control() {
            let _: std::fmt::Result = write!(out, "%{:02X}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// A boundary that is in no part: the same for the same short form, and one that nobody can guess where there is too much to look
/// through.
fn boundary(parts: &[Part]) -> String {
    let usual = format!("{BOUNDARY}{:012}", 0);
    let has = |text: &[u8]| text.windows(usual.len()).any(|window| window == usual.as_bytes());
    let is_free = parts.iter().all(|part| {
        let content = part.content.as_bytes().filter(|bytes| bytes.len() <= SHORT);
        let file_name = part.file_name.as_deref().unwrap_or_default();
        content.is_some_and(|content| !has(content))
            && ![part.name.as_str(), file_name].iter().any(|text| has(text.as_bytes()))
    });
    if is_free {
        return usual;
    }
    let half = || RandomState::new().hash_one(());
    format!("{BOUNDARY}{:016x}{:016x}", half(), half())
}

/// What a boundary begins with.
const BOUNDARY: &str = "--------form-";

/// The content of a file, which is not copied.
fn content_of(content: &FileContent) -> Result<Body, Refusal> {
    match content {
        FileContent::Bytes(bytes) => Ok(Bytes::from_owner(Shared(Arc::clone(bytes))).into()),
        FileContent::Reader(reader) => Ok(Body::shared(reader.clone())),
        FileContent::Body(body) => Ok(Body::clone(&body.0)),
        FileContent::Path(path) => Body::file(path).map_err(|error| {
            let message = format!("the file {} cannot be sent: {error}", path.display());
            Refusal::new(ErrorKind::InvalidRequest, message)
        }),
    }
}

/// The content of a file that lies in memory.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A body in the making. What is short goes into one piece; what is long stays where it is.
#[derive(Default)]
struct Joining {
    pieces: Vec<Body>,
    last: Vec<u8>,
}

/// What is copied rather than sent as a piece of its own.
const SHORT: usize = 16 << 10;

impl Joining {
    fn bytes(&mut self, text: &str) {
        self.last.extend_from_slice(text.as_bytes());
    }

    fn body(&mut self, body: Body) {
        match body.as_bytes() {
            Some(bytes) if bytes.len() <= SHORT => self.last.extend_from_slice(bytes),
            _ => {
                self.cut();
                self.pieces.push(body);
            }
        }
    }

    fn cut(&mut self) {
        let last = std::mem::take(&mut self.last);
        self.pieces.push(last.into());
    }

    fn finish(mut self) -> Body {
        if self.pieces.is_empty() {
            return self.last.into();
        }
        self.cut();
        Body::joined(self.pieces)
    }
}
