//! Security schemes: `basic` is a scheme of HTTP, a flow of OAuth 2 stands under its name.

use serde_json::{Map, Value, json};

use super::made::Made;
use crate::pointer::Pointer;

/// All security schemes.
pub(super) fn all(value: &Value, from: &Pointer, to: &Pointer, made: &mut Made) -> Value {
    let Value::Object(old) = value else {
        return value.clone();
    };
    let new = old.iter().map(|(name, scheme)| {
        let scheme = match scheme {
            Value::Object(map) => self::scheme(map, &from.child(name), &to.child(name), made),
            other => other.clone(),
        };
        (name.clone(), scheme)
    });
    Value::Object(new.collect())
}

fn scheme(old: &Map<String, Value>, from: &Pointer, to: &Pointer, made: &mut Made) -> Value {
    let mut new = old.clone();
    match old.get("type").and_then(Value::as_str) {
        Some("basic") => {
            new.insert("type".to_owned(), json!("http"));
            new.insert("scheme".to_owned(), json!("basic"));
        }
        Some("oauth2") => {
            let flow = match old.get("flow").and_then(Value::as_str) {
                Some("application") => "clientCredentials",
                Some("accessCode") => "authorizationCode",
                Some("password") => "password",
                _ => "implicit",
            };
            new.shift_remove("flow");
            let mut inner = json!({ "scopes": {} });
            for key in ["authorizationUrl", "tokenUrl", "scopes"] {
                if let Some(value) = new.shift_remove(key) {
                    let at = to.child("flows").child(flow).child(key);
                    made.is(at, &from.child(key));
                    inner[key] = value;
                }
            }
            made.is(to.child("flows"), &from.child("flow"));
            new.insert("flows".to_owned(), json!({ flow: inner }));
        }
        _ => {}
    }
    Value::Object(new)
}
