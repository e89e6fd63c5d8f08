//! Answers: a media type for each one that the operation produces, headers with a schema, examples by media type.

use serde_json::{Map, Value, json};

use super::defaults::{Defaults, texts};
use super::made::Made;
use super::parameters;
use crate::pointer::Pointer;

/// What says of which media type an answer is.
pub(super) struct Types<'d> {
    pub(super) produces: Option<&'d Value>,
    /// What the operation itself says that it produces, where it succeeds.
    pub(super) own: Option<&'d Value>,
    pub(super) defaults: &'d Defaults<'d>,
}

/// The responses of an operation, or the shared ones.
pub(super) fn all(
    value: &Value,
    from: &Pointer,
    to: &Pointer,
    types: &Types<'_>,
    made: &mut Made,
) -> Value {
    let Value::Object(old) = value else {
        return value.clone();
    };
    let new = old.iter().map(|(key, value)| {
        let response = match value {
            Value::Object(map) if !map.contains_key("$ref") && !key.starts_with("x-") => {
                let is_success = is_full_success(key);
                let own = types.own.filter(|_| is_success);
                let types = &Types { own, ..*types };
                let mut new = response(map, &from.child(key), &to.child(key), types, made);
                if is_success && !map.contains_key("schema") {
                    types.put_bytes(&mut new);
                }
                new
            }
            other => other.clone(),
        };
        (key.clone(), response)
    });
    Value::Object(new.collect())
}

fn response(
    old: &Map<String, Value>,
    from: &Pointer,
    to: &Pointer,
    types: &Types<'_>,
    made: &mut Made,
) -> Value {
    let mut new = Map::new();
    for (key, value) in old {
        match (key.as_str(), value) {
            ("schema" | "examples", _) => {}
            ("headers", Value::Object(headers)) => {
                let (from, to) = (from.child(key), to.child(key));
                let headers = headers.iter().map(|(name, header)| {
                    let (from, to) = (from.child(name), to.child(name));
                    (name.clone(), parameters::header(header, &from, &to, made))
                });
                let headers: Map<String, Value> = headers.collect();
                new.insert(key.clone(), Value::Object(headers));
            }
            _ => {
                new.insert(key.clone(), value.clone());
            }
        }
    }
    // Without a schema there is no content.
    let Some(schema) = old.get("schema") else {
        return Value::Object(new);
    };
    let examples = old.get("examples").and_then(Value::as_object);
    let mut content = Map::new();
    for name in types.of(schema, examples) {
        if !made.may_have(&from.child("schema")) {
            break;
        }
        let at = to.child("content").child(name);
        let mut media_type = json!({ "schema": schema });
        made.is(at.child("schema"), &from.child("schema"));
        made.form(content.is_empty(), at.clone(), from);
        if let Some(example) = examples.and_then(|all| all.get(name)) {
            media_type["example"] = example.clone();
            made.is(at.child("example"), &from.child("examples").child(name));
        }
        content.insert(name.to_owned(), media_type);
    }
    new.insert("content".to_owned(), Value::Object(content));
    Value::Object(new)
}

/// Whether a status is a success that may have a body.
fn is_full_success(status: &str) -> bool {
    status.starts_with('2') && !matches!(status, "204" | "205")
}

impl Types<'_> {
    /// Gives a success without a schema the body that its operation says it produces: bytes, whatever their type is. One that
    /// is called JSON may be a row of values, as the messages of a build are.
    fn put_bytes(&self, response: &mut Value) {
        let names = texts(self.own);
        if names.is_empty() {
            return;
        }
        let body = json!({ "schema": { "type": "string", "format": "binary" } });
        let content = names.iter().map(|name| ((*name).to_owned(), body.clone()));
        response["content"] = Value::Object(content.collect());
    }

    /// The media types of an answer with a schema. Those of the operation, or what says as much.
    fn of<'a>(&'a self, schema: &Value, examples: Option<&'a Map<String, Value>>) -> Vec<&'a str> {
        let mut said = texts(self.produces);
        if schema.get("type").is_some_and(|word| word == "file") {
            // A file is no JSON, whatever the document produces elsewhere.
            said.retain(|name| !name.contains("json"));
            if said.is_empty() {
                said.push("application/octet-stream");
            }
            return said;
        }
        if said.is_empty() {
            let shown = examples.into_iter().flat_map(Map::keys);
            said.extend(shown.map(String::as_str));
        }
        // The failures of an operation that produces an archive are not archives, while its success is one whatever the schema says: a
        // server that was told so gives nothing to those who ask for JSON.
        if !texts(self.own).is_empty() {
            return said;
        }
        let is_structured =
            |name: &&str| name.contains("json") || name.contains("xml") || name.contains('*');
        if said.is_empty() || !(said.iter().any(is_structured) || self.defaults.is_plain(schema)) {
            said = vec!["application/json"];
        }
        said
    }
}
