//! Names of media types: what they say about a body, and the words that tell them apart.

use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, Schema};

use crate::ir::{ContentKind, Framing};
use crate::media_type;

/// A media type as the document writes it, taken apart.
#[derive(Debug)]
pub(super) struct MediaName<'t> {
    text: &'t str,
    /// In small letters, without parameters such as `charset`.
    essence: String,
}

impl<'t> MediaName<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self {
            text,
            essence: media_type::essence(text),
        }
    }

    /// How it is read and written, as far as its name says. A range that JSON is in is JSON.
    pub(super) fn kind(&self) -> ContentKind {
        match self.essence.as_str() {
            "text/event-stream" => ContentKind::Text,
            _ if self.is_stream() => ContentKind::Bytes,
            other if media_type::is_json(other) => ContentKind::Json,
            other if media_type::is_form(other) => ContentKind::Form,
            other if other.starts_with("multipart/") => ContentKind::Multipart,
            other if other.starts_with("text/") || media_type::is_xml(other) => ContentKind::Text,
            _ => ContentKind::Bytes,
        }
    }

    /// Whether it stands for several media types.
    pub(super) fn is_range(&self) -> bool {
        self.essence.contains('*')
    }

    /// Whether it stands for JSON and for what is no JSON: `application/*`, and not `application/*+json`.
    pub(super) fn is_json_or_other(&self) -> bool {
        matches!(self.essence.as_str(), "*/*" | "application/*")
    }

    /// Whether a body of it is a row of messages, which may never end.
    pub(super) fn is_stream(&self) -> bool {
        media_type::is_stream(&self.essence)
    }

    /// How the items of a body stand in it, as far as its name says.
    pub(super) fn separated(&self) -> Framing {
        if self.essence.ends_with("/event-stream") {
            Framing::Event
        } else if self.essence.ends_with("json-seq") {
            Framing::Record
        } else {
            Framing::Line
        }
    }

    /// The media type that a request names: the usual one of its kind where the document has a range. A range that no such one is
    /// in stays as it is, and callers name one.
    pub(super) fn sent(&self, kind: ContentKind) -> String {
        let usual = match kind {
            ContentKind::Multipart => return self.parts(),
            _ if !self.is_range() => self.text,
            ContentKind::Json => "application/json",
            ContentKind::Text if media_type::is_xml(&self.essence) => "application/xml",
            ContentKind::Text if self.essence != "application/*" => "text/plain",
            ContentKind::Bytes if self.essence == "text/*" => "text/plain",
            ContentKind::Text | ContentKind::Form | ContentKind::Bytes | ContentKind::Stream(_)
                if self.is_json_or_other() =>
            {
                "application/octet-stream"
            }
            ContentKind::Text | ContentKind::Form | ContentKind::Bytes | ContentKind::Stream(_) => {
                self.text
            }
        };
        usual.to_owned()
    }

    /// The media type of parts without a boundary: that follows from what is sent.
    fn parts(&self) -> String {
        if self.is_range() {
            return "multipart/form-data".to_owned();
        }
        let is_boundary = |part: &&str| {
            let name = part.split('=').next().unwrap_or_default();
            name.trim().eq_ignore_ascii_case("boundary")
        };
        let parts: Vec<&str> = self
            .text
            .split(';')
            .filter(|part| !is_boundary(part))
            .collect();
        parts.join(";")
    }

    /// The best form of a body comes first: JSON, then what has fields, then bytes, then text, then streams; within each a
    /// name before a range. The order in the document decides nothing.
    pub(super) fn rank(&self, kind: ContentKind) -> (u8, bool, bool, &'t str) {
        let (class, usual) = match kind {
            _ if self.is_stream() => (5, ""),
            ContentKind::Stream(_) => (5, ""),
            ContentKind::Json => (0, "application/json"),
            ContentKind::Form => (1, ""),
            ContentKind::Multipart => (2, ""),
            ContentKind::Bytes => (3, "application/octet-stream"),
            ContentKind::Text if media_type::is_xml(&self.essence) => (4, "application/xml"),
            ContentKind::Text => (4, "text/plain"),
        };
        (class, self.is_range(), self.essence != usual, self.text)
    }

    /// Whether everything that this one names is in the other one.
    pub(super) fn is_within(&self, other: &MediaName<'_>) -> bool {
        let is_same = self.essence == other.essence;
        let range = other.essence.strip_suffix('*');
        let is_inside = range.is_some_and(|range| self.essence.starts_with(range));
        let is_any = other.essence == "*/*";
        let mut asked = other.parameters();
        (is_same || is_inside || is_any) && asked.all(|one| self.parameters().any(|own| own == one))
    }

    /// What stands behind the name and tells media types apart; the charset does not.
    fn parameters(&self) -> impl Iterator<Item = String> {
        let all = self.text.split(';').skip(1);
        let all = all.map(|one| one.trim().to_ascii_lowercase());
        all.filter(|one| !one.is_empty() && !one.starts_with("charset="))
    }

    /// Words that tell it from other media types: the subtype, or what everybody calls it.
    pub(super) fn words(&self) -> String {
        let subtype = match self.essence.as_str() {
            "application/x-www-form-urlencoded" => "form",
            "multipart/form-data" => "multipart",
            "text/plain" => "text",
            name if media_type::is_plain_xml(name) => "xml",
            "application/octet-stream" | "application/*" | "*/*" => "bytes",
            other => match other.split_once('/') {
                Some((kind, "*")) => kind,
                Some((_, subtype)) => subtype.strip_prefix("x-").unwrap_or(subtype),
                None => other,
            },
        };
        subtype.to_owned()
    }
}

