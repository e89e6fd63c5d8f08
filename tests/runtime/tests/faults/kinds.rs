//! The kinds of faults: what a server can do wrong, a line each.

#![expect(clippy::too_many_lines, reason = "tables")]

use crate::server::Step::{self, Drip, Flood, Hang, Reset, Send};

/// A fault and what a careful client makes of it.
pub(crate) struct Fault {
    pub(crate) name: &'static str,
    pub(crate) script: Vec<Step>,
    /// Whether a list of users can be read from it.
    pub(crate) is_fine: bool,
}

const LIST: &str = r#"["user_1"]"#;

fn bytes(text: impl AsRef<[u8]>) -> Vec<u8> {
    text.as_ref().to_vec()
}

fn head(status: &str, headers: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}\r\n")
}

fn headers(count: u32) -> String {
    let lines: Vec<String> = (0..count).map(|i| format!("x-{i}: 1\r\n")).collect();
    lines.concat()
}

/// A whole answer with some headers and a body.
fn whole(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<Step> {
    let body = body.as_ref();
    let headers = format!("content-length: {}\r\n{headers}", body.len());
    vec![Send([head(status, &headers).as_bytes(), body].concat())]
}

fn ok(headers: &str, body: impl AsRef<[u8]>) -> Vec<Step> {
    whole(
        "200 OK",
        &format!("content-type: application/json\r\n{headers}"),
        body,
    )
}

fn raw(text: impl AsRef<[u8]>) -> Vec<Step> {
    vec![Send(bytes(text))]
}

/// All faults; `other` is the address of another origin.
pub(crate) fn all(other: &str) -> Vec<Fault> {
    let wrong = [
        framing(),
        bodies(),
        heads(),
        endless(),
        statuses(),
        redirects(other),
    ]
    .concat();
    let fine = [fine(), strangers(other)].concat();
    let fault = |(name, script), is_fine| Fault {
        name,
        script,
        is_fine,
    };
    wrong
        .into_iter()
        .map(|one| fault(one, false))
        .chain(fine.into_iter().map(|one| fault(one, true)))
        .collect()
}

type Named = (&'static str, Vec<Step>);

fn fine() -> Vec<Named> {
    let chunked = |pieces: &str| {
        raw(format!(
            "{}{pieces}",
            head("200 OK", "transfer-encoding: chunked\r\n")
        ))
    };
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

fn framing() -> Vec<Named> {
    let chunked = |pieces: &str| {
        raw(format!(
            "{}{pieces}",
            head("200 OK", "transfer-encoding: chunked\r\n")
        ))
    };
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

fn bodies() -> Vec<Named> {
    let deep =
        |open: &str, close: &str, count| format!("{}{}", open.repeat(count), close.repeat(count));
    vec![
        ("no body", ok("", "")),
        ("a body of spaces", ok("", "   \n")),
        ("half of the JSON", ok("", "[\"user")),
        ("two documents", ok("", "[\"user_1\"][\"user_2\"]")),
        ("more after the JSON", ok("", "[\"user_1\"]x")),
        ("a zero after the JSON", ok("", "[\"user_1\"]\0")),
        ("a comma too many", ok("", "[\"user_1\",]")),
        ("a comment", ok("", "[\"user_1\"/* one */]")),
        ("single quotes", ok("", "['user_1']")),
        ("a guard against scripts", ok("", ")]}',\n[\"user_1\"]")),
        ("another type", ok("", "{\"users\":[]}")),
        ("numbers", ok("", "[1]")),
        ("not a number", ok("", "[NaN]")),
        ("infinite", ok("", "[Infinity]")),
        ("a huge number", ok("", "[1e999999]")),
        (
            "a number of a million digits",
            ok("", format!("[{}]", "9".repeat(1_000_000))),
        ),
        ("arrays without end", ok("", deep("[", "]", 100_000))),
        ("arrays that stay open", ok("", "[".repeat(200_000))),
        ("objects without end", ok("", deep("{\"a\":", "}", 100_000))),
        ("a text of bytes", ok("", b"[\"\xff\xfe\"]")),
        ("half a character", ok("", b"[\"\xe2\x82\"]")),
        ("a lone surrogate", ok("", "[\"\\ud800\"]")),
        ("a line break in a text", ok("", "[\"user\n1\"]")),
        (
            "UTF-16",
            ok(
                "",
                "[\"user_1\"]"
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect::<Vec<u8>>(),
            ),
        ),
        (
            "a page",
            whole(
                "200 OK",
                "content-type: text/html\r\n",
                "<!doctype html><title>Sign in</title>",
            ),
        ),
        (
            "a page as JSON",
            ok("", "<!doctype html><title>Sign in</title>"),
        ),
        (
            "gzip unasked",
            ok(
                "content-encoding: gzip\r\n",
                b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
            ),
        ),
        (
            "an unknown encoding",
            ok("content-encoding: lzma\r\n", LIST),
        ),
        (
            "an encoding within another",
            ok("content-encoding: gzip, gzip, gzip\r\n", LIST),
        ),
        (
            "an encoding that is no text",
            raw([
                b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\ncontent-encoding: \xff\r\n\r\n"
                    .as_slice(),
                LIST.as_bytes(),
            ]
            .concat()),
        ),
        (
            "a million members of one name",
            ok("", format!("{{{}\"a\":1}}", "\"a\":1,".repeat(100_000))),
        ),
        ("a long line of blanks", ok("", " ".repeat(900_000))),
    ]
}

fn heads() -> Vec<Named> {
    let line = |text: &str| {
        raw(format!(
            "HTTP/1.1 200 OK\r\n{text}\r\ncontent-length: 10\r\n\r\n{LIST}"
        ))
    };
    vec![
        ("nothing", vec![]),
        ("a reset at once", vec![Reset]),
        ("silence", vec![Hang]),
        ("half a status line", vec![Send(bytes("HTTP/1.1 20"))]),
        (
            "half a status line, then silence",
            vec![Send(bytes("HTTP/1.1 20")), Hang],
        ),
        (
            "half the headers",
            vec![Send(bytes("HTTP/1.1 200 OK\r\ncontent-ty"))],
        ),
        (
            "half the headers, then a reset",
            vec![Send(bytes("HTTP/1.1 200 OK\r\ncontent-ty")), Reset],
        ),
        (
            "half the headers, then silence",
            vec![Send(bytes("HTTP/1.1 200 OK\r\ncontent-ty")), Hang],
        ),
        (
            "headers without a body, then silence",
            vec![Send(bytes(head("200 OK", "content-length: 10\r\n"))), Hang],
        ),
        (
            "headers without a body, then a reset",
            vec![Send(bytes(head("200 OK", "content-length: 10\r\n"))), Reset],
        ),
        (
            "half a body, then silence",
            vec![
                Send(bytes(head("200 OK", "content-length: 10\r\n"))),
                Send(bytes("[\"us")),
                Hang,
            ],
        ),
        (
            "half a body, then a reset",
            vec![
                Send(bytes(head("200 OK", "content-length: 10\r\n"))),
                Send(bytes("[\"us")),
                Reset,
            ],
        ),
        (
            "a body to the end of the connection, then a reset",
            vec![Send(bytes(head("200 OK", ""))), Send(bytes(LIST)), Reset],
        ),
        (
            "a head byte by byte for ever",
            vec![
                Send(bytes("HTTP/1.1 200 OK\r\nx: ")),
                Drip(vec![b'y'; 100_000]),
            ],
        ),
        (
            "a body byte by byte for ever",
            vec![
                Send(bytes(head("200 OK", "content-length: 100000\r\n"))),
                Drip(vec![b' '; 100_000]),
            ],
        ),
        ("a header without a colon", line("x-broken")),
        ("a header without a name", line(": value")),
        ("a header with a space in its name", line("x broken: 1")),
        ("a header with a zero", line("x: a\0b")),
        ("a folded header", line("x: a\r\n folded")),
        (
            "a header of a megabyte",
            line(&format!("x: {}", "y".repeat(1 << 20))),
        ),
        ("ten thousand headers", line(&headers(10_000))),
        (
            "a status of four digits",
            raw(format!("HTTP/1.1 2000 OK\r\n\r\n{LIST}")),
        ),
        (
            "a status that is no number",
            raw(format!("HTTP/1.1 abc OK\r\n\r\n{LIST}")),
        ),
        (
            "a status of zero",
            raw(format!("HTTP/1.1 000 OK\r\n\r\n{LIST}")),
        ),
        (
            "no spaces in the status line",
            raw(format!("HTTP/1.1200OK\r\n\r\n{LIST}")),
        ),
    ]
}

fn endless() -> Vec<Named> {
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

fn statuses() -> Vec<Named> {
    vec![
        (
            "101 unasked",
            raw(head(
                "101 Switching Protocols",
                "upgrade: websocket\r\nconnection: upgrade\r\n",
            )),
        ),
        ("204 with a body", whole("204 No Content", "", LIST)),
        ("205 with a body", whole("205 Reset Content", "", "")),
        (
            "206 unasked",
            whole(
                "206 Partial Content",
                "content-range: bytes 0-3/10\r\n",
                "[\"us",
            ),
        ),
        ("304 unasked", whole("304 Not Modified", "", "")),
        ("304 with a body", whole("304 Not Modified", "", LIST)),
        ("300 without a place", whole("300 Multiple Choices", "", "")),
        ("400", whole("400 Bad Request", "", "{\"message\":\"m\"}")),
        (
            "401",
            whole("401 Unauthorized", "www-authenticate: Basic\r\n", ""),
        ),
        (
            "403 with a page",
            whole("403 Forbidden", "content-type: text/html\r\n", "<html>"),
        ),
        (
            "404 with half of the JSON",
            whole("404 Not Found", "", "{\"message\":"),
        ),
        (
            "407",
            whole(
                "407 Proxy Authentication Required",
                "proxy-authenticate: Basic\r\n",
                "",
            ),
        ),
        (
            "408",
            whole("408 Request Timeout", "connection: close\r\n", ""),
        ),
        ("418", whole("418 I'm a teapot", "", "")),
        ("425", whole("425 Too Early", "", "")),
        (
            "500 with JSON",
            whole("500 Oops", "", "{\"error\":{\"message\":\"m\"}}"),
        ),
        (
            "500 with a wild message",
            whole("500 Oops", "", "{\"message\":\"a\\r\\n\\u001b[31mERROR\"}"),
        ),
        (
            "500 with a list without end",
            whole("500 Oops", "", "[".repeat(100_000)),
        ),
        (
            "502 with a page",
            whole("502 Bad Gateway", "content-type: text/html\r\n", "<html>"),
        ),
        ("503", whole("503 Unavailable", "", "")),
        (
            "503 for years",
            whole("503 Unavailable", "retry-after: 999999999\r\n", ""),
        ),
        (
            "503 beyond all numbers",
            whole(
                "503 Unavailable",
                "retry-after: 99999999999999999999999\r\n",
                "",
            ),
        ),
        (
            "503 until yesterday",
            whole(
                "503 Unavailable",
                "retry-after: Tue, 10 Nov 1994 10:00:00 GMT\r\n",
                "",
            ),
        ),
        (
            "503 until a day that is none",
            whole(
                "503 Unavailable",
                "retry-after: Tue, 99 Nov 9999 99:99:99 GMT\r\n",
                "",
            ),
        ),
        (
            "503 with a wait below zero",
            whole("503 Unavailable", "retry-after: -5\r\n", ""),
        ),
        (
            "503 with a wait of words",
            whole("503 Unavailable", "retry-after: soon\r\n", ""),
        ),
        (
            "503 with two waits",
            whole(
                "503 Unavailable",
                "retry-after: 0\r\nretry-after: 99999\r\n",
                "",
            ),
        ),
        (
            "504 with a truncated body",
            raw(format!("{}x", head("504 Late", "content-length: 10\r\n"))),
        ),
        ("599", whole("599 Odd", "", "")),
        ("999", whole("999 Denied", "", "")),
    ]
}

fn redirects(other: &str) -> Vec<Named> {
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
fn strangers(other: &str) -> Vec<Named> {
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
