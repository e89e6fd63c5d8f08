//! Pages: how an answer that does not come at once goes on.

/// How the pages of an operation follow one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paging {
    /// What says so.
    pub source: PagingSource,
    /// What tells the next page.
    pub by: Advance,
    /// Where the answer says whether there are more, as a JSON pointer.
    pub more: Option<String>,
    /// The members that lead to the list of items, from the outside inwards; `None` where nobody says which list it is.
    pub items: Option<Vec<String>>,
}

/// What says that an operation has pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PagingSource {
    /// An extension of the operation.
    Extension(&'static str),
    /// The header `Link` of its answer.
    Link,
    /// A rule of the configuration.
    Configuration,
}

/// What tells the next page. Places in an answer are JSON pointers, in which `-1` is the last element of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advance {
    /// The number of items before it.
    Offset(PageInput),
    /// Its number.
    Number {
        /// What it is written into.
        input: PageInput,
        /// The number of the first page.
        first: u64,
        /// Where the answer says how many there are.
        last: Option<String>,
    },
    /// A text of the last answer, which is sent back.
    Cursor {
        /// What it is written into.
        input: PageInput,
        /// Where the answer says it.
        next: String,
    },
    /// A URL at this place of the last answer.
    Url(String),
    /// A URL in the header `Link` of the last answer.
    Link,
}

/// What the position of a page is written into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageInput {
    /// The name on the wire.
    pub wire: String,
    /// Where it goes.
    pub location: PageLocation,
}

/// Where the position of a page goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageLocation {
    /// A parameter of the query.
    Query,
    /// A parameter of the path.
    Path,
    /// A member of the body, a number or a text.
    Body {
        /// Whether it is a number.
        is_number: bool,
    },
}

impl Paging {
    /// Whether pages follow one another in the same way, whatever says so.
    pub fn is_as(&self, other: &Self) -> bool {
        (&self.by, &self.more, &self.items) == (&other.by, &other.more, &other.items)
    }

    /// In words: ``cursor `/next` in `after` of the query; items in `data` ``.
    pub fn words(&self) -> String {
        let more = self.more.as_ref().map(|more| format!(", while `{more}`"));
        let items = self.items.as_ref().map(|items| match &items[..] {
            [] => "; items in the answer".to_owned(),
            members => format!("; items in `{}`", members.join(".")),
        });
        let more = more.unwrap_or_default();
        self.by.words() + &more + &items.unwrap_or_default()
    }
}

impl Advance {
    fn words(&self) -> String {
        match self {
            Self::Offset(input) => format!("offset in {}", input.words(true)),
            Self::Number { input, first, last } => {
                let last = last.as_ref().map(|at| format!(", as many as `{at}`"));
                let last = last.unwrap_or_default();
                format!("page in {} from {first}{last}", input.words(true))
            }
            Self::Cursor { input, next } => {
                format!("cursor `{next}` in {}", input.words(false))
            }
            Self::Url(next) => format!("URL `{next}`"),
            Self::Link => "header `Link`".to_owned(),
        }
    }
}

impl PageInput {
    /// Where it goes, and as what if that is not usual.
    fn words(&self, is_counted: bool) -> String {
        let place = match self.location {
            PageLocation::Query => "query",
            PageLocation::Path => "path",
            PageLocation::Body { is_number } if is_number == is_counted => "body",
            PageLocation::Body { is_number: true } => "body, a number",
            PageLocation::Body { is_number: false } => "body, a text",
        };
        format!("`{}` of the {place}", self.wire)
    }
}

impl PagingSource {
    /// In words, for reports.
    pub fn words(self) -> &'static str {
        match self {
            Self::Extension(key) => key,
            Self::Link => "header Link",
            Self::Configuration => "configuration",
        }
    }
}
