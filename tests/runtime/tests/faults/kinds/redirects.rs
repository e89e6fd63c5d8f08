//! Answers that lead elsewhere, into the wrong and to strangers.

use super::{Named, raw, whole};

pub(super) fn redirects(other: &str) -> Vec<Named> {
    let to = |status: &str, place: &str| whole(status, &format!("location: {place}\r\n"), "");
    vec![
        ("a redirect to itself", to("302 Found", "/v1/users")),
        (
            "a redirect to the same relative place",
            to("307 Temporary", ""),
        ),
        ("no place", whole("302 Found", "", "")),
        ("an empty place", to("302 Found", "")),
        ("a place that is no URL", to("302 Found", "http://[")),
        (
            "a place that is no text",
            raw(b"HTTP/1.1 302 Found\r\nlocation: \xff\xfe\r\ncontent-length: 0\r\n\r\n"),
        ),
        (
            "two places",
            whole(
                "302 Found",
                &format!("location: /v1/users\r\nlocation: http://{other}/take\r\n"),
                "",
            ),
        ),
        (
            "a place of a megabyte",
            to("302 Found", &format!("/{}", "x".repeat(300_000))),
        ),
        ("a script", to("302 Found", "javascript:alert(1)")),
        ("a file", to("302 Found", "file:///etc/passwd")),
        ("data", to("302 Found", "data:application/json,[]")),
        (
            "another protocol",
            to("302 Found", &format!("ftp://{other}/take")),
        ),
        (
            "a port that is none",
            to("302 Found", "http://127.0.0.1:99999/"),
        ),
        (
            "a port where nobody listens",
            to("302 Found", "http://127.0.0.1:1/"),
        ),
        (
            "a machine that is not there",
            to("302 Found", "http://tintype.invalid/"),
        ),
        (
            "300 with a place",
            to("300 Choices", &format!("http://{other}/take")),
        ),
        ("305", to("305 Use Proxy", &format!("http://{other}/take"))),
    ]
}

/// A GET is sent to another origin, without anything of the caller.
pub(super) fn strangers(other: &str) -> Vec<Named> {
    let to = |status: &str, place: &str| whole(status, &format!("location: {place}\r\n"), "");
    vec![
        (
            "301 to another origin",
            to("301 Moved", &format!("http://{other}/take")),
        ),
        (
            "302 to another origin",
            to("302 Found", &format!("http://{other}/take")),
        ),
        (
            "303 to another origin",
            to("303 See Other", &format!("http://{other}/take")),
        ),
        (
            "307 to another origin",
            to("307 Temporary", &format!("http://{other}/take")),
        ),
        (
            "308 to another origin",
            to("308 Permanent", &format!("http://{other}/take")),
        ),
        (
            "another origin without a scheme",
            to("302 Found", &format!("//{other}/take")),
        ),
        (
            "another origin with a user",
            to("302 Found", &format!("http://me:secret@{other}/take")),
        ),
        (
            "another origin with backslashes",
            to("302 Found", &format!("http:\\\\{other}\\take")),
        ),
        (
            "another origin by its other name",
            to(
                "302 Found",
                &format!("http://{}/take", other.replace("127.0.0.1", "localhost")),
            ),
        ),
    ]
}
