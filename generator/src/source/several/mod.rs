//! Documents in several files: what references to other files lead to becomes part of one document.
//!
//! A schema, parameter, response, body, header or security scheme of another file becomes a component, named after what it is
//! called there; everything else is put where the reference stood. Files are read below one folder only, never from the network.

mod build;
mod homes;
mod library;
mod reach;

use std::path::Path;

use serde_json::Value;

use super::files::Files;
use super::grammar::{Kind, Syntax, older};
use super::{Tree, values};
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
    let rows = older::rows(&tree.root);
    let mut library = Library::new(files, folder, path, &tree, rows);
    let reached = reach::all(&mut library, cx);
    if library.is_alone() {
        return Ok(tree);
    }
    library.read_texts(&reached.roots);
    let homes = homes::of(&library, &reached);
    build::document(&library, &homes, tree, cx)
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
    let file = target.split('#').next().unwrap_or_default();
    file.contains("://") || file.starts_with("//")
}
