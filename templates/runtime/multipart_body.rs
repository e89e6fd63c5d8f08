//! Writes a form as the bytes of `multipart/form-data`, after [RFC 7578](https://www.rfc-editor.org/rfc/rfc7578).

use std::collections::BTreeSet;
use std::fmt::Write as _;

use http::HeaderValue;
use serde_json::Value;

use super::error::ErrorKind;
use super::expand::{self, Pieces};
use super::form::{self, FormField};
use super::multipart::{FieldContent, File, MultipartForm};
use super::percent::Encoding;
use super::refusal::Refusal;
use super::style::QueryStyle;

/// What a boundary begins with; a number follows.
const BOUNDARY: &str = "--------form-";

/// How many digits that number has.
const DIGITS: usize = 12;

/// The media type of the body with its boundary, and the body.
pub(super) fn write(
    content_type: &str,
    sent: &MultipartForm,
    fields: &[FormField],
) -> Result<(String, Vec<u8>), Refusal> {
    if let Some(what) = sent.not_a_form {
        return Err(form::not_a_form(what));
    }
    let mut parts = Vec::new();
    for (name, content) in &sent.fields {
        let said = fields.iter().find(|field| field.name == name);
        let said = said.copied().unwrap_or(FormField::new(""));
        match content {
            FieldContent::Files(files) => {
                parts.extend(files.iter().map(|file| Part::file(name, file, said)));
            }
            FieldContent::Value(value) => value_parts(name, value, said, &mut parts),
        }
    }
    let boundary = boundary(&parts);
    let mut body = Vec::new();
    for part in &parts {
        part.write(&boundary, &mut body)?;
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    Ok((format!("{content_type}; boundary={boundary}"), body))
}

/// A part: what is sent between two boundaries.
struct Part {
    name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    content: Vec<u8>,
}

impl Part {
    fn file(name: &str, file: &File, said: FormField) -> Self {
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
        }
        Self {
            name: name.to_owned(),
            file_name: file_name.map(str::to_owned),
            content_type: content_type.map(str::to_owned),
            content: content.to_vec(),
        }
    }

    /// A part without a media type is a text.
    fn text(name: &str, content: String, content_type: &str) -> Self {
        Self {
            name: name.to_owned(),
            file_name: None,
            content_type: (!content_type.is_empty()).then(|| content_type.to_owned()),
            content: content.into_bytes(),
        }
    }

    fn write(&self, boundary: &str, body: &mut Vec<u8>) -> Result<(), Refusal> {
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
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(&self.content);
        body.extend_from_slice(b"\r\n");
        Ok(())
    }
}

/// The parts of a value: one for each element of a list, unless the document says otherwise.
///
/// A media type holds for each element (OpenAPI 3.0.4, encoding object). `style` and `explode` name and join the values
/// as in a query, without its encoding.
fn value_parts(name: &str, value: &Value, said: FormField, parts: &mut Vec<Part>) {
    match (said.style, value) {
        (Some(QueryStyle::DeepObject), _) => {
            expand::deep(name, value, &mut |name, value| {
                single(name, value, said, parts);
            });
        }
        (Some(style), _) => {
            let delimiter = match style {
                QueryStyle::SpaceDelimited => " ",
                QueryStyle::PipeDelimited => "|",
                QueryStyle::Form | QueryStyle::DeepObject => ",",
            };
            let pieces = Pieces::of(value, said.explode, delimiter, Encoding::Raw);
            let pairs = pieces.into_iter().flat_map(|pieces| pieces.named(name));
            parts.extend(pairs.map(|(name, text)| Part::text(&name, text, said.content_type)));
        }
        (None, Value::Array(elements)) => {
            for element in elements {
                single(name, element, said, parts);
            }
        }
        (None, value) => single(name, value, said, parts),
    }
}

/// The part of one value; null has none.
fn single(name: &str, value: &Value, said: FormField, parts: &mut Vec<Part>) {
    let is_nested = value.is_object() || value.is_array();
    let content_type = match said.content_type {
        "" if is_nested => "application/json",
        said => said,
    };
    let text = match value {
        Value::Null => return,
        Value::String(text) if !said.is_json() => text.clone(),
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

/// The first boundary that is in no part: the same for the same parts. One look at each byte is enough, whatever is sent.
fn boundary(parts: &[Part]) -> String {
    let mut taken = BTreeSet::new();
    let texts = parts.iter().flat_map(|part| {
        let file_name = part.file_name.as_deref().unwrap_or_default();
        [part.name.as_bytes(), file_name.as_bytes(), &part.content]
    });
    for mut rest in texts {
        while let Some(at) = rest
            .windows(BOUNDARY.len())
            .position(|window| window == BOUNDARY.as_bytes())
        {
            rest = &rest[at + BOUNDARY.len()..];
            let digits = rest.get(..DIGITS).unwrap_or_default();
            let number = std::str::from_utf8(digits).ok();
            taken.extend(number.and_then(|digits| digits.parse::<usize>().ok()));
        }
    }
    // One number more than there are taken is enough.
    let free = (0..=taken.len()).find(|number| !taken.contains(number));
    format!("{BOUNDARY}{:0DIGITS$}", free.unwrap_or_default())
}
