//! Where an answer ends: lengths and chunks.

#![expect(clippy::too_many_lines, reason = "a table")]

use super::{LIST, Named, bytes, chunked, head, raw};
use crate::server::Step::{Flood, Send};

pub(super) fn framing() -> Vec<Named> {
    let length = |length: &str| {
        raw(format!(
            "{}{LIST}",
            head("200 OK", &format!("content-length: {length}\r\n"))
        ))
    };
    vec![
        (
            "lengths that differ",
            raw(format!(
                "{}{LIST}",
                head("200 OK", "content-length: 10\r\ncontent-length: 11\r\n")
            )),
        ),
        ("a list of lengths", length("10, 11")),
        ("a length below zero", length("-10")),
        ("a length that is no number", length("ten")),
        ("a length with a sign", length("+10")),
        ("a length in hexadecimal", length("0xa")),
        (
            "a length beyond all numbers",
            length("99999999999999999999999999999"),
        ),
        ("an empty length", length("")),
        ("a length that is too long", length("100")),
        ("a length that is too short", length("5")),
        ("a length of none with a body", length("0")),
        (
            "both length and chunks that lie",
            raw(format!(
                "{}{LIST}",
                head(
                    "200 OK",
                    "content-length: 3\r\ntransfer-encoding: chunked\r\n"
                )
            )),
        ),
        (
            "a size that is no number",
            chunked("zz\r\n[\"user_1\"]\r\n0\r\n\r\n"),
        ),
        (
            "a size below zero",
            chunked("-a\r\n[\"user_1\"]\r\n0\r\n\r\n"),
        ),
        (
            "a size beyond all numbers",
            chunked("ffffffffffffffffffff\r\n[\"user_1\"]\r\n0\r\n\r\n"),
        ),
        (
            "a size that is too long",
            chunked("ff\r\n[\"user_1\"]\r\n0\r\n\r\n"),
        ),
        (
            "a size that is too short",
            chunked("3\r\n[\"user_1\"]\r\n0\r\n\r\n"),
        ),
        ("no size", chunked("\r\n[\"user_1\"]\r\n0\r\n\r\n")),
        ("no last chunk", chunked("a\r\n[\"user_1\"]\r\n")),
        ("half a chunk", chunked("a\r\n[\"us")),
        (
            "no end of line after a chunk",
            chunked("a\r\n[\"user_1\"]0\r\n\r\n"),
        ),
        (
            "an endless extension",
            vec![
                Send(bytes(head("200 OK", "transfer-encoding: chunked\r\n"))),
                Send(bytes("a;")),
                Flood(bytes("xxxxxxxxxxxxxxxx")),
            ],
        ),
        (
            "endless trailers",
            vec![
                Send(bytes(head("200 OK", "transfer-encoding: chunked\r\n"))),
                Send(bytes("a\r\n[\"user_1\"]\r\n0\r\n")),
                Flood(bytes("x-a: b\r\n")),
            ],
        ),
        (
            "endless digits of a size",
            vec![
                Send(bytes(head("200 OK", "transfer-encoding: chunked\r\n"))),
                Flood(bytes("0")),
            ],
        ),
        (
            "an unknown transfer coding",
            raw(format!(
                "{}{LIST}",
                head("200 OK", "transfer-encoding: gzip\r\n")
            )),
        ),
        (
            "chunks that are not last",
            raw(format!(
                "{}{LIST}",
                head("200 OK", "transfer-encoding: chunked, gzip\r\n")
            )),
        ),
        (
            "the head of HTTP/2",
            raw(b"\x00\x00\x12\x04\x00\x00\x00\x00\x00\x00\x03\x00\x00\x00\x80".as_slice()),
        ),
        ("HTTP/0.9", raw(LIST)),
        ("HTTP/3.0", raw(format!("HTTP/3.0 200 OK\r\n\r\n{LIST}"))),
        ("another protocol", raw("SSH-2.0-OpenSSH_9.9\r\n")),
        (
            "an alert of TLS",
            raw(b"\x15\x03\x01\x00\x02\x02\x46".as_slice()),
        ),
        ("zeros", raw([0; 4096])),
    ]
}
