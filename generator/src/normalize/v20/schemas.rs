//! Schemas: a discriminator by its name alone, `x-nullable`, and the type of files.

use serde_json::{Map, Value, json};

use crate::cx::Cx;
use crate::normalize::edits::{Edits, Here};
use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite;
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Syntax};

/// Changes every schema of a document that has the shape of 3.0 already.
pub(super) fn run(tree: &mut Tree, cx: &mut Cx) {
    let mut edits = Edits::default();
    rewrite(
        &mut tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, kind, map| {
            if kind == Kind::Schema {
                schema(map, &mut edits.at(trail));
            }
        },
    );
    let _ = edits.tell(tree, cx);
}

fn schema(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    if let Some(name @ Value::String(_)) = map.get("discriminator") {
        let new = json!({ "propertyName": name });
        let at = here.at().child("discriminator");
        here.made_of(at.child("propertyName"), at);
        map.insert("discriminator".to_owned(), new);
    }
    if let Some(Value::Bool(is_nullable)) = map.get("x-nullable") {
        let is_nullable = json!(is_nullable);
        here.renamed("x-nullable", "nullable");
        map.shift_remove("x-nullable");
        map.insert("nullable".to_owned(), is_nullable);
    }
    if map.get("type").is_some_and(|word| word == "file") {
        map.insert("type".to_owned(), json!("string"));
        map.insert("format".to_owned(), json!("binary"));
    }
}