/// A media type as a header holds it: on one line. A break in it was reported.
pub(super) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The best of the forms of a body.
pub(super) fn best<'t>(names: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    names.min_by_key(|name| {
        let named = MediaName::of(name);
        named.rank(named.kind())
    })
}

/// The media type that each of a body shares its type with, itself among them: the best one of those whose schemas are equal.
pub(super) fn homes(content: &IndexMap<String, MediaType>) -> Vec<&str> {
    let mut groups: Vec<(&Option<ReferenceOr<Schema>>, Vec<&str>)> = Vec::new();
    let mut group_of = Vec::new();
    for (name, media) in content {
        let known = groups
            .iter()
            .position(|(schema, _)| **schema == media.schema);
        let at = known.unwrap_or(groups.len());
        if known.is_none() {
            groups.push((&media.schema, Vec::new()));
        }
        groups[at].1.push(name.as_str());
        group_of.push((at, name.as_str()));
    }
    let best = groups.iter().map(|(_, names)| best(names.iter().copied()));
    let best: Vec<Option<&str>> = best.collect();
    let homes = group_of.into_iter();
    homes
        .map(|(group, name)| best[group].unwrap_or(name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_media_type_is_sent_on_one_line() {
        assert_eq!(one_line("application/json\n"), "application/json");
        assert_eq!(one_line("text/csv;\r\n\tcharset=x"), "text/csv; charset=x");
        assert_eq!(one_line("text/csv; charset=x"), "text/csv; charset=x");
    }

    #[test]
    fn parameters_and_capitals_of_a_media_type_do_not_count() {
        let name = MediaName::of("Application/vnd.x+JSON; charset=utf-8");
        assert_eq!(name.kind(), ContentKind::Json);
        assert_eq!(
            name.sent(ContentKind::Json),
            "Application/vnd.x+JSON; charset=utf-8"
        );
        assert_eq!(name.words(), "vnd.x+json");
    }

    #[test]
    fn a_range_is_sent_as_a_media_type_that_is_in_it_or_left_to_callers() {
        for (range, kind, sent) in [
            ("*/*", ContentKind::Json, "application/json"),
            ("*/*", ContentKind::Text, "text/plain"),
            ("*/*", ContentKind::Bytes, "application/octet-stream"),
            ("text/*", ContentKind::Bytes, "text/plain"),
            ("image/*", ContentKind::Bytes, "image/*"),
            ("multipart/*", ContentKind::Multipart, "multipart/form-data"),
        ] {
            assert_eq!(MediaName::of(range).sent(kind), sent, "{range}");
        }
    }

    #[test]
    fn a_boundary_of_the_document_is_not_that_of_a_body() {
        let name = MediaName::of("Multipart/Related; type=\"text/xml\"; boundary=x");
        assert_eq!(name.kind(), ContentKind::Multipart);
        assert_eq!(
            name.sent(ContentKind::Multipart),
            "Multipart/Related; type=\"text/xml\""
        );
    }

    #[test]
    fn a_media_type_is_within_a_wider_one() {
        for (name, other, is_within) in [
            ("text/csv", "text/csv; charset=utf-8", true),
            ("text/csv", "text/*", true),
            ("text/csv", "*/*", true),
            ("text/*", "text/csv", false),
            ("application/json; v=1", "Application/JSON", true),
            ("application/json", "application/json; v=1", false),
            ("application/json; v=2", "application/json; v=1", false),
        ] {
            let (name, other) = (MediaName::of(name), MediaName::of(other));
            assert_eq!(name.is_within(&other), is_within, "{name:?} {other:?}");
        }
    }

    #[test]
    fn what_is_not_json_is_sent_under_application_as_bytes_are() {
        let range = MediaName::of("application/*");
        for kind in [ContentKind::Text, ContentKind::Bytes] {
            assert_eq!(range.sent(kind), "application/octet-stream");
        }
    }

    #[test]
    fn json_comes_first_and_then_fields_bytes_text_and_streams() {
        let sorted = [
            "application/json",
            "application/json; charset=utf-8",
            "application/json+sarif",
            "application/merge-patch+json",
            "*/*",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "application/octet-stream",
            "application/pdf",
            "image/*",
            "text/plain",
            "text/csv",
            "text/*",
            "application/geo+json-seq",
            "application/stream+json",
            "application/x-ndjson",
            "text/event-stream",
        ];
        let mut names = sorted;
        names.reverse();
        names.sort_by_key(|name| {
            let named = MediaName::of(name);
            named.rank(named.kind())
        });
        assert_eq!(names, sorted);
    }
}
