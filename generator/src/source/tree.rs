//! The document as a tree, which knows where each of its nodes was written, also of those that were moved or came from other files.

use std::collections::BTreeMap;

use serde_json::Value;

use super::origins::{Origins, enclosing};
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
    /// Where its parts stood when the document was read.
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

impl Tree {
    /// Where the node stood when the document was read, which is what its references say.
    pub fn was(&self, at: &Pointer) -> Pointer {
        self.origins.was(at)
    }

    /// What people call the node, which is what `inspect` says and the configuration means.
    pub fn written(&self, at: &Pointer) -> Pointer {
        self.origins.written(at)
    }

    /// Whether people call a node by this pointer.
    pub fn has_written(&self, at: &Pointer) -> bool {
        let moved = self.origins.written_at(at);
        moved.iter().any(|now| self.get(now).is_some())
    }

    /// Notes that what was at `from` is at `to` now.
    pub fn moved(&mut self, from: &Pointer, to: &Pointer) {
        self.origins.moved(from, to);
    }

    /// Notes that what is at `from` is at `to` as well.
    pub fn copied(&mut self, from: &Pointer, to: &Pointer) {
        self.origins.copied(from, to);
    }

    /// The place where the user wrote the node.
    pub fn place(&self, at: &Pointer) -> Place {
        let at = self.was(at);
        let given = enclosing(&self.parts, &at, |_| true).and_then(|(part, place)| {
            Some(Place {
                file: place.file,
                at: at.moved(part, &place.at)?,
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
        at.find(&self.root)
    }
}
