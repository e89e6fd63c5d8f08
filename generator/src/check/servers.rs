//! Servers: the braces of a URL and the declared variables must agree, and a client must be able to call the URL.

use serde_json::{Map, Value};

use crate::cx::Cx;
use crate::diag::codes;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::walk::{Met, Trail};
use crate::source::grammar::{Kind, nearest};
use crate::url_template;

/// Looks at every server, wherever it stands.
pub(super) fn look(tree: &Tree, trail: Trail<'_>, met: Met<'_>, cx: &mut Cx) {
    if let Met::Object(Kind::Server, server) = met {
        one(tree, &trail.pointer(), server, cx);
    }
}

fn one(tree: &Tree, at: &Pointer, server: &Map<String, Value>, cx: &mut Cx) {
    let Some(url) = server.get("url").and_then(Value::as_str) else {
        return;
    };
    let variables = server.get("variables").and_then(Value::as_object);
    let declared = || variables.into_iter().flatten();
    let names = || declared().map(|(name, _)| name.as_str());
    let mut is_whole = true;
    for name in url_template::names(url).filter(|name| names().all(|known| known != *name)) {
        is_whole = false;
        let advice = match nearest(name, names()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "declare it under `variables`; until then a client has to give it".to_owned(),
        };
        let found = codes::UNDECLARED_SERVER_VARIABLE.at(tree.place(&at.child("url")));
        cx.report(found.arg("name", name).arg("advice", advice));
    }
    // A relative one may set those of the server that it is on.
    if url.contains("://") {
        for name in names().filter(|name| url_template::names(url).all(|known| known != *name)) {
            let at = at.child("variables").child(name);
            let found = codes::UNUSED_SERVER_VARIABLE.at(tree.place(&at));
            cx.report(found.arg("name", name).on_key());
        }
    }
    let mut whole = url.to_owned();
    for (name, variable) in declared() {
        let Some(default) = variable.get("default").and_then(Value::as_str) else {
            // Its absence, or its type, is reported elsewhere.
            is_whole = false;
            continue;
        };
        whole = whole.replace(&format!("{{{name}}}"), default);
        let values = variable.get("enum").and_then(Value::as_array);
        let mut values = values.into_iter().flatten().filter_map(Value::as_str);
        if values.clone().next().is_some() && values.all(|value| value != default) {
            let values = variable.get("enum").and_then(Value::as_array);
            let values = values.into_iter().flatten().filter_map(Value::as_str);
            let advice = match nearest(default, values) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "add it to the `enum`, or choose another default".to_owned(),
            };
            let place = tree.place(&at.child("variables").child(name).child("default"));
            let found = codes::ODD_SERVER_DEFAULT.at(place).arg("name", name);
            cx.report(found.arg("default", default).arg("advice", advice));
        }
    }
    if let Some(reason) = problem(&whole).filter(|_| is_whole) {
        let found = codes::ODD_SERVER.at(tree.place(&at.child("url")));
        cx.report(found.arg("url", whole).arg("reason", reason));
    }
}

/// Why no client can call a URL. A relative one is another matter.
fn problem(url: &str) -> Option<&'static str> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) {
        Some("it is neither `http` nor `https`")
    } else if authority.contains('@') {
        Some("it holds a user or a password")
    } else if authority.is_empty() || authority.starts_with(':') {
        Some("it has no host")
    } else if authority
        .contains(|c: char| c.is_whitespace() || c.is_control() || "{}<>^|%\\\"`".contains(c))
    {
        Some("its host has a character that no host has")
    } else if rest.contains(['?', '#']) {
        Some("it has a query or a fragment")
    } else {
        None
    }
}
