//! Parameters, form fields and headers: what is said of their values becomes a schema, `collectionFormat` a style.

use serde_json::{Map, Value, json};

use super::made::Made;
use crate::diag::codes;
use crate::pointer::Pointer;

/// Keys that stay on a parameter; all others are about its value.
const OWN: &[&str] = &[
    "$ref",
    "name",
    "in",
    "description",
    "required",
    "deprecated",
    "allowEmptyValue",
    "schema",
];

/// Keys of extensions that are about a value.
const OF_VALUES: &[&str] = &[
    "x-nullable",
    "x-enum-varnames",
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-enumNames",
    "x-ms-enum",
];

/// Whether a parameter goes into the body.
pub(super) fn is_sent(map: &Map<String, Value>) -> bool {
    map.get("in")
        .is_some_and(|place| place == "body" || place == "formData")
}

/// A list of parameters that do not go into a body.
pub(super) fn list(old: &[(Pointer, &Value)], at: &Pointer, made: &mut Made) -> Value {
    let list = old.iter().enumerate().map(|(index, (from, value))| {
        let to = at.index(index);
        parameter(value, from, &to, made)
    });
    list.collect()
}

/// The shared parameters that do not go into a body, and where they go. Those that do are put where they are referred to.
pub(super) fn shared(value: &Value, at: &Pointer, made: &mut Made) -> (Pointer, Value) {
    let to: Pointer = ["components", "parameters"].iter().collect();
    let Value::Object(old) = value else {
        return (to, value.clone());
    };
    let mut kept = Map::new();
    for (name, value) in old {
        if !value.as_object().is_some_and(is_sent) {
            let new = parameter(value, &at.child(name), &to.child(name), made);
            kept.insert(name.clone(), new);
        }
    }
    (to, Value::Object(kept))
}

fn parameter(value: &Value, from: &Pointer, to: &Pointer, made: &mut Made) -> Value {
    made.is(to.clone(), from);
    let Value::Object(old) = value else {
        return value.clone();
    };
    if old.contains_key("$ref") {
        return value.clone();
    }
    let place = old.get("in").and_then(Value::as_str).unwrap_or_default();
    let mut new = own(old);
    let value = value_of(old, place, from, made);
    new.extend(value.style.into_iter().flat_map(Style::keys));
    made.is(to.child("schema"), &schema_at(old, from));
    new.insert("schema".to_owned(), value.schema);
    Value::Object(new)
}

/// A header of an answer.
pub(super) fn header(value: &Value, from: &Pointer, to: &Pointer, made: &mut Made) -> Value {
    let Value::Object(old) = value else {
        return value.clone();
    };
    if old.contains_key("$ref") {
        return value.clone();
    }
    let mut new = own(old);
    made.is(to.child("schema"), &schema_at(old, from));
    let schema = value_of(old, "header", from, made).schema;
    new.insert("schema".to_owned(), schema);
    Value::Object(new)
}

/// Where the schema of a parameter is written: its keys stand among those of the parameter.
pub(super) fn schema_at(old: &Map<String, Value>, at: &Pointer) -> Pointer {
    if old.contains_key("schema") {
        at.child("schema")
    } else {
        at.clone()
    }
}

/// What is said of the parameter itself.
fn own(old: &Map<String, Value>) -> Map<String, Value> {
    let is_own = |key: &str| OWN.contains(&key) || key.starts_with("x-");
    let kept = old
        .iter()
        .filter(|(key, _)| is_own(key) && *key != "schema" && !OF_VALUES.contains(&key.as_str()));
    kept.map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

/// The schema of a value, and how a list is written.
pub(super) struct OfValue {
    pub(super) schema: Value,
    pub(super) style: Option<Style>,
}

/// How a list is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    style: &'static str,
    explode: bool,
}

impl Style {
    /// The keys that say so.
    pub(super) fn keys(self) -> [(String, Value); 2] {
        [
            ("style".to_owned(), json!(self.style)),
            ("explode".to_owned(), json!(self.explode)),
        ]
    }
}

/// What a parameter in a place says of its value.
pub(super) fn value_of(
    old: &Map<String, Value>,
    place: &str,
    at: &Pointer,
    made: &mut Made,
) -> OfValue {
    let about = old.iter().filter(|(key, _)| {
        let is_extension = key.starts_with("x-") && !OF_VALUES.contains(&key.as_str());
        !OWN.contains(&key.as_str()) && !is_extension && *key != "collectionFormat"
    });
    let mut schema: Map<String, Value> = about
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    // Only a body has a schema in 2.0; whoever wrote one elsewhere meant it.
    if let Some(Value::Object(meant)) = old.get("schema") {
        schema.extend(meant.clone());
    }
    if let Some(Value::Object(items)) = schema.get_mut("items") {
        plain_items(items, &at.child("items"), made);
    }
    let is_list = schema.get("type").is_some_and(|word| word == "array");
    if !is_list {
        let schema = Value::Object(schema);
        return OfValue {
            schema,
            style: None,
        };
    }
    let format = old.get("collectionFormat").and_then(Value::as_str);
    let style = style(format.unwrap_or("csv"), place);
    if style.is_none() {
        let how = format!("written as `{}`", format.unwrap_or_default());
        let advice = if is_row_of_pairs(place) {
            "use `csv` or `multi`, which every server understands"
        } else {
            "use `csv`, the one that later versions know here"
        };
        let found = codes::COLLECTION_FORMAT.plain().arg("how", how);
        made.report(at.child("collectionFormat"), found.arg("advice", advice));
        let schema = json!({ "type": "string" });
        return OfValue { schema, style };
    }
    let schema = Value::Object(schema);
    OfValue { schema, style }
}

/// How 3.0 calls a collection format; `None` if it has no word for it there.
fn style(format: &str, place: &str) -> Option<Style> {
    let (style, explode) = match (format, is_row_of_pairs(place)) {
        ("csv", true) => ("form", false),
        ("multi", true) => ("form", true),
        ("ssv", true) => ("spaceDelimited", false),
        ("pipes", true) => ("pipeDelimited", false),
        // There, only commas separate.
        ("csv" | "multi", false) => ("simple", false),
        _ => return None,
    };
    Some(Style { style, explode })
}

/// Whether what is there has names, so that a name may come several times.
fn is_row_of_pairs(place: &str) -> bool {
    matches!(place, "query" | "formData")
}

/// How a list in a list is written has no word in 3.0: callers write the inner one themselves.
fn plain_items(items: &mut Map<String, Value>, at: &Pointer, made: &mut Made) {
    items.shift_remove("collectionFormat");
    if items.get("type").is_some_and(|word| word == "array") {
        let found = codes::COLLECTION_FORMAT.plain().arg("how", "in a list");
        let advice = "say `type: string` of the inner list, or send the lists in the body";
        made.report(at.clone(), found.arg("advice", advice));
        *items = Map::from_iter([("type".to_owned(), json!("string"))]);
    }
}
