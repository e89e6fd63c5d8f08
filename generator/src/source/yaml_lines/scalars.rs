//! Scalars of YAML: where one begins, plain ones, and what these mean.

use std::borrow::Cow;

use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::super::yaml;
use super::lines::{Lines, REMARK, spaces};
use super::quoted::{push_breaks, quoted};
use super::{Unsure, blocks};

/// A text, and whether it may mean something else.
#[derive(Debug)]
pub(super) struct Scalar<'t> {
    text: Cow<'t, str>,
    is_plain: bool,
}

impl<'t> Scalar<'t> {
    pub(super) const fn plain(text: Cow<'t, str>) -> Self {
        let is_plain = true;
        Self { text, is_plain }
    }

    const fn text(text: Cow<'t, str>) -> Self {
        let is_plain = false;
        Self { text, is_plain }
    }
}

impl<'de> Deserializer<'de> for Scalar<'_> {
    type Error = Unsure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        let text = &*self.text;
        if !self.is_plain {
            return visitor.visit_str(text);
        }
        match text {
            "null" | "Null" | "NULL" | "~" => visitor.visit_unit(),
            "true" | "True" | "TRUE" => visitor.visit_bool(true),
            "false" | "False" | "FALSE" => visitor.visit_bool(false),
            _ if !may_be_number(text) => visitor.visit_str(text),
            _ => number(text, visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        visitor.visit_str(&self.text)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, Unsure> for Scalar<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Whether a text has only letters that numbers have, among them those of `0xff`, `-.inf` and `1e5`.
fn may_be_number(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first))
        && text
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || b"+-.xoinfINF".contains(&byte))
}

/// What may be a number.
fn number<'de, V: Visitor<'de>>(text: &str, visitor: V) -> Result<V::Value, Unsure> {
    let is_small = text.len() < 18 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_padded = text.len() > 1 && text.starts_with('0');
    if let Ok(number) = text.parse::<u64>()
        && is_small
        && !is_padded
    {
        return visitor.visit_u64(number);
    }
    // The reader of all YAML knows what it takes for a number.
    match yaml::scalar(text).ok_or(Unsure)? {
        Value::String(text) => visitor.visit_str(&text),
        Value::Number(number) => {
            if let Some(number) = number.as_u64() {
                visitor.visit_u64(number)
            } else if let Some(number) = number.as_i64() {
                visitor.visit_i64(number)
            } else {
                visitor.visit_f64(number.as_f64().ok_or(Unsure)?)
            }
        }
        _ => Err(Unsure),
    }
}

/// Where the key of an entry ends.
pub(super) fn colon(line: &str) -> Option<usize> {
    let inside = line.as_bytes().windows(2).position(|pair| pair == b": ");
    inside.or_else(|| line.strip_suffix(':').map(str::len))
}

/// Whether a plain text begins here for certain.
pub(super) fn begins_plain(text: &str) -> bool {
    let mut bytes = text.bytes();
    match bytes.next() {
        None | Some(b' ' | b'?' | b':') => false,
        Some(b'-') => !matches!(bytes.next(), None | Some(b' ')),
        Some(first) => !b",[]{}#&*!|>'\"%@`".contains(&first),
    }
}

/// The text that begins here, and the rest of its last line; `column` is that of the map or list around it.
pub(super) fn scalar<'t>(lines: &mut Lines<'t>, column: usize) -> Result<Scalar<'t>, Unsure> {
    let line = lines.rest_of_line();
    match line.as_bytes().first() {
        Some(b'|') => {
            blocks::block(lines, column, false).map(|text| Scalar::text(Cow::Owned(text)))
        }
        Some(b'>') => blocks::block(lines, column, true).map(|text| Scalar::text(Cow::Owned(text))),
        Some(b'\'' | b'"') => {
            let text = quoted(lines)?;
            lines.end_line()?;
            Ok(Scalar::text(text))
        }
        _ if begins_plain(line) => plain(lines, column).map(Scalar::plain),
        _ => Err(Unsure),
    }
}

/// A plain text, which goes on on lines that are further in.
fn plain<'t>(lines: &mut Lines<'t>, column: usize) -> Result<Cow<'t, str>, Unsure> {
    let (line, mut is_over) = plain_line(lines)?;
    let mut text = Cow::Borrowed(line);
    loop {
        let (mut empty, mut rest) = (0, lines.rest());
        let inside = loop {
            let inside = spaces(rest);
            let Some(next) = rest.get(inside..).and_then(|rest| rest.strip_prefix('\n')) else {
                break inside;
            };
            (empty, rest) = (empty + 1, next);
        };
        let begin = rest.as_bytes().get(inside);
        if is_over || inside <= column || matches!(begin, None | Some(b'#')) {
            return Ok(text);
        }
        lines.at = lines.text.len() - rest.len() + inside;
        let line;
        (line, is_over) = plain_line(lines)?;
        let text = text.to_mut();
        push_breaks(text, empty);
        text.push_str(line);
    }
}

/// A line of a plain text, and whether a remark ends the text there.
fn plain_line<'t>(lines: &mut Lines<'t>) -> Result<(&'t str, bool), Unsure> {
    let line = lines.rest_of_line();
    let remark = line.find(REMARK);
    let text = line.get(..remark.unwrap_or(line.len())).ok_or(Unsure)?;
    if colon(text).is_some() {
        return Err(Unsure);
    }
    lines.skip_line();
    Ok((text.trim_end_matches(' '), remark.is_some()))
}

/// The scalars of a list in brackets on one line, where they are words or in quotes.
pub(super) fn row(line: &str) -> Result<Vec<Scalar<'_>>, Unsure> {
    let inside = line
        .strip_prefix('[')
        .and_then(|line| line.strip_suffix(']'));
    let inside = inside.ok_or(Unsure)?.trim_matches(' ');
    if inside.is_empty() {
        return Ok(Vec::new());
    }
    inside.split(',').map(item).collect()
}

/// An item of a list in brackets, as it stands between commas.
fn item(item: &str) -> Result<Scalar<'_>, Unsure> {
    let item = item.trim_matches(' ');
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b"_-./ ".contains(&byte);
    let quoted = |quote: &&str| item.strip_prefix(*quote)?.strip_suffix(*quote);
    if item.starts_with(|first: char| first.is_ascii_alphanumeric()) && item.bytes().all(is_letter)
    {
        return Ok(Scalar::plain(Cow::Borrowed(item)));
    }
    let text = ["'", "\""].iter().find_map(quoted);
    let is_plain = |text: &&str| !text.contains(['\'', '"', '\\']);
    let text = text.filter(is_plain).ok_or(Unsure)?;
    Ok(Scalar::text(Cow::Borrowed(text)))
}
