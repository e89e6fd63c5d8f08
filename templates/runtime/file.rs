//! Files that are sent: in memory, on the disk, or what a reader gives.

use std::fmt::{self, Debug, Formatter};
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

#[cfg(feature = "client")]
use super::body::Body;
use super::{absent::OptionalNullable, shared_reader::SharedReader};

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
    /// When there is no such file.
    pub fn open(path: impl Into<PathBuf>) -> io::Result<Self> {
        let path = path.into();
        std::fs::metadata(&path)?;
        let name = path.file_name();
        let name = name.map(|name| name.to_string_lossy().into_owned());
        Ok(Self { content: FileContent::Path(path), name, ..Self::new([]) })
    }

    /// What a reader gives, which is read while it is sent. That happens once, so such a call has one attempt.
    #[must_use]
    pub fn reader(reader: impl Read + Send + 'static) -> Self {
        Self { content: FileContent::Reader(SharedReader::new(reader)), ..Self::new([]) }
    }

    /// A body of any kind, such as a stream, or one whose progress is told.
    #[cfg(feature = "client")]
    #[must_use]
    pub fn body(body: impl Into<Body>) -> Self {
        Self { content: FileContent::Body(SharedBody(Arc::new(body.into()))), ..Self::new([]) }
    }

    /// A text in the place of a file, where either may be sent: a field without a file name, and without a media type unless one
    /// is set or the document says that the field is JSON.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { is_text: true, ..Self::new(text.into()) }
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
        (&self.content, self.name.as_deref(), self.content_type.as_deref())
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
    #[cfg(feature = "client")]
    Body(SharedBody),
}

impl Debug for FileContent {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            Self::Path(path) => path.fmt(f),
            Self::Reader(_) => f.write_str("a reader"),
            #[cfg(feature = "client")]
            Self::Body(body) => body.0.fmt(f),
        }
    }
}

/// A body that the clones of a file share.
#[cfg(feature = "client")]
#[derive(Clone)]
pub(super) struct SharedBody(pub(super) Arc<Body>);

#[cfg(feature = "client")]
impl PartialEq for SharedBody {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

#[cfg(feature = "client")]
impl Eq for SharedBody {}

/// What holds files: one, perhaps one, or several.
pub trait Files {
    /// Adds them to a list.
    #[doc(hidden)]
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
