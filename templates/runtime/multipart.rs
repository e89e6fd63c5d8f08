//! Bodies of the type `multipart/form-data`: files, and what stands beside them.

use std::collections::BTreeMap;

use super::file::{File, Files};
use super::{codec::Encode, sent::Sent};

/// The fields of a form in the making, in the order in which they are sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MultipartForm {
    pub(super) fields: Vec<(String, FieldContent)>,
    /// What has no fields, where the body is that; it is refused when it is sent.
    pub(super) not_a_form: Option<Sent>,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum FieldContent {
    Value(Sent),
    Files(Vec<File>),
}

impl MultipartForm {
    /// A form without fields.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field: a text, a number, a list with a part for each element, or an object as JSON. Null is left out.
    #[must_use]
    pub fn value(mut self, name: &str, value: &(impl Encode + ?Sized)) -> Self {
        let content = FieldContent::Value(Sent::of(value));
        self.fields.push((name.to_owned(), content));
        self
    }

    /// Adds a field of files, a part each.
    #[must_use]
    pub fn file(mut self, name: &str, files: &impl Files) -> Self {
        let mut list = Vec::new();
        files.add_to(&mut list);
        self.fields.push((name.to_owned(), FieldContent::Files(list)));
        self
    }

    /// Adds a field for each entry.
    #[must_use]
    pub fn values<T: Encode>(self, values: &BTreeMap<String, T>) -> Self {
        values.iter().fold(self, |form, (name, value)| form.value(name, value))
    }

    /// Sets the field that tells which candidate of a union it is.
    #[must_use]
    pub fn tag(mut self, name: &str, tag: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self.value(name, tag)
    }

    /// Sets a field to a truth value, whatever the caller set.
    #[cfg(feature = "client")]
    #[must_use]
    pub(super) fn flag(mut self, name: &str, is_on: bool) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self.value(name, &is_on)
    }

    /// Adds a field of files for each entry.
    #[must_use]
    pub fn files(self, files: &BTreeMap<String, impl Files>) -> Self {
        files.iter().fold(self, |form, (name, files)| form.file(name, files))
    }
}

/// A body that can be sent as a form.
pub trait Multipart {
    /// Its fields.
    fn form(&self) -> MultipartForm;
}

impl Multipart for MultipartForm {
    fn form(&self) -> MultipartForm {
        self.clone()
    }
}

impl Multipart for BTreeMap<String, File> {
    fn form(&self) -> MultipartForm {
        MultipartForm::new().files(self)
    }
}

impl Multipart for BTreeMap<String, Vec<File>> {
    fn form(&self) -> MultipartForm {
        MultipartForm::new().files(self)
    }
}

/// The members of an object are the fields; anything else has none, and is not sent.
impl<T: Encode + ?Sized> Multipart for T {
    fn form(&self) -> MultipartForm {
        match Sent::of(self) {
            Sent::Members(members) => MultipartForm {
                fields: members
                    .into_iter()
                    .map(|(name, value)| (name, FieldContent::Value(value)))
                    .collect(),
                not_a_form: None,
            },
            other => MultipartForm { fields: Vec::new(), not_a_form: Some(other) },
        }
    }
}
