//! What has no end, or comes too slowly.

#![expect(clippy::too_many_lines, reason = "a table")]

use super::{Named, bytes, head, ok, whole};
use crate::server::Step::{Flood, Hang, Send};

/// Half a gigabyte of blanks in Zstandard: a head, and blocks that say how often their byte stands there (RFC 8878, section 3.1).
fn bomb() -> Vec<u8> {
    let block = [*b"\x02\x00\x10 "; 4096].concat();
    [b"\x28\xb5\x2f\xfd\x00\x38", &*block].concat()
}

pub(super) fn endless() -> Vec<Named> {
    let start = |headers: &str| Send(bytes(head("200 OK", headers)));
    vec![
        (
            "a status line without end",
            vec![Send(bytes("HTTP/1.1 200 ")), Flood(bytes("xxxxxxxx"))],
        ),
        (
            "headers without end",
            vec![
                Send(bytes("HTTP/1.1 200 OK\r\n")),
                Flood(bytes("x-a: b\r\n")),
            ],
        ),
        (
            "a header without end",
            vec![
                Send(bytes("HTTP/1.1 200 OK\r\nx: ")),
                Flood(bytes("yyyyyyyy")),
            ],
        ),
        (
            "1xx without end",
            vec![Flood(bytes("HTTP/1.1 100 Continue\r\n\r\n"))],
        ),
        (
            "early hints without end",
            vec![Flood(bytes(
                "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n",
            ))],
        ),
        (
            "102 and silence",
            vec![Send(bytes("HTTP/1.1 102 Processing\r\n\r\n")), Hang],
        ),
        (
            "a body without end",
            vec![start(""), Flood(vec![b' '; 65_536])],
        ),
        (
            "chunks without end",
            vec![
                start("transfer-encoding: chunked\r\n"),
                Flood(bytes("8\r\n        \r\n")),
            ],
        ),
        (
            "a text without end",
            vec![start(""), Send(bytes("[\"")), Flood(vec![b'a'; 65_536])],
        ),
        ("line breaks without end", vec![Flood(bytes("\r\n"))]),
        (
            "an error without end",
            vec![Send(bytes(head("500 Oops", ""))), Flood(vec![b'x'; 65_536])],
        ),
        (
            "a redirect without end",
            vec![
                Send(bytes(head("302 Found", "location: /next\r\n"))),
                Flood(vec![b'x'; 65_536]),
            ],
        ),
        (
            "a body that unpacks to half a gigabyte",
            ok("content-encoding: zstd\r\n", bomb()),
        ),
        (
            "an error that unpacks to half a gigabyte",
            whole("500 Oops", "content-encoding: zstd\r\n", bomb()),
        ),
        (
            "a length of terabytes",
            vec![start("content-length: 9000000000000\r\n"), Hang],
        ),
        (
            "an error of terabytes",
            vec![
                Send(bytes(head("400 Bad", "content-length: 9000000000000\r\n"))),
                Flood(vec![b'x'; 65_536]),
            ],
        ),
    ]
}
