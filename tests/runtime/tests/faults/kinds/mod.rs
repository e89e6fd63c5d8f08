//! The kinds of faults: what a server can do wrong, a table for each part of an answer.

mod bodies;
mod endless;
mod fine;
mod framing;
mod heads;
mod redirects;
mod statuses;

use crate::server::Step::{self, Send};

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

/// An answer in these pieces, as they are written.
fn chunked(pieces: &str) -> Vec<Step> {
    let head = head("200 OK", "transfer-encoding: chunked\r\n");
    raw(format!("{head}{pieces}"))
}

/// All faults; `other` is the address of another origin.
pub(crate) fn all(other: &str) -> Vec<Fault> {
    let wrong = [
        framing::framing(),
        bodies::bodies(),
        heads::heads(),
        endless::endless(),
        statuses::statuses(),
        redirects::redirects(other),
    ]
    .concat();
    let fine = [fine::fine(), redirects::strangers(other)].concat();
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
