//! The syntax of the lines that are shown: a text in, the kinds of its tokens out. It is for the eye, so a token that is
//! taken for another does no harm, and text that is no token is plain.

mod document;
mod rust;

use std::ops::Range;

pub(super) use document::document;
pub(super) use rust::rust;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Attribute,
    Comment,
    Function,
    Keyword,
    /// The key of a mapping.
    Key,
    Literal,
    String,
    Type,
}

impl Kind {
    /// The tag that opens it. Names are short, because there are many of them in a page.
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::Attribute => "<span class=\"a\">",
            Self::Comment => "<span class=\"c\">",
            Self::Function => "<span class=\"f\">",
            Self::Keyword => "<span class=\"k\">",
            Self::Key => "<span class=\"y\">",
            Self::Literal => "<span class=\"n\">",
            Self::String => "<span class=\"s\">",
            Self::Type => "<span class=\"t\">",
        }
    }
}

/// A token of a line, by its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
}

/// The tokens of each line, in their order.
pub(super) type Lines = Vec<Vec<Token>>;
