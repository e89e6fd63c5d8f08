//! URLs: the server's, and a call's, with its path and query.

use url::Url;

use super::refusal::{ErrorKind, Refusal};

/// Reads the URL of a server.
pub(super) fn server(text: &str) -> Result<Url, Refusal> {
    let refusal = |problem: &str| {
        let message = format!("the URL of the server {problem}");
        Refusal::new(ErrorKind::Configuration, message)
    };
    let url = Url::parse(text).map_err(|error| refusal(&format!("is not valid: {error}")))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refusal("is neither http nor https"));
    }
    // A password in a URL ends up in logs, so there is another place for it.
    if !url.username().is_empty() || url.password().is_some() {
        return Err(refusal("holds a credential; give it to the client instead"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(refusal("has a query or a fragment"));
    }
    Ok(url)
}

/// The URL of a documented server, whose variables have values.
pub(super) fn documented(text: &str) -> Result<Url, Refusal> {
    if is_relative(text) {
        let message =
            format!("the URL of the server, `{text}`, does not say where it is; set `server_url`");
        return Err(Refusal::new(ErrorKind::Configuration, message));
    }
    server(text)
}

/// Whether the URL of a server only says where it is from another one.
pub(super) fn is_relative(url: &str) -> bool {
    !url.contains("://")
}

// Only with servers of operations.
/// The URL of a server that is relative to another one.
///
/// Source: [RFC 3986, section 5.2](https://www.rfc-editor.org/rfc/rfc3986#section-5.2).
pub(super) fn beside(base: &Url, relative: &str) -> Result<Url, Refusal> {
    let whole = base.join(relative).map_err(|error| {
        let message = format!("the server `{relative}` is no URL: {error}");
        Refusal::new(ErrorKind::Configuration, message)
    })?;
    server(whole.as_str())
}

/// Puts encoded values into a path template, and the path and the encoded query behind the URL of a server.
///
/// A template may have a query of its own, and a fragment. They tell operations of one path apart; no fragment is sent, and of the query
/// nothing whose name another value is given for.
pub(super) fn call(
    server: &Url,
    template: &str,
    values: &[(&'static str, String)],
    query: &[(String, String)],
) -> Result<Url, Refusal> {
    let template = template.split('#').next().unwrap_or_default();
    let (path, own) = match template.split_once('?') {
        Some((path, own)) => (expand(path, values)?, expand(own, values)?),
        None => (expand(template, values)?, String::new()),
    };
    let mut url = server.clone();
    url.set_path(&format!("{}{path}", server.path().trim_end_matches('/')));
    let is_left = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        !pair.is_empty() && query.iter().all(|(given, _)| given != name)
    };
    let own = own.split('&').filter(is_left).map(str::to_owned);
    let pairs = query.iter().map(|(name, value)| format!("{name}={value}"));
    let pairs: Vec<String> = own.chain(pairs).collect();
    if !pairs.is_empty() {
        url.set_query(Some(&pairs.join("&")));
    }
    Ok(url)
}

// Only with JSON queries.
/// A URL with a query that is one encoded text, beside which nothing can stand.
pub(super) fn with_whole_query(mut url: Url, text: &str) -> Result<Url, Refusal> {
    if url.query().is_some() {
        let message = "the whole query is one value, so nothing else can be in it";
        return Err(Refusal::new(ErrorKind::InvalidRequest, message));
    }
    url.set_query(Some(text));
    Ok(url)
}

// Only with pages.
/// A URL with these encoded pairs in its query, in place of any others of their names.
pub(super) fn with_pairs(url: &Url, pairs: &[(String, String)]) -> Url {
    let mut url = url.clone();
    if pairs.is_empty() {
        return url;
    }
    let own = url.query().unwrap_or_default().split('&');
    let is_kept = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        !pair.is_empty() && pairs.iter().all(|(known, _)| known != name)
    };
    let own = own.filter(is_kept).map(str::to_owned);
    let pairs = pairs.iter().map(|(name, value)| format!("{name}={value}"));
    let query: Vec<String> = own.chain(pairs).collect();
    url.set_query(Some(&query.join("&")));
    url
}

fn expand(template: &str, values: &[(&'static str, String)]) -> Result<String, Refusal> {
    let mut path = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((head, after)) = rest.split_once('}') {
        let Some((before, name)) = head.rsplit_once('{') else {
            // A brace without the other one is a character.
            path.push_str(head);
            path.push('}');
            rest = after;
            continue;
        };
        let Some((_, value)) = values.iter().rfind(|(known, _)| *known == name) else {
            let message = format!("the path parameter `{name}` has no value");
            return Err(Refusal::new(ErrorKind::InvalidRequest, message));
        };
        path.push_str(before);
        path.push_str(value);
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}
