//! Names of media types: what they say about a body, and the words that tell them apart.

use crate::ir::ContentKind;

/// A media type as the document writes it, taken apart.
#[derive(Debug)]
pub(super) struct MediaName<'t> {
    text: &'t str,
    /// In small letters, without parameters such as `charset`.
    essence: String,
}

impl<'t> MediaName<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let essence = text.split(';').next().unwrap_or_default();
        Self {
            text,
            essence: essence.trim().to_ascii_lowercase(),
        }
    }

    /// How it is read and written. A range that JSON is in is JSON.
    pub(super) fn kind(&self) -> ContentKind {
        match self.essence.as_str() {
            "application/json" | "text/json" | "*/*" | "application/*" => ContentKind::Json,
            "application/x-www-form-urlencoded" => ContentKind::Form,
            other if other.starts_with("multipart/") => ContentKind::Multipart,
            other if other.ends_with("+json") => ContentKind::Json,
            other if other.starts_with("text/") => ContentKind::Text,
            _ => ContentKind::Bytes,
        }
    }

    /// Whether it stands for several media types.
    pub(super) fn is_range(&self) -> bool {
        self.essence.contains('*')
    }

    /// The media type that a request names: the usual one of its kind where the document has a range.
    pub(super) fn sent(&self, kind: ContentKind) -> String {
        let usual = match kind {
            ContentKind::Multipart => return self.parts(),
            _ if !self.is_range() => self.text,
            ContentKind::Json => "application/json",
            ContentKind::Text => "text/plain",
            ContentKind::Form | ContentKind::Bytes => "application/octet-stream",
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

    /// The best form of a body comes first: JSON, then what has fields, then text, then bytes. The order in the document
    /// decides nothing.
    pub(super) fn rank(&self) -> (u8, &str) {
        let rank = match (self.kind(), self.essence.as_str()) {
            _ if self.is_range() => 8,
            (ContentKind::Json, "application/json") => 0,
            (ContentKind::Json, _) => 1,
            (ContentKind::Form, _) => 2,
            (ContentKind::Multipart, _) => 3,
            (ContentKind::Text, "text/plain") => 4,
            (ContentKind::Text, _) => 5,
            (ContentKind::Bytes, "application/octet-stream") => 6,
            (ContentKind::Bytes, _) => 7,
        };
        (rank, self.text)
    }

    /// Words that tell it from other media types: the subtype, or what everybody calls it.
    pub(super) fn words(&self) -> String {
        let subtype = match self.essence.as_str() {
            "application/x-www-form-urlencoded" => "form",
            "multipart/form-data" => "multipart",
            "text/plain" => "text",
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

/// The best of the forms of a body.
pub(super) fn best<'t>(names: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let ranked = names.map(|name| (MediaName::of(name).rank().0, name));
    ranked.min().map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_range_is_never_sent() {
        for (range, kind, sent) in [
            ("*/*", ContentKind::Json, "application/json"),
            ("*/*", ContentKind::Text, "text/plain"),
            ("image/*", ContentKind::Bytes, "application/octet-stream"),
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
    fn json_comes_before_what_has_fields_and_that_before_text_and_bytes() {
        let mut names = [
            "*/*",
            "application/pdf",
            "text/csv",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application/merge-patch+json",
            "application/json; charset=utf-8",
        ];
        names.sort_by_key(|name| MediaName::of(name).rank().0);
        names.reverse();
        assert_eq!(names[0], "*/*");
        assert_eq!(names[5], "application/merge-patch+json");
        assert_eq!(names[6], "application/json; charset=utf-8");
    }
}
