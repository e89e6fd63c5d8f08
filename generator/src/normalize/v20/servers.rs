//! `host`, `basePath` and `schemes`: the servers, that of HTTPS first.

use serde_json::{Map, Value, json};

use super::made::Made;
use crate::pointer::Pointer;

/// The schemes that the generated crate speaks.
const KNOWN: [&str; 2] = ["https", "http"];

/// The servers of the document, or of an operation with schemes of its own; `owner` is who gets them.
///
/// Without a host, it is that which served the document, so all there is to say is the path.
pub(super) fn of(
    document: &Map<String, Value>,
    schemes: Option<&Value>,
    owner: &Pointer,
    made: &mut Made,
) -> Option<Value> {
    let text = |key: &str| document.get(key).and_then(Value::as_str).map(str::trim);
    let base = text("basePath").unwrap_or_default().trim_end_matches('/');
    let slash = if base.is_empty() || base.starts_with('/') {
        ""
    } else {
        "/"
    };
    let said = ["host", "basePath", "schemes"]
        .into_iter()
        .find(|key| document.contains_key(*key))?;
    let (to, said) = (owner.child("servers"), Pointer::root().child(said));
    made.is(to.clone(), &said);
    for index in 0..KNOWN.len() {
        let server = to.index(index);
        made.is(server.child("url"), &said);
        made.is(server, &said);
    }
    let Some(host) = text("host").filter(|host| !host.is_empty()) else {
        return (!base.is_empty()).then(|| json!([{ "url": format!("{slash}{base}") }]));
    };
    let said = super::defaults::texts(schemes);
    let mut schemes: Vec<&str> = KNOWN
        .into_iter()
        .filter(|scheme| said.contains(scheme))
        .collect();
    if schemes.is_empty() {
        schemes.push("https");
    }
    let servers = schemes
        .iter()
        .map(|scheme| json!({ "url": format!("{scheme}://{host}{slash}{base}") }));
    Some(servers.collect())
}
