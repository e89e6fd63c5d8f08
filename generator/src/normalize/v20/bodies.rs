//! Parameters with `in: body` and `in: formData`: the request body.

use serde_json::{Map, Value, json};

use super::defaults::Given;
use super::made::Made;
use super::parameters::{schema_at, value_of};
use crate::diag::codes;
use crate::media_type::essence;
use crate::pointer::Pointer;

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// The body that an operation gets at this place, if it has one, and the list that its parameters are written in.
pub(super) fn of<'g>(
    parameters: impl Iterator<Item = &'g Given<'g>>,
    consumes: &[&str],
    (to, list): (&Pointer, &Pointer),
    made: &mut Made,
) -> Option<Value> {
    let (mut bodies, mut fields) = (Vec::new(), Vec::new());
    for given in parameters {
        if given.map.get("in").is_some_and(|place| place == "body") {
            bodies.push(given);
        } else {
            fields.push(given);
        }
    }
    let Some((body, others)) = bodies.split_first() else {
        return (!fields.is_empty()).then(|| form(&fields, consumes, (to, list), made));
    };
    // A request has one body.
    for other in others.iter().chain(&fields) {
        let name = other.map.get("name").and_then(Value::as_str);
        let found = codes::SECOND_BODY
            .plain()
            .arg("name", name.unwrap_or_default());
        made.report(other.at.clone(), found);
    }
    Some(plain(body, consumes, to, made))
}

/// A body with a schema, in each media type that is consumed. A form is one of them: the members of its schema are the fields.
fn plain(body: &Given<'_>, consumes: &[&str], to: &Pointer, made: &mut Made) -> Value {
    let types = if consumes.is_empty() {
        &["application/json"]
    } else {
        consumes
    };
    made.of(to.clone(), &body.at);
    let mut new = Map::new();
    for (key, value) in body.map {
        match key.as_str() {
            "description" | "required" => {
                new.insert(key.clone(), value.clone());
            }
            extension if extension.starts_with("x-") => {
                new.insert(key.clone(), value.clone());
            }
            _ => {}
        }
    }
    let schema = body.map.get("schema").cloned();
    let from = body.at.child("schema");
    let mut content = Map::new();
    for &name in types {
        if !made.may_have(&from) {
            break;
        }
        let at = to.child("content").child(name);
        made.is(at.child("schema"), &from);
        made.form(content.is_empty(), at, &body.at);
        let media_type = schema
            .as_ref()
            .map_or(json!({}), |schema| json!({ "schema": schema }));
        content.insert(name.to_owned(), media_type);
    }
    new.insert("content".to_owned(), Value::Object(content));
    Value::Object(new)
}

/// A form: an object with a property for each field, which is written as a list of parameters.
fn form(
    fields: &[&Given<'_>],
    consumes: &[&str],
    (to, list): (&Pointer, &Pointer),
    made: &mut Made,
) -> Value {
    let has_file = fields
        .iter()
        .any(|field| field.map.get("type").is_some_and(|word| word == "file"));
    let is_consumed = |name: &&str| consumes.iter().any(|one| essence(one) == *name);
    let mut types: Vec<&str> = [FORM, MULTIPART].into_iter().filter(is_consumed).collect();
    // A file fits in no other form, whatever else the document says.
    if has_file {
        types = vec![MULTIPART];
    } else if types.is_empty() {
        types.push(FORM);
    }
    let first = fields
        .first()
        .map_or_else(Pointer::root, |field| field.at.clone());
    made.of(to.clone(), &first);
    let mut content = Map::new();
    for name in types {
        let at = to.child("content").child(name);
        made.is(at.child("schema"), list);
        made.form(content.is_empty(), at.clone(), list);
        content.insert(name.to_owned(), fields_of(fields, &at, made));
    }
    let is_required = fields.iter().any(|field| is_required(field));
    json!({ "required": is_required, "content": content })
}

fn fields_of(fields: &[&Given<'_>], to: &Pointer, made: &mut Made) -> Value {
    let (mut properties, mut encoding) = (Map::new(), Map::new());
    let mut required = Vec::new();
    for field in fields {
        let Some(name) = field.map.get("name").and_then(Value::as_str) else {
            continue;
        };
        let value = value_of(field.map, "formData", &field.at, made);
        let mut schema = value.schema;
        if let (Value::Object(schema), Some(text)) = (&mut schema, field.map.get("description")) {
            schema.insert("description".to_owned(), text.clone());
        }
        let at = to.child("schema").child("properties").child(name);
        made.is(at, &schema_at(field.map, &field.at));
        properties.insert(name.to_owned(), schema);
        if let Some(style) = value.style {
            let keys: Map<String, Value> = style.keys().into_iter().collect();
            encoding.insert(name.to_owned(), Value::Object(keys));
        }
        if is_required(field) {
            required.push(name);
        }
    }
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    let mut new = json!({ "schema": schema });
    if !encoding.is_empty() {
        new["encoding"] = Value::Object(encoding);
    }
    new
}

fn is_required(field: &Given<'_>) -> bool {
    field.map.get("required") == Some(&Value::Bool(true))
}
