//! Path items and operations: parameters by where they go, bodies and answers with the media types of the operation or the document.

use serde_json::{Map, Value, json};

use super::defaults::{Defaults, Given, texts};
use super::made::Made;
use super::responses::{self, Types};
use super::{bodies, parameters, servers};
use crate::method::Method;
use crate::pointer::Pointer;

/// All paths.
pub(super) fn paths(
    value: &Value,
    at: &Pointer,
    defaults: &Defaults<'_>,
    made: &mut Made,
) -> Value {
    let Value::Object(paths) = value else {
        return value.clone();
    };
    let items = paths.iter().map(|(path, item)| {
        let item = item_of(item, &at.child(path), defaults, made);
        (path.clone(), item)
    });
    Value::Object(items.collect())
}

fn item_of(value: &Value, at: &Pointer, defaults: &Defaults<'_>, made: &mut Made) -> Value {
    let Value::Object(old) = value else {
        return value.clone();
    };
    let mut new = Map::new();
    let shared = sorted(old, at, defaults);
    for (key, value) in old {
        let at = at.child(key);
        let value = match (key.as_str(), value) {
            ("parameters", Value::Array(_)) => parameters::list(&shared.others, &at, made),
            (method, Value::Object(operation)) if Method::of_key(method).is_some() => {
                self::operation(operation, &at, &shared.sent, defaults, made)
            }
            _ => value.clone(),
        };
        new.insert(key.clone(), value);
    }
    Value::Object(new)
}

/// The parameters of a list: those that are sent in the body, and all others as they stand.
struct Sorted<'d> {
    sent: Vec<Given<'d>>,
    others: Vec<(Pointer, &'d Value)>,
}

fn sorted<'d>(owner: &'d Map<String, Value>, at: &Pointer, defaults: &Defaults<'d>) -> Sorted<'d> {
    let mut sorted = Sorted {
        sent: Vec::new(),
        others: Vec::new(),
    };
    let at = at.child("parameters");
    let list = owner.get("parameters").and_then(Value::as_array);
    for (index, value) in list.into_iter().flatten().enumerate() {
        let at = at.index(index);
        match defaults.given(at.clone(), value) {
            Some(given) if parameters::is_sent(given.map) => sorted.sent.push(given),
            _ => sorted.others.push((at, value)),
        }
    }
    sorted
}

fn operation(
    old: &Map<String, Value>,
    at: &Pointer,
    shared: &[Given<'_>],
    defaults: &Defaults<'_>,
    made: &mut Made,
) -> Value {
    let own = sorted(old, at, defaults);
    let consumes = texts(old.get("consumes").or(defaults.consumes));
    let produces = old.get("produces").or(defaults.produces);
    let mut new = Map::new();
    for (key, value) in old {
        let at = at.child(key);
        let value = match (key.as_str(), value) {
            ("consumes" | "produces" | "schemes", _) => continue,
            ("parameters", Value::Array(_)) => parameters::list(&own.others, &at, made),
            ("responses", _) => {
                let own = old.get("produces");
                let types = Types {
                    produces,
                    own,
                    defaults,
                };
                responses::all(value, &at, &at, &types, made)
            }
            _ => value.clone(),
        };
        new.insert(key.clone(), value);
    }
    if let Some(schemes) = old.get("schemes")
        && let Some(servers) = servers::of(defaults.document, Some(schemes), at, made)
    {
        new.insert("servers".to_owned(), servers);
    }
    // A parameter of the operation stands for that of its path.
    let replaced = |one: &&Given<'_>| !own.sent.iter().any(|own| is_same(own, one));
    let all = shared.iter().filter(replaced).chain(&own.sent);
    let list = if own.sent.is_empty() {
        at.parent().unwrap_or_else(Pointer::root)
    } else {
        at.clone()
    };
    let places = (&at.child("requestBody"), &list.child("parameters"));
    if let Some(body) = bodies::of(all, &consumes, places, made) {
        new.insert("requestBody".to_owned(), body);
    }
    if !new.contains_key("responses") {
        new.insert("responses".to_owned(), json!({}));
    }
    Value::Object(new)
}

/// Whether two parameters of a body are one: there is one body, and a field for each name.
fn is_same(one: &Given<'_>, other: &Given<'_>) -> bool {
    let key = |given: &Given<'_>| {
        let place = given.map.get("in").cloned();
        let is_body = place.as_ref().is_some_and(|place| place == "body");
        let name = given.map.get("name").cloned().filter(|_| !is_body);
        (place, name)
    };
    key(one) == key(other)
}
