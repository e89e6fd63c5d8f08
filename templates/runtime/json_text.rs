//! A value as it stands in its text, for what has to keep the digits and the order of members of whoever wrote it.

use std::ops::Range;

use serde::de::IgnoredAny;

/// What stands around values and between them.
const BETWEEN: [char; 6] = [' ', '\n', '\r', '\t', ',', ':'];

/// The text of one JSON value, from its first sign to its last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct JsonText<'t>(&'t str);

impl<'t> JsonText<'t> {
    /// The value that a whole text is, if it is JSON.
    pub(super) fn of(text: &'t [u8]) -> Option<Self> {
        let text = std::str::from_utf8(text).ok()?;
        serde_json::from_str::<IgnoredAny>(text).ok()?;
        Some(Self(text.trim_matches([' ', '\n', '\r', '\t'])))
    }

    pub(super) fn as_str(self) -> &'t str {
        self.0
    }

    pub(super) fn is_number(self) -> bool {
        self.0.starts_with(|sign: char| sign == '-' || sign.is_ascii_digit())
    }

    /// The text, if it is one.
    pub(super) fn string(self) -> Option<String> {
        self.0.starts_with('"').then_some(())?;
        serde_json::from_str(self.0).ok()
    }

    /// The member of a name, if it is an object that has it.
    pub(super) fn get(self, name: &str) -> Option<Self> {
        self.0.get(self.place(name)?).map(Self)
    }

    /// The elements, if it is an array.
    pub(super) fn elements(self) -> Option<impl Iterator<Item = Self>> {
        let parts = self.0.starts_with('[').then(|| self.parts())?;
        Some(parts.filter_map(move |part| self.0.get(part).map(Self)))
    }

    /// The object with another value for a member, or with one member more; all else stays as it is.
    pub(super) fn with(self, name: &str, value: &str) -> Option<String> {
        let mut text = self.0.to_owned();
        if let Some(place) = self.place(name) {
            text.replace_range(place, value);
            return Some(text);
        }
        let inside = text.strip_prefix('{')?.strip_suffix('}')?;
        let comma = if inside.trim().is_empty() { "" } else { "," };
        let member = format!("{comma}{}:{value}", serde_json::Value::from(name));
        text.insert_str(text.len() - 1, &member);
        Some(text)
    }

    /// Where the value of a member is: of several of one name the last one counts.
    fn place(self, name: &str) -> Option<Range<usize>> {
        let mut parts = self.0.starts_with('{').then(|| self.parts())?;
        let mut found = None;
        while let (Some(known), Some(value)) = (parts.next(), parts.next()) {
            if self.0.get(known).map(Self).and_then(Self::string).as_deref() == Some(name) {
                found = Some(value);
            }
        }
        found
    }

    /// Where the parts of an array are, or of an object: a name and its value in turns.
    fn parts(self) -> impl Iterator<Item = Range<usize>> + use<'t> {
        let inside = self.0.get(..self.0.len() - 1).unwrap_or_default();
        let mut at = 1;
        std::iter::from_fn(move || {
            let rest = inside.get(at..)?;
            let part = rest.trim_start_matches(BETWEEN);
            let start = at + rest.len() - part.len();
            let mut values = serde_json::Deserializer::from_str(part).into_iter::<IgnoredAny>();
            values.next()?.ok()?;
            at = start + values.byte_offset();
            Some(start..at)
        })
    }
}
