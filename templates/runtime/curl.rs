//! A request as a command line for `curl`, without its secrets.

use std::fmt::Write;

use super::refusal::{Progress, Refusal};
use super::{
    client::Client, draft::Draft, error::Error, secrets::Secret, security, transport::HttpRequest,
};

/// Writes the command.
pub(super) fn command(client: &Client, draft: &Draft) -> Result<String, Error> {
    let progress = Progress {
        operation: draft.info.id,
        attempts: 0,
        elapsed: std::time::Duration::ZERO,
        sent: false,
    };
    match prepare(client, draft) {
        Ok(request) => Ok(write(&request)),
        Err(refusal) => Err(Error::from(refusal).after(progress)),
    }
}

/// Makes the request with its credentials hidden from the start.
fn prepare(client: &Client, draft: &Draft) -> Result<HttpRequest, Refusal> {
    let core = client.core()?;
    let chosen = security::choose(core, draft)?;
    let hidden: Vec<Secret> = chosen.iter().map(|(scheme, _)| (scheme.kind, None)).collect();
    draft.prepare(core, &hidden)
}

fn write(request: &HttpRequest) -> String {
    // A URL holds the mark of a hidden key in its encoded form.
    let url = request.url.as_str().replace("%5Bredacted%5D", "[redacted]");
    let method = request.method.as_str();
    let method = if method.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        method.to_owned()
    } else {
        quote(method)
    };
    let mut text = format!("curl -X {method} {}", quote(&url));
    for (name, value) in &request.headers {
        let shown = std::str::from_utf8(value.as_bytes()).unwrap_or("[no text]");
        // A secret that the caller gave as a header is hidden here; those of the client are hidden already.
        let hidden = value.is_sensitive() && !shown.contains("[redacted]");
        let shown = if hidden { "[redacted]" } else { shown };
        let _: std::fmt::Result = write!(text, " \\\n  -H {}", quote(&format!("{name}: {shown}")));
    }
    let body = request.body.as_bytes();
    let _: std::fmt::Result = match body.map(|body| std::str::from_utf8(body)) {
        Some(Ok("")) => Ok(()),
        Some(Ok(body)) => write!(text, " \\\n  --data-raw {}", quote(body)),
        // A shell has no bytes that are no text in its words.
        _ => write!(text, " \\\n  --data-binary @- # {:?}", request.body),
    };
    text
}

/// Quotes a text for a POSIX shell.
fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
