//! Normalisation: a tree of any version in, a tree in the shape of 3.0 out. One pass a file; what cannot be said is reported.

mod aside;
mod borrowed;
mod candidates;
mod choices;
mod copies;
mod edits;
mod events;
mod heirs;
mod kinds;
mod path_items;
mod redirect;
mod siblings;
mod single;
mod through;
mod v20;
mod v31;
mod webhooks;

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::{Reported, codes};
use crate::extensions::WEBHOOKS;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::{Kind, older};

/// Brings a document to the shape of OpenAPI 3.0.
///
/// # Errors
///
/// When it says no version that we read, or repeats its parts without measure.
pub fn to_v30(mut tree: Tree, cx: &mut Cx) -> Result<Tree, Reported> {
    let version = version(&tree, cx)?;
    if version == SWAGGER || is_of(&version, "3.0") {
        let rows = older::rows(&tree.root);
        through::run(&mut tree, rows);
    }
    if version == SWAGGER {
        v20::run(&mut tree, cx)?;
    }
    if version == SWAGGER || is_of(&version, "3.0") {
        let mut merged = borrowed::run(&mut tree, &version, cx);
        path_items::run(&mut tree, "paths", cx)?;
        webhooks::run(&mut tree, webhooks::EXTENSION, &mut merged, cx)?;
        redirect::run(&mut tree, merged, &[(WEBHOOKS, Kind::PathItem)]);
    } else {
        v31::run(&mut tree, &version, cx)?;
    }
    events::run(&mut tree);
    siblings::run(&mut tree);
    candidates::run(&mut tree);
    copies::run(&mut tree);
    heirs::run(&mut tree, cx)?;
    Ok(tree)
}

/// The version of OpenAPI that had another name.
const SWAGGER: &str = "2.0";

/// The version of OpenAPI, if it is one that we read.
fn version(tree: &Tree, cx: &mut Cx) -> Result<String, Reported> {
    let root = Pointer::root();
    if let Some(swagger) = tree.root.get("swagger") {
        let version = plain(swagger);
        if version == SWAGGER {
            return Ok(version);
        }
        let place = tree.place(&root.child("swagger"));
        let found = codes::UNSUPPORTED_VERSION.at(place);
        return Err(cx.error(found.arg("version", format!("Swagger {version}"))));
    }
    let Some(openapi) = tree.root.get("openapi") else {
        return Err(cx.error(codes::NO_VERSION.at(tree.place(&root))));
    };
    let version = plain(openapi);
    if ["3.0", "3.1", "3.2"].iter().any(|one| is_of(&version, one)) {
        return Ok(version);
    }
    let place = tree.place(&root.child("openapi"));
    let found = codes::UNSUPPORTED_VERSION.at(place);
    Err(cx.error(found.arg("version", format!("OpenAPI {version}"))))
}

/// Whether a version is a patch of a minor one.
fn is_of(version: &str, minor: &str) -> bool {
    let rest = version.strip_prefix(minor);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-']))
}

/// A version that YAML may have taken for a number.
fn plain(version: &Value) -> String {
    match version {
        Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    }
}
