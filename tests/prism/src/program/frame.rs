// What every program has: it makes the calls one after the other, and prints a line for each.

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let server = std::env::args().nth(1).unwrap();
    all(&client(&server)).await;
}

fn report<T>(call: &str, answer: Result<Response<T>, Error>) {
    let (kind, text) = match &answer {
        Ok(answer) if finds(answer.headers(), "request") => ("refused", violations(answer.headers())),
        Ok(_) => ("ok", String::new()),
        Err(error) => (kind(error), explained(error)),
    };
    println!("{call}\t{kind}\t{}", text.replace(['\t', '\n', '\r'], " "));
}

fn kind(error: &Error) -> &'static str {
    let is_wrong = error.headers().is_some_and(|headers| finds(headers, "response"));
    match error.kind() {
        ErrorKind::Decode if is_wrong => "wrong",
        ErrorKind::Decode => "unreadable",
        _ => "refused",
    }
}

/// What Prism finds wrong: a list of JSON objects, cut off where it is long.
fn violations(headers: &http::HeaderMap) -> String {
    let found = headers.get("sl-violations");
    found.map_or_else(String::new, |found| String::from_utf8_lossy(found.as_bytes()).into_owned())
}

fn finds(headers: &http::HeaderMap, part: &str) -> bool {
    let start = format!("[\"{part}\"");
    violations(headers)
        .split("{\"location\":")
        .any(|found| found.starts_with(&start) && found.contains("\"severity\":\"Error\""))
}

/// The error, what Prism found wrong, and what it answered.
fn explained(error: &Error) -> String {
    let found = error.headers().map(violations);
    let body = error.body().map(|body| String::from_utf8_lossy(body).into_owned());
    let parts = [Some(error.to_string()), found, body];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
