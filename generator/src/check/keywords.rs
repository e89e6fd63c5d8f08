//! Keys against the grammar: unknown ones, values of a wrong type, missing ones. Data of the user's own is never looked into.

use serde_json::{Map, Value};

use super::types::TYPES;
use crate::cx::Cx;
use crate::diag::{Diagnostic, codes};
use crate::extensions;
use crate::pointer::Pointer;
use crate::source::grammar::lenient::{Remedy, remedy};
use crate::source::grammar::purpose::is_documentation;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Syntax, kind_at, newer};
use crate::source::{Tree, name_of};

/// Compares every object of the document with the grammar.
pub(super) fn check(tree: &Tree, cx: &mut Cx) {
    walk(
        &tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, met| match met {
            Met::Unknown(kind, key, _) => cx.report(unknown(tree, trail, kind, key)),
            Met::Mismatch(shape, value) => {
                // What was reported while reading, such as a tag, explains this too.
                if !cx.has_error_within(&tree.place(&trail.pointer())) {
                    cx.report(mismatch(tree, trail, shape, value));
                }
            }
            Met::Object(kind, map) => missing(tree, trail, kind, map, cx),
            Met::Reference(..) => {}
        },
    );
}

fn unknown(tree: &Tree, trail: Trail<'_>, kind: Kind, key: &str) -> Diagnostic {
    let advice = match (newer::version(kind, key), kind.object().nearest(key)) {
        (Some(version), _) => newer::advice(version),
        _ if kind == Kind::Responses => {
            "write three digits, a range such as `4XX`, or `default`".to_owned()
        }
        (_, Some(meant)) => format!("did you mean `{meant}`?"),
        (_, None) => "remove it, or begin it with `x-` if it is yours".to_owned(),
    };
    let found = codes::UNKNOWN_KEYWORD.at(tree.place(&trail.pointer()));
    found
        .arg("key", key)
        .arg("kind", kind.name())
        .arg("advice", advice)
        .on_key()
}

fn mismatch(tree: &Tree, trail: Trail<'_>, shape: Syntax, value: &Value) -> Diagnostic {
    let at = trail.pointer();
    let key = at.last().unwrap_or_default();
    // What was kept under a key of our own is told by the key that it was written under.
    let written = extensions::is_own(&key).then(|| tree.was(&at).last());
    let place = tree.place(&at);
    let found = match remedy(shape, &key, value) {
        Remedy::Refuse => codes::WRONG_TYPE.at(place),
        Remedy::Free => codes::ODD_SCHEMA
            .at(place)
            .arg("advice", schema_advice(&key, value)),
        Remedy::Omit if value.is_null() => codes::ODD_VALUE
            .at(place)
            .arg("advice", "remove the key; it has no value"),
        Remedy::Omit if is_documentation(&at) => {
            codes::ODD_VALUE.at(place).arg("advice", "it is left out")
        }
        Remedy::Omit | Remedy::Without => codes::ODD_KEYWORD.at(place).arg("owner", owner(&at)),
        Remedy::Read(read) => codes::ODD_VALUE
            .at(place)
            .arg("advice", format!("it is taken as `{read}`")),
    };
    found
        .arg("key", written.flatten().unwrap_or(key))
        .arg("found", described(value))
        .arg("expected", shape.expected())
}

/// What the key belongs to.
fn owner(at: &Pointer) -> &'static str {
    let kind = at.parent().and_then(|owner| kind_at(&owner));
    kind.map_or("object", |kind| kind.object().name)
}

/// What an author probably meant who wrote something else in the place of a schema.
fn schema_advice(key: &str, value: &Value) -> String {
    match value {
        Value::Array(_) if key == "required" => {
            "here it is the schema of a property called `required`; perhaps it belongs one level up, beside `properties`".to_owned()
        }
        Value::String(word) if TYPES.contains(&word.as_str()) => {
            format!("did you mean a schema with `type: {word}`?")
        }
        Value::String(target) if target.starts_with("#/") => {
            format!("did you mean a schema with `$ref: \"{target}\"`?")
        }
        _ => "write a schema, which is a map".to_owned(),
    }
}

fn described(value: &Value) -> String {
    match value {
        Value::Bool(_) | Value::Number(_) => format!("`{value}`"),
        Value::String(text) => format!("the text `{text}`"),
        other => name_of(other).to_owned(),
    }
}

fn missing(tree: &Tree, trail: Trail<'_>, kind: Kind, map: &Map<String, Value>, cx: &mut Cx) {
    let object = kind.object();
    let mut report = |key: &str, code: &'static crate::diag::Code| {
        let found = code
            .at(tree.place(&trail.pointer()))
            .arg("kind", kind.name());
        cx.report(found.arg("key", key).arg("advice", "add it").on_key());
    };
    for key in object.required {
        if !map.contains_key(*key) {
            // Without these, an operation would be called in another way than the author meant.
            let is_vital = matches!(
                kind,
                Kind::Parameter | Kind::SecurityScheme | Kind::Discriminator
            );
            report(
                key,
                if is_vital {
                    codes::MISSING_KEY
                } else {
                    codes::MISSING_DETAIL
                },
            );
        }
    }
    match kind {
        Kind::Document if !map.contains_key("paths") && !map.contains_key("components") => {
            report("paths", codes::MISSING_KEY);
        }
        Kind::Parameter | Kind::Header
            if !map.contains_key("schema") && !map.contains_key("content") =>
        {
            report("schema", codes::MISSING_DETAIL);
        }
        _ => {}
    }
}
