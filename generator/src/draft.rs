//! What emitters hand on: files before they are text, and the making of one. Nothing decided about layout; no input or output here.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use proc_macro2::TokenStream;

/// Some files of the output that nobody has made yet. Tokens cannot go from thread to thread, but the making of them can.
pub struct Unit<'p> {
    make: Box<dyn Fn() -> Vec<Draft> + Send + Sync + 'p>,
}

impl<'p> Unit<'p> {
    /// The files that this makes.
    pub fn new<D: IntoIterator<Item = Draft>>(make: impl Fn() -> D + Send + Sync + 'p) -> Self {
        Self {
            make: Box::new(move || make().into_iter().collect()),
        }
    }

    /// One file.
    pub fn one(make: impl Fn() -> Draft + Send + Sync + 'p) -> Self {
        Self::new(move || [make()])
    }

    /// Makes the files.
    pub fn drafts(&self) -> Vec<Draft> {
        (self.make)()
    }
}

impl fmt::Debug for Unit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unit").finish_non_exhaustive()
    }
}

/// A file of the output before it is text.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The path below the output directory, with `/` between its parts.
    pub path: String,
    /// What the file holds.
    pub content: Content,
}

/// The content of a [`Draft`].
#[derive(Debug, Clone)]
pub enum Content {
    /// Rust code that depends on the document.
    Rust(Rust),
    /// Any other text, written as it is.
    Text(String),
    /// A file of `templates/`, or what the document needs of it, written as it is; Rust files get the header line.
    Verbatim(Cow<'static, str>),
}

/// The Rust code of one file.
#[derive(Debug, Clone, Default)]
pub struct Rust {
    /// The `//!` lines, without the marker.
    pub docs: Vec<String>,
    /// Items, each set off by a blank line; inner attributes may come as an item of their own.
    pub items: Vec<TokenStream>,
}

/// The output: file path to text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Output {
    /// Each file by its path below the output directory.
    pub files: BTreeMap<String, String>,
    /// SHA-256 of the document, in hexadecimal; kept in the lock file.
    pub spec: Option<String>,
    /// The text of the changelog, which belongs to the user: it is not in the lock file, and `check` leaves it alone.
    pub changelog: Option<String>,
    /// The document, where the configuration file says where it and the output lie; the lock file names it.
    pub document: Option<PathBuf>,
}

impl Draft {
    /// A file of Rust code.
    pub fn rust(path: impl Into<String>, rust: Rust) -> Self {
        Self {
            path: path.into(),
            content: Content::Rust(rust),
        }
    }

    /// The items of a file of Rust code; none for any other.
    pub fn rust_items(self) -> Vec<TokenStream> {
        match self.content {
            Content::Rust(rust) => rust.items,
            Content::Text(_) | Content::Verbatim(_) => Vec::new(),
        }
    }

    /// A file of any other text.
    pub fn text(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            content: Content::Text(text.into()),
        }
    }

    /// A file of `templates/`, copied as it is.
    pub fn verbatim(path: impl Into<String>, text: impl Into<Cow<'static, str>>) -> Self {
        Self {
            path: path.into(),
            content: Content::Verbatim(text.into()),
        }
    }
}
