//! What looks wrong and is not: answers that can be read.

#![expect(clippy::too_many_lines, reason = "a table")]

use super::{LIST, Named, bytes, chunked, head, headers, ok, raw, whole};
use crate::server::Step::{Drip, Send};

/// The list in gzip.
const GZIP: &[u8] = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x8b\x56\x2a\x2d\x4e\x2d\x8a\x37\x54\x8a\x05\x00\xd2\x3c\xcd\xe8\x0a\x00\x00\x00";

/// The list in Brotli.
const BROTLI: &[u8] = b"\x8b\x04\x80\x5b\x22\x75\x73\x65\x72\x5f\x31\x22\x5d\x03";

/// What stands in front of the list where it is in Zstandard, in a block that is not compressed.
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd\x20\x0a\x51\x00\x00";

pub(super) fn fine() -> Vec<Named> {
    vec![
        ("a good answer", ok("", LIST)),
        (
            "a body that ends with the connection",
            raw(format!("{}{LIST}", head("200 OK", ""))),
        ),
        ("HTTP/1.0", raw(format!("HTTP/1.0 200 OK\r\n\r\n{LIST}"))),
        (
            "no reason phrase",
            raw(format!("HTTP/1.1 200\r\ncontent-length: 10\r\n\r\n{LIST}")),
        ),
        (
            "a reason phrase in Latin-1",
            raw([
                b"HTTP/1.1 200 tr\xe8s bien\r\ncontent-length: 10\r\n\r\n".as_slice(),
                LIST.as_bytes(),
            ]
            .concat()),
        ),
        ("lengths that agree", ok("content-length: 10\r\n", LIST)),
        (
            "chunks with extensions",
            chunked("a;x=\"y\"\r\n[\"user_1\"]\r\n0\r\n\r\n"),
        ),
        (
            "chunks with trailers",
            chunked("a\r\n[\"user_1\"]\r\n0\r\nx-sum: 1\r\n\r\n"),
        ),
        (
            "a chunk for each byte",
            chunked(
                &LIST
                    .chars()
                    .map(|c| format!("1\r\n{c}\r\n"))
                    .chain(["0\r\n\r\n".to_owned()])
                    .collect::<String>(),
            ),
        ),
        (
            "a few 1xx before",
            raw(format!(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{LIST}"
            )),
        ),
        ("a byte order mark", ok("", "\u{feff}[\"user_1\"]")),
        ("space around", ok("", " \r\n\t[\"user_1\"] \n\n")),
        (
            "JSON as text",
            whole("200 OK", "content-type: text/plain\r\n", LIST),
        ),
        (
            "JSON as HTML",
            whole("200 OK", "content-type: text/html\r\n", LIST),
        ),
        ("JSON of no type", whole("200 OK", "", LIST)),
        (
            "a type that is no text",
            raw([
                head("200 OK", "content-length: 10\r\n")
                    .trim_end()
                    .as_bytes(),
                b"\r\ncontent-type: \xff\xfe\r\n\r\n",
                LIST.as_bytes(),
            ]
            .concat()),
        ),
        ("two types", ok("content-type: text/html\r\n", LIST)),
        (
            "an encoding that is none",
            ok("content-encoding: identity\r\n", LIST),
        ),
        ("a body in gzip", ok("content-encoding: gzip\r\n", GZIP)),
        ("a body in br", ok("content-encoding: br\r\n", BROTLI)),
        (
            "a body in zstd",
            ok(
                "content-encoding: zstd\r\n",
                [ZSTD, LIST.as_bytes()].concat(),
            ),
        ),
        ("another success", whole("299 Fine", "", LIST)),
        ("escapes", ok("", r#"["\u0075ser_1"]"#)),
        (
            "bytes after the answer",
            raw(format!(
                "{}{LIST}HTTP/1.1 500 Stray\r\n\r\n",
                head("200 OK", "content-length: 10\r\n")
            )),
        ),
        ("ninety headers", ok(&headers(90), LIST)),
        (
            "a slow answer",
            vec![
                Drip(bytes(head("200 OK", "content-length: 10\r\n"))),
                Send(bytes(LIST)),
            ],
        ),
        (
            "a kept connection that is not",
            ok(
                "connection: keep-alive\r\nkeep-alive: timeout=100\r\n",
                LIST,
            ),
        ),
        (
            "a cookie that sets everything",
            ok("set-cookie: a=b; Domain=.; Path=/\r\n", LIST),
        ),
        (
            "a number in the form of a text",
            ok("age: x\r\ndate: never\r\n", LIST),
        ),
    ]
}
