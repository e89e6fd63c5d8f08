//! Servers with their variables. A relative one of a path or an operation is resolved against that of the document.

use super::document::Document;
use super::reports::Reports;
use crate::diag::codes;
use crate::ir::{Server, ServerVariable};
use crate::pointer::Pointer;
use crate::url_template;

/// The servers of the document.
pub(super) fn of_document(doc: Document<'_>, reports: &mut Reports<'_, '_>) -> Vec<Server> {
    let servers = doc.typed.servers.iter().map(one);
    let servers: Vec<Server> = servers.map(pruned).collect();
    let root = Pointer::root().child("servers");
    for (index, server) in servers.iter().enumerate() {
        if !server.is_absolute() && server.endpoint().is_none() {
            reports.report(codes::RELATIVE_SERVER, &root.index(index), |found| {
                found.arg("url", &server.url)
            });
        }
    }
    servers
}

/// The servers of a path or an operation; a relative one is on the base, the first of the document.
pub(super) fn own(
    servers: &[openapiv3::Server],
    at: &Pointer,
    base: Option<&Server>,
    reports: &mut Reports<'_, '_>,
) -> Vec<Server> {
    let mut own = Vec::new();
    for (index, server) in servers.iter().enumerate() {
        let server = one(server);
        if server.is_absolute() || server.endpoint().is_some() {
            own.push(pruned(server));
        } else if let Some(whole) = base.and_then(|base| resolved(&server, base)) {
            own.push(whole);
        } else {
            let at = at.child("servers").index(index);
            reports.report(codes::UNRESOLVED_SERVER, &at, |found| {
                found.arg("url", &server.url)
            });
            own.push(pruned(at_root(server)));
        }
    }
    own
}

fn one(server: &openapiv3::Server) -> Server {
    let variables = server.variables.iter().flatten().map(|(wire, variable)| {
        let mut values = variable.enumeration.clone();
        let default = default(variable, values.as_slice(), || {
            may_be_empty(&server.url, wire)
        });
        // A default outside the values was reported; it is the server's word all the same.
        if let Some(default) = &default
            && !values.is_empty()
            && !values.contains(default)
        {
            values.insert(0, default.clone());
        }
        ServerVariable {
            wire: wire.clone(),
            default,
            values,
            description: variable.description.clone(),
        }
    });
    Server {
        url: server.url.clone(),
        description: server.description.clone(),
        variables: variables.collect(),
    }
}

