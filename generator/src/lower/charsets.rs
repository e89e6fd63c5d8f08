//! The charset of what is sent: a request writes UTF-8, and its media type says so, whatever charset the document names.

use super::reports::Reports;
use crate::diag::codes;
use crate::ir::{Body, ContentKind};

const UTF_8: &str = "utf-8";

/// Names the charset in which a body is sent. Bytes and files are sent as callers have them, so their media types stay.
pub(super) fn sent(body: &mut Body, reports: &mut Reports<'_, '_>) {
    for content in std::iter::once(&mut body.main).chain(&mut body.others) {
        let is_written = match content.kind {
            ContentKind::Json | ContentKind::Text | ContentKind::Form => true,
            ContentKind::Multipart | ContentKind::Bytes | ContentKind::Stream(_) => false,
        };
        let Some((sent, charset)) = in_utf_8(&content.sent).filter(|_| is_written) else {
            continue;
        };
        reports.report(codes::OTHER_CHARSET, &content.at, |found| {
            found.arg("charset", charset).on_key()
        });
        content.sent = sent;
    }
}

/// A media type with UTF-8 in the place of its charset, and that charset, where it has another one.
fn in_utf_8(media_type: &str) -> Option<(String, String)> {
    let mut named = None;
    let parts = media_type.split(';').enumerate().map(|(index, part)| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let value = value.trim().trim_matches('"');
        let is_utf_8 = ["utf-8", "utf8"]
            .iter()
            .any(|one| value.eq_ignore_ascii_case(one));
        if index == 0 || is_utf_8 || !name.trim().eq_ignore_ascii_case("charset") {
            return part.to_owned();
        }
        named = Some(value.to_owned());
        format!("{name}={UTF_8}")
    });
    let parts: Vec<String> = parts.collect();
    named.map(|charset| (parts.join(";"), charset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_charset_of_a_media_type_gives_way() {
        for (media_type, sent) in [
            ("text/plain", None),
            ("text/plain; charset=UTF-8", None),
            ("text/plain; charset=\"utf8\"", None),
            (
                "text/plain; Charset=ISO-8859-1; x=1",
                Some("text/plain; Charset=utf-8; x=1"),
            ),
            (
                "text/csv;charset=\"utf-16\"",
                Some("text/csv;charset=utf-8"),
            ),
        ] {
            let found = in_utf_8(media_type).map(|(sent, _)| sent);
            assert_eq!(found.as_deref(), sent, "{media_type}");
        }
    }
}
