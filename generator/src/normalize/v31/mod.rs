//! OpenAPI 3.1 and 3.2 to the shape of 3.0: one family of keywords a file. What 3.0 cannot say travels as an extension, or is reported.

mod booleans;
pub(super) mod bounds;
mod conditions;
pub(super) mod consts;
mod content;
pub(super) mod defs;
mod elsewhere;
mod examples;
mod generics;
mod lists;
mod maps;
mod media;
pub(super) mod nulls;
mod operations;
mod references;
mod security;
mod texts;
pub(super) mod types;
mod unread;

use serde_json::{Map, Value, json};

use super::aside::set_aside;
use super::edits::{Edits, Here};
use super::{choices, kinds, path_items, redirect, siblings, single, through, webhooks};
use crate::cx::Cx;
use crate::diag::{Reported, codes};
use crate::extensions::{PATH_ITEMS, WEBHOOKS};
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite_by;
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Syntax, newer};
use elsewhere::Elsewhere;

/// Brings a document of this version to the shape of 3.0.
///
/// # Errors
///
/// When it repeats its path items without measure.
pub(super) fn run(tree: &mut Tree, version: &str, cx: &mut Cx) -> Result<(), Reported> {
    generics::run(tree);
    references::run(tree, cx);
    through::run(tree, newer::syntax);
    let elsewhere = Elsewhere::of(tree, version);
    let mut edits = Edits::default();
    let mut owners = Vec::new();
    rewrite_by(
        newer::syntax,
        &mut tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, kind, map| {
            object(kind, map, &elsewhere, &mut edits.at(trail));
            if defs::KEYS.iter().any(|key| map.contains_key(*key)) {
                owners.push(trail.pointer());
            }
        },
    );
    let mut merged = edits.tell(tree, cx);
    defs::run(tree, owners, &mut merged);
    webhooks::run(tree, "webhooks", &mut merged, cx)?;
    path_items::run(tree, "paths", cx)?;
    let from: Pointer = ["components", "pathItems"].iter().collect();
    set_aside(tree, &from, PATH_ITEMS);
    redirect::run(
        tree,
        merged,
        &[(WEBHOOKS, Kind::PathItem), (PATH_ITEMS, Kind::PathItem)],
    );
    Ok(())
}

/// Changes one object; what stands inside it comes later.
fn object(kind: Kind, map: &mut Map<String, Value>, elsewhere: &Elsewhere, here: &mut Here<'_>) {
    booleans::run(kind, map);
    match kind {
        Kind::Schema => return schema(map, elsewhere, here),
        // These are asked for when everything else is done.
        Kind::Document => return document(map, here),
        Kind::Components => return components(map, elsewhere, here),
        Kind::MediaType => media::run(map, elsewhere, here),
        Kind::Operation | Kind::PathItem => operations::run(kind, map, elsewhere, here),
        Kind::Parameter => {
            texts::run(kind, map, elsewhere, here);
            operations::parameter(map);
        }
        Kind::Requirement => security::requirement(map, elsewhere, here),
        _ => texts::run(kind, map, elsewhere, here),
    }
    unread::run(kind, map, here);
}

fn document(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    unread::tell(Kind::Document, map, here);
    for key in ["$self", "jsonSchemaDialect"] {
        map.shift_remove(key);
    }
    if map.contains_key("webhooks") || map.contains_key("components") {
        map.entry("paths").or_insert_with(|| json!({}));
    }
}

fn components(map: &mut Map<String, Value>, elsewhere: &Elsewhere, here: &mut Here<'_>) {
    map.shift_remove("mediaTypes");
    security::schemes(map, elsewhere, here);
    operations::parameters(map, elsewhere);
}

fn schema(map: &mut Map<String, Value>, elsewhere: &Elsewhere, here: &mut Here<'_>) {
    nulls::run(map, &elsewhere.nulls, here);
    if let Some(target) = map.get("$dynamicRef").and_then(Value::as_str) {
        let found = codes::DYNAMIC_REFERENCE.plain().arg("target", target);
        here.report("$dynamicRef", found);
    }
    choices::run(map, here);
    single::run(map, here);
    content::run(map, here);
    examples::run(map, here);
    lists::run(map, here);
    maps::run(map, here);
    bounds::run(map, here);
    consts::run(map, here);
    types::run(map, here);
    kinds::run(map, here);
    conditions::run(map, here);
    unread::run(Kind::Schema, map, here);
    if let Some(index) = siblings::wrap(map) {
        here.made(here.at().child("allOf").index(index));
    }
}

/// Whether `type` says null. In YAML, `null` without quotes is no text.
fn is_null_type(word: &Value) -> bool {
    word.is_null() || word == "null"
}
