//! The tags in a text: those that Markdown has a form for, and that are not text themselves.

use super::super::inline::span;

/// A part of a text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece<'t> {
    /// Text, and what is in no row of [`KINDS`].
    Text(&'t str),
    /// A tag that begins something, with its attributes.
    Open(Tag, &'t str),
    /// A tag that ends something.
    Close(Tag),
}

/// What a tag means for Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Bold,
    Break,
    Cell,
    Code,
    Heading,
    Italic,
    Item,
    Link,
    List,
    Paragraph,
    /// Looks only.
    Plain,
    Quote,
    Row,
    Table,
}

/// The names of tags, sorted.
const KINDS: &[(&str, Tag)] = &[
    ("a", Tag::Link),
    ("b", Tag::Bold),
    ("blockquote", Tag::Quote),
    ("br", Tag::Break),
    ("code", Tag::Code),
    ("div", Tag::Paragraph),
    ("em", Tag::Italic),
    ("h1", Tag::Heading),
    ("h2", Tag::Heading),
    ("h3", Tag::Heading),
    ("h4", Tag::Heading),
    ("h5", Tag::Heading),
    ("h6", Tag::Heading),
    ("i", Tag::Italic),
    ("kbd", Tag::Code),
    ("li", Tag::Item),
    ("ol", Tag::List),
    ("p", Tag::Paragraph),
    ("span", Tag::Plain),
    ("strong", Tag::Bold),
    ("table", Tag::Table),
    ("tbody", Tag::Row),
    ("td", Tag::Cell),
    ("th", Tag::Cell),
    ("thead", Tag::Row),
    ("tr", Tag::Row),
    ("tt", Tag::Code),
    ("u", Tag::Plain),
    ("ul", Tag::List),
    ("var", Tag::Italic),
];

impl Tag {
    /// Whether it stands alone, or its end may be left out.
    fn may_be_open(self) -> bool {
        matches!(
            self,
            Self::Break | Self::Paragraph | Self::Item | Self::Row | Self::Cell
        )
    }
}

/// A tag where it stands.
struct Found<'t> {
    place: &'t str,
    kind: usize,
    is_end: bool,
    attributes: &'t str,
    is_used: bool,
}

/// The text in pieces. A tag that nothing ends, and an end of nothing, is text.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = found(text);
    pair(&mut found);
    let mut pieces = Vec::new();
    let mut from = 0;
    for tag in found.iter().filter(|tag| tag.is_used) {
        let at = tag.place.as_ptr().addr() - text.as_ptr().addr();
        if from < at {
            pieces.push(Piece::Text(&text[from..at]));
        }
        let kind = KINDS[tag.kind].1;
        pieces.push(if tag.is_end {
            Piece::Close(kind)
        } else {
            Piece::Open(kind, tag.attributes)
        });
        from = at + tag.place.len();
    }
    if from < text.len() {
        pieces.push(Piece::Text(&text[from..]));
    }
    pieces
}

/// All tags of [`KINDS`], outside of code and of what is escaped.
fn found(text: &str) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '`', '~', '\\']) {
        rest = &rest[at..];
        let length = if let Some(escaped) = rest.strip_prefix('\\') {
            1 + escaped.chars().next().map_or(0, char::len_utf8)
        } else if rest.starts_with('`') {
            span(rest).unwrap_or_else(|| rest.len() - rest.trim_start_matches('`').len())
        } else if rest.starts_with("~~~") && text[..text.len() - rest.len()].ends_with('\n') {
            let marks = rest.len() - rest.trim_start_matches('~').len();
            let end = rest[marks..].find("\n~~~");
            end.map_or(marks, |end| marks + end + "\n~~~".len())
        } else if let Some(tag) = tag(rest) {
            let length = tag.place.len();
            found.push(tag);
            length
        } else {
            1
        };
        rest = &rest[length..];
    }
    found
}

/// The tag that begins here.
fn tag(rest: &str) -> Option<Found<'_>> {
    let inner = rest.strip_prefix('<')?;
    let inner = &inner[..inner
        .find(['<', '>'])
        .filter(|end| inner[*end..].starts_with('>'))?];
    let place = &rest[..inner.len() + 2];
    let is_end = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric());
    let (name, attributes) = inner.split_at(length.unwrap_or(inner.len()));
    let name = name.to_ascii_lowercase();
    let kind = KINDS.binary_search_by_key(&&*name, |(name, _)| name).ok()?;
    let attributes = attributes.trim_end_matches('/');
    if !attributes.is_empty() && !attributes.starts_with(char::is_whitespace) {
        return None;
    }
    Some(Found {
        place,
        kind,
        is_end,
        attributes,
        is_used: false,
    })
}

/// Marks the tags that are used: each end with the beginning before it, and what needs no end.
fn pair(found: &mut [Found<'_>]) {
    let mut open: Vec<Vec<usize>> = vec![Vec::new(); KINDS.len()];
    for at in 0..found.len() {
        let (kind, is_end) = (found[at].kind, found[at].is_end);
        let tag = KINDS[kind].1;
        if !is_end {
            found[at].is_used = tag.may_be_open();
            open[kind].push(at);
        } else if let Some(begin) = open[kind].pop() {
            found[begin].is_used = true;
            found[at].is_used = true;
        } else {
            found[at].is_used = tag.may_be_open();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::KINDS;

    #[test]
    fn names_of_tags_are_sorted() {
        assert!(KINDS.is_sorted_by_key(|(name, _)| name));
    }
}
