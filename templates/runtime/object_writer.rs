//! A JSON object while it is written, one call a field.

use std::collections::BTreeMap;

use super::json_writer::{JsonWriter, Tag};
use super::{absent::OptionalNullable, codec::Encode};

/// A JSON object being written.
#[derive(Debug)]
pub struct ObjectWriter<'w> {
    json: &'w mut JsonWriter,
    /// Where its names begin among those of the objects around it.
    names: usize,
    is_empty: bool,
    left_out: &'static [&'static str],
    /// The tags that it has to have and has not yet, the outermost first.
    tags: Vec<Tag>,
}

impl<'w> ObjectWriter<'w> {
    #[inline]
    pub(super) fn new(json: &'w mut JsonWriter, tags: Vec<Tag>) -> Self {
        json.text.push(b'{');
        Self { names: json.names.len(), json, is_empty: true, left_out: &[], tags }
    }

    /// Leaves out what only the server sends, if it goes into a request.
    pub fn leave_out(&mut self, names: &'static [&'static str]) {
        if self.json.is_sent {
            self.left_out = names;
        }
    }

    /// Writes a field that is always there.
    pub fn required<T: Encode + ?Sized>(&mut self, name: &'static str, value: &T) {
        if self.begins(name) {
            self.value(name, value);
        }
    }

    /// Writes the name of a field, unless it is left out.
    fn begins(&mut self, name: &'static str) -> bool {
        let is_written = !self.left_out.contains(&name);
        if is_written {
            self.json.names.push(name);
            self.name(name);
        }
        is_written
    }

    /// Writes a field unless it is `None`.
    pub fn optional<T: Encode>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.required(name, value);
        }
    }

    /// Writes a field unless it is absent; null is written.
    pub fn nullable<T: Encode>(&mut self, name: &'static str, value: &OptionalNullable<T>) {
        if !value.is_absent() {
            self.required(name, value);
        }
    }

    /// Writes the additional properties; a field written before wins over one of the same name.
    pub fn rest<T: Encode>(&mut self, rest: &BTreeMap<String, T>) {
        for (name, value) in rest {
            let written = self.json.names.get(self.names..).unwrap_or_default();
            let known = |known: &[&str]| known.contains(&name.as_str());
            if !known(written) && !known(self.left_out) {
                self.entry(name, value);
            }
        }
    }

    /// Writes a member.
    pub(super) fn entry<T: Encode + ?Sized>(&mut self, name: &str, value: &T) {
        self.name(name);
        self.value(name, value);
    }

    #[inline]
    fn value<T: Encode + ?Sized>(&mut self, name: &str, value: &T) {
        let start = self.json.text.len();
        value.encode(self.json);
        if !self.tags.is_empty() {
            self.correct(name, start);
        }
    }

    #[inline]
    fn name(&mut self, name: &str) {
        if !self.is_empty {
            self.json.text.push(b',');
        }
        self.is_empty = false;
        self.json.text(name);
        self.json.text.push(b':');
    }

    /// Puts the tag in the place of a value that does not select the candidate.
    fn correct(&mut self, name: &str, start: usize) {
        while let Some(at) = self.tags.iter().rposition(|tag| tag.name == name) {
            let values = self.tags.remove(at).values;
            let written = self.json.text.get(start..).unwrap_or_default();
            let is_right = values.iter().any(|value| value.as_bytes() == written);
            if let Some(first) = values.first().filter(|_| !is_right) {
                self.json.text.truncate(start);
                self.json.text.extend_from_slice(first.as_bytes());
            }
        }
    }

    /// Ends the object.
    pub fn finish(mut self) {
        while let Some(Tag { name, values }) = self.tags.pop() {
            let Some(first) = values.first() else {
                continue;
            };
            self.name(name);
            let start = self.json.text.len();
            self.json.text.extend_from_slice(first.as_bytes());
            self.correct(name, start);
        }
        self.json.names.truncate(self.names);
        self.json.text.push(b'}');
    }
}
