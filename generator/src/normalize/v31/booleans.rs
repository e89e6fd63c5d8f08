//! Schemas that are `true` or `false`: become the empty schema, which takes anything, and `not` of it, which takes nothing.

use serde_json::{Map, Value, json};

use crate::source::grammar::{Kind, Syntax, newer};

/// Writes out the schemas that are true or false among the parts of an object.
pub(super) fn run(kind: Kind, map: &mut Map<String, Value>) {
    for (key, value) in map {
        match (newer::syntax(kind, key), value) {
            (Some(Syntax::One(Kind::Schema)), value) => write_out(value),
            (Some(Syntax::Named(Kind::Schema)), Value::Object(named)) => {
                named.values_mut().for_each(write_out);
            }
            (Some(Syntax::Many(Kind::Schema)), Value::Array(list)) => {
                list.iter_mut().for_each(write_out);
            }
            _ => {}
        }
    }
}

fn write_out(schema: &mut Value) {
    match schema {
        Value::Bool(true) => *schema = json!({}),
        Value::Bool(false) => *schema = json!({ "not": {} }),
        _ => {}
    }
}
