//! Bodies of the type `multipart/form-data`: files, and what stands beside them.

use std::collections::BTreeMap;
use std::fmt::{self, Debug, Formatter};
use std::io::{self, Read};
use std::path::PathBuf;
#[cfg(feature = "client")]
use std::sync::PoisonError;
use std::sync::{Arc, Mutex};

use serde_json::Value;

use super::absent::OptionalNullable;
use super::codec::Encode;
use super::sent;

/// A file that is sent: its content, and perhaps what it is called and what it holds.
///
/// Cloning is cheap: the content is shared.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    content: FileContent,
    name: Option<String>,
    content_type: Option<String>,
    is_text: bool,
}

impl File {
    /// A file with this content.
    #[must_use]
    pub fn new(content: impl Into<Vec<u8>>) -> Self {
        Self {
            content: FileContent::Bytes(Arc::new(content.into())),
            name: None,
            content_type: None,
            is_text: false,
        }
    }

    /// A file on the disk, which is read while it is sent; it is called as it is there.
    ///
    /// # Errors
    ///
    /// When there is no such file.
    pub fn open(path: impl Into<PathBuf>) -> io::Result<Self> {
        let path = path.into();
        std::fs::metadata(&path)?;
        let name = path.file_name();
        let name = name.map(|name| name.to_string_lossy().into_owned());
        Ok(Self {
            content: FileContent::Path(path),
            name,
            ..Self::new([])
        })
    }

    /// What a reader gives, which is read while it is sent. That happens once, so such a call has one attempt.
    #[must_use]
    pub fn reader(reader: impl Read + Send + 'static) -> Self {
        Self {
            content: FileContent::Reader(SharedReader::new(reader)),
            ..Self::new([])
        }
    }

    /// A text in the place of a file, where either may be sent: a field without a file name, and without a media type unless one
    /// is set.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            is_text: true,
            ..Self::new(text.into())
        }
    }

    /// Sets what the file is called; like the field that it is in by default.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets its media type; what the document says of the field by default, or `application/octet-stream`.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// The content, and the name and the media type that were set.
    #[cfg(feature = "client")]
    pub(super) fn parts(&self) -> (&FileContent, Option<&str>, Option<&str>) {
        (
            &self.content,
            self.name.as_deref(),
            self.content_type.as_deref(),
        )
    }

    /// Whether it stands for a text.
    #[cfg(feature = "client")]
    pub(super) fn is_text(&self) -> bool {
        self.is_text
    }
}

impl From<Vec<u8>> for File {
    fn from(content: Vec<u8>) -> Self {
        Self::new(content)
    }
}

impl From<&[u8]> for File {
    fn from(content: &[u8]) -> Self {
        Self::new(content)
    }
}

impl From<String> for File {
    fn from(content: String) -> Self {
        Self::new(content)
    }
}

impl From<&str> for File {
    fn from(content: &str) -> Self {
        Self::new(content)
    }
}

/// Shows the size and not the content, which may be long or a secret.
impl Debug for File {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("File")
            .field("name", &self.name)
            .field("content_type", &self.content_type)
            .field("is_text", &self.is_text)
            .field("content", &self.content)
            .finish()
    }
}

/// Where the content of a file is.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum FileContent {
    Bytes(Arc<Vec<u8>>),
    Path(PathBuf),
    Reader(SharedReader),
}

impl Debug for FileContent {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Self::Path(path) => path.fmt(f),
            Self::Reader(_) => f.write_str("a reader"),
        }
    }
}

/// A reader that the clones of a file share, until one of them is sent.
#[derive(Clone)]
pub(super) struct SharedReader(Arc<Mutex<Option<Box<dyn Read + Send>>>>);

impl SharedReader {
    fn new(reader: impl Read + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(Some(Box::new(reader)))))
    }

    #[cfg(feature = "client")]
    pub(super) fn take(&self) -> Option<Box<dyn Read + Send>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl PartialEq for SharedReader {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for SharedReader {}

/// What holds files: one, perhaps one, or several.
pub trait Files {
    /// Adds them to a list.
    fn add_to(&self, files: &mut Vec<File>);
}

impl<T: Files> Files for &T {
    fn add_to(&self, files: &mut Vec<File>) {
        (*self).add_to(files);
    }
}

impl Files for File {
    fn add_to(&self, files: &mut Vec<File>) {
        files.push(self.clone());
    }
}

impl<T: Files> Files for Option<T> {
    fn add_to(&self, files: &mut Vec<File>) {
        if let Some(inner) = self {
            inner.add_to(files);
        }
    }
}

impl<T: Files> Files for OptionalNullable<T> {
    fn add_to(&self, files: &mut Vec<File>) {
        self.value().add_to(files);
    }
}

impl<T: Files> Files for Vec<T> {
    fn add_to(&self, files: &mut Vec<File>) {
        for inner in self {
            inner.add_to(files);
        }
    }
}

/// The fields of a form in the making, in the order in which they are sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MultipartForm {
    pub(super) fields: Vec<(String, FieldContent)>,
    /// What has no fields, where the body is that; it is refused when it is sent.
    pub(super) not_a_form: Option<&'static str>,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum FieldContent {
    Value(Value),
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
        let content = FieldContent::Value(sent::value(value));
        self.fields.push((name.to_owned(), content));
        self
    }

    /// Adds a field of files, a part each.
    #[must_use]
    pub fn file(mut self, name: &str, files: &impl Files) -> Self {
        let mut list = Vec::new();
        files.add_to(&mut list);
        self.fields
            .push((name.to_owned(), FieldContent::Files(list)));
        self
    }

    /// Adds a field for each entry.
    #[must_use]
    pub fn values<T: Encode>(self, values: &BTreeMap<String, T>) -> Self {
        values
            .iter()
            .fold(self, |form, (name, value)| form.value(name, value))
    }

    /// Sets the field that tells which candidate of a union it is.
    #[must_use]
    pub fn tag(mut self, name: &str, tag: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self.value(name, tag)
    }

    /// Adds a field of files for each entry.
    #[must_use]
    pub fn files(self, files: &BTreeMap<String, impl Files>) -> Self {
        files
            .iter()
            .fold(self, |form, (name, files)| form.file(name, files))
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

/// What a value is that has no fields.
pub(super) fn without_fields(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
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
        match sent::value(self) {
            Value::Object(members) => MultipartForm {
                fields: members
                    .into_iter()
                    .map(|(name, value)| (name, FieldContent::Value(value)))
                    .collect(),
                not_a_form: None,
            },
            other => MultipartForm {
                fields: Vec::new(),
                not_a_form: Some(without_fields(&other)),
            },
        }
    }
}
