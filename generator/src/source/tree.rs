//! The document as a tree, which knows where each of its nodes was written, also of those that were moved or came from other files.

use std::collections::BTreeMap;

use serde_json::Value;

use super::yaml;
use crate::diag::{FileId, Place};
use crate::pointer::Pointer;

/// A document as plain values, and where each of them was written.
#[derive(Debug, Clone)]
pub struct Tree {
    /// The document.
    pub root: Value,
    /// The file that was read.
    pub file: FileId,
    /// Where moved parts stood when the document was read; what has no moved part above it stands where it stood.
    pub origins: Origins,
    /// The parts that other files gave, by where they stood then.
    pub parts: BTreeMap<Pointer, Place>,
}

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// As JSON, indented.
    Json,
    /// As YAML.
    Yaml,
}

/// Where moved parts stood: the enclosing pointer of the part now, and then.
pub type Origins = BTreeMap<Pointer, Pointer>;

impl Tree {
    /// Where the node stood when the document was read, which is what its references say.
    pub fn was(&self, at: &Pointer) -> Pointer {
        enclosing(&self.origins, at)
            .and_then(|(part, origin)| at.moved(&part, origin))
            .unwrap_or_else(|| at.clone())
    }

    /// The place where the user wrote the node.
    pub fn place(&self, at: &Pointer) -> Place {
        let at = self.was(at);
        let given = enclosing(&self.parts, &at).and_then(|(part, place)| {
            Some(Place {
                file: place.file,
                at: at.moved(&part, &place.at)?,
            })
        });
        given.unwrap_or(Place {
            file: self.file,
            at,
        })
    }

    /// The document as a text, which ends with a newline.
    pub fn text(&self, syntax: Written) -> String {
        match syntax {
            Written::Json => format!("{:#}\n", self.root),
            Written::Yaml => yaml::text(&self.root),
        }
    }

    /// The node at a pointer.
    pub fn get(&self, at: &Pointer) -> Option<&Value> {
        self.root.pointer(at.as_str())
    }
}

/// The innermost part of a map that a node is or lies in.
fn enclosing<'m, T>(parts: &'m BTreeMap<Pointer, T>, at: &Pointer) -> Option<(Pointer, &'m T)> {
    let mut outer = (!parts.is_empty()).then(|| at.clone());
    while let Some(part) = outer {
        if let Some(found) = parts.get(&part) {
            return Some((part, found));
        }
        outer = part.parent();
    }
    None
}