/// The value of a variable that nobody sets. Producers write an empty default where they have none.
fn default(
    variable: &openapiv3::ServerVariable,
    values: &[String],
    may_be_empty: impl FnOnce() -> bool,
) -> Option<String> {
    let default = &variable.default;
    match values {
        _ if !default.is_empty() || values.contains(default) => Some(default.clone()),
        [] => may_be_empty().then(String::new),
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// Whether a URL without the variable says where the server is, as far as it does with it.
fn may_be_empty(url: &str, wire: &str) -> bool {
    let name = format!("{{{wire}}}");
    let hosts = url.split_once("://").map(|(_, rest)| rest);
    [Some(url), hosts].into_iter().flatten().all(|text| {
        let rest = text.strip_prefix(name.as_str());
        rest.is_none_or(|rest| !rest.is_empty() && !rest.starts_with(['/', ':']))
    })
}

/// A server without the variables that its URL does not have.
fn pruned(mut server: Server) -> Server {
    let Server { url, variables, .. } = &mut server;
    variables.retain(|variable| url_template::names(url).any(|name| name == variable.wire));
    server
}

/// An empty URL beside a relative one of the document is not meant to be the same: it is what a document without servers has.
fn at_root(server: Server) -> Server {
    match server.url.as_str() {
        "" => Server {
            url: "/".to_owned(),
            ..server
        },
        _ => server,
    }
}

/// A relative server in its place on another one, with the variables of both; `None` where that one has no place itself.
///
/// Source: [RFC 3986, section 5.2](https://www.rfc-editor.org/rfc/rfc3986#section-5.2).
fn resolved(server: &Server, base: &Server) -> Option<Server> {
    let (scheme, authority, path) = parts(base)?;
    let reference = server.url.as_str();
    let url = if reference.is_empty() {
        base.url.clone()
    } else if let Some(rest) = reference.strip_prefix("//") {
        format!("{}//{rest}", scheme?)
    } else if reference.starts_with('/') {
        format!(
            "{}{authority}{}",
            scheme.unwrap_or_default(),
            steps(reference)
        )
    } else if reference.starts_with('{') {
        // What the variable holds decides what the rest is relative to.
        return None;
    } else {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = steps(&format!("{folder}/{reference}"));
        format!("{}{authority}{path}", scheme.unwrap_or_default())
    };
    let is_own =
        |known: &&ServerVariable| server.variables.iter().all(|own| own.wire != known.wire);
    let variables = server
        .variables
        .iter()
        .chain(base.variables.iter().filter(is_own));
    Some(pruned(Server {
        variables: variables.cloned().collect(),
        description: server.description.clone(),
        url,
    }))
}

/// The scheme with its colon, the authority with its slashes, and the path of a URL. A variable may be the first two.
fn parts(server: &Server) -> Option<(Option<&str>, &str, &str)> {
    let url = server.url.as_str();
    if let Some(colon) = url.find("://") {
        let (scheme, rest) = url.split_at(colon + 1);
        let end = rest[2..].find('/').map_or(rest.len(), |slash| slash + 2);
        return Some((Some(scheme), &rest[..end], &rest[end..]));
    }
    let name = url.strip_prefix('{')?.split_once('}')?.0;
    let mut variables = server.variables.iter();
    let origin = variables.find(|variable| variable.wire == name)?;
    let host = origin.default.as_deref()?.split_once("://")?.1;
    let (origin, path) = url.split_at(name.len() + 2);
    let is_origin = !host.contains('/') && (path.is_empty() || path.starts_with('/'));
    is_origin.then_some((None, origin, path))
}

/// A path without its steps `.` and `..`.
fn steps(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut is_folder = false;
    for step in path.split('/').skip(1) {
        is_folder = matches!(step, "." | "..");
        match step {
            "." => {}
            ".." => {
                kept.pop();
            }
            step => kept.push(step),
        }
    }
    if is_folder {
        kept.push("");
    }
    if kept.is_empty() {
        return String::new();
    }
    format!("/{}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(url: &str, variables: &[(&str, &str)]) -> Server {
        let variables = variables.iter().map(|(wire, default)| ServerVariable {
            wire: (*wire).to_owned(),
            default: Some((*default).to_owned()),
            values: Vec::new(),
            description: None,
        });
        Server {
            url: url.to_owned(),
            description: None,
            variables: variables.collect(),
        }
    }

    fn url(base: &Server, reference: &str) -> Option<String> {
        resolved(&server(reference, &[]), base).map(|server| server.url)
    }

    #[test]
    fn a_reference_is_resolved_as_a_browser_does() {
        let base = server("https://{region}.a.example:{port}/v1/{base}", &[]);
        for (reference, whole) in [
            ("/other", "https://{region}.a.example:{port}/other"),
            ("../up", "https://{region}.a.example:{port}/up"),
            ("../../..", "https://{region}.a.example:{port}/"),
            ("./x/./y/", "https://{region}.a.example:{port}/v1/x/y/"),
            ("x", "https://{region}.a.example:{port}/v1/x"),
            ("//b.example/c", "https://b.example/c"),
            ("", "https://{region}.a.example:{port}/v1/{base}"),
        ] {
            assert_eq!(url(&base, reference).as_deref(), Some(whole), "{reference}");
        }
        let bare = server("https://a.example", &[]);
        assert_eq!(url(&bare, "x").as_deref(), Some("https://a.example/x"));
    }

    #[test]
    fn a_variable_may_be_the_origin() {
        let base = server("{origin}/api", &[("origin", "http://localhost:80")]);
        assert_eq!(url(&base, "/v2").as_deref(), Some("{origin}/v2"));
        let whole = resolved(&server("/v2", &[]), &base).map(|server| server.variables);
        assert_eq!(whole, Some(base.variables));
        let folder = server("{origin}/api", &[("origin", "http://localhost/x")]);
        assert_eq!(url(&folder, "/v2"), None);
    }

    #[test]
    fn nothing_is_resolved_against_what_has_no_place() {
        assert_eq!(url(&server("/api", &[]), "/v2"), None);
        assert_eq!(url(&server("{root}/api", &[("root", "")]), "x"), None);
    }
}
