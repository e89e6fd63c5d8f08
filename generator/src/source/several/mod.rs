//! Documents in several files: what references to other files lead to becomes part of one document.
//!
//! A schema, parameter, response, body, header or security scheme of another file becomes a component, named after what it is
//! called there; everything else is put where the reference stood. Files are read below one folder only, never from the network.

mod build;
mod homes;
mod leads;
mod library;
mod reach;

use std::path::Path;

use serde_json::{Map, Value};

use super::files::Files;
use super::grammar::{Kind, Syntax, older};
use super::{Tree, reading, uri};
use crate::cx::Cx;
use crate::diag::{Place, Reported, codes};
use crate::pointer::Pointer;
use library::Library;

/// Makes one document of one that refers to other files, which all lie below the folder.
///
/// # Errors
///
/// When the parts that are put in place of references come to more than a document may have.
pub(super) fn join(
    files: &dyn Files,
    path: &Path,
    folder: &Path,
    tree: Tree,
    cx: &mut Cx,
) -> Result<Tree, Reported> {
    // What a document calls itself looks like another file, or like one of the network.
    if !names_files(&tree.root) && tree.root.get("$self").is_none() {
        return Ok(tree);
    }
    let rows = older::rows(&tree.root);
    let mut library = Library::new(files, folder, path, &tree, rows);
    let reached = reach::all(&mut library, cx);
    // What looked like one may be data.
    if reached.targets.is_empty() {
        return Ok(tree);
    }
    library.read_texts(&reached.roots, cx.sources());
    let homes = homes::of(&library, &reached);
    build::document(&library, &homes, tree, cx)
}

/// Whether anything in a document looks like a reference to a file. Most documents are one file, and this is all that they pay.
fn names_files(value: &Value) -> bool {
    let is_file = |target: &Value| target.as_str().is_some_and(names_a_file);
    match value {
        Value::Object(map) => map.iter().any(|(key, value)| match (key.as_str(), value) {
            // What lies in the network stays there, as in examples of SCIM.
            ("$ref", Value::String(target)) => !target.starts_with('#') && !is_remote(target),
            ("mapping", Value::Object(names)) => names.values().any(is_file) || names_files(value),
            ("security", Value::Array(list)) => {
                let all = list.iter().filter_map(Value::as_object);
                all.flat_map(Map::keys).any(|name| names_a_file(name)) || names_files(value)
            }
            _ => names_files(value),
        }),
        Value::Array(list) => list.iter().any(names_files),
        _ => false,
    }
}

/// Whether a mapping names a place and not a component.
fn names_a_place(target: &str) -> bool {
    target.contains(['#', '/'])
        || [".yaml", ".yml", ".json"]
            .iter()
            .any(|end| target.ends_with(end))
}

fn names_a_file(target: &str) -> bool {
    names_a_place(target) && !target.starts_with('#')
}

/// Whether the keys of security requirements may be places of schemes, and this one is no name of one.
fn may_be_scheme(document: &Value, key: &str) -> bool {
    let version = document.get("openapi").and_then(Value::as_str);
    let schemes = document.pointer("/components/securitySchemes");
    names_a_place(key)
        && version.is_some_and(|version| version.starts_with("3.2"))
        && schemes.is_none_or(|known| known.get(key).is_none())
}

/// A path without percent escapes, where they are some.
fn decoded(path: &str) -> String {
    let pointer = Pointer::parse(&format!("#/{}", path.replace('~', "~0").replace('/', "~1")));
    pointer
        .and_then(|at| at.last())
        .unwrap_or_else(|| path.to_owned())
}

/// The map of a document that holds what can be referred to, if there is one for the kind.
fn section(kind: Kind, document: &Value) -> Option<Pointer> {
    let is_older = document.get("swagger").is_some();
    let keys: &[&str] = match kind {
        Kind::Schema if is_older => &["definitions"],
        Kind::Parameter if is_older => &["parameters"],
        Kind::Response if is_older => &["responses"],
        _ if is_older => return None,
        Kind::Schema => &["components", "schemas"],
        Kind::Parameter => &["components", "parameters"],
        Kind::Response => &["components", "responses"],
        Kind::RequestBody => &["components", "requestBodies"],
        Kind::Header => &["components", "headers"],
        Kind::SecurityScheme => &["components", "securitySchemes"],
        _ => return None,
    };
    Some(keys.iter().collect())
}

/// The kind of a node that can be a component.
fn kind_of(syntax: Syntax) -> Option<Kind> {
    match syntax {
        Syntax::One(kind) | Syntax::FlagOr(kind) => Some(kind),
        _ => None,
    }
}

/// The reference that stands in the place of a node.
fn target(syntax: Syntax, value: &Value) -> Option<&str> {
    let may_be_one = matches!(
        syntax,
        Syntax::One(_) | Syntax::FlagOr(_) | Syntax::Named(_) | Syntax::Many(_)
    );
    value.get("$ref")?.as_str().filter(|_| may_be_one)
}

/// Whether a reference leads into the network, which is never followed.
pub fn is_remote(target: &str) -> bool {
    let (file, _) = uri::split_fragment(target);
    file.contains("://") || file.starts_with("//")
}
