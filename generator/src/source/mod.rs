//! Reading: a path in, the tree of the document out, with a place for every node. Knows texts and trees, not what they mean.

pub mod files;
pub mod pointer;
pub mod settings;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::{FileId, Place, Reported};
use files::Files;
use pointer::Pointer;

/// A document as plain values, and where each of them was written.
#[derive(Debug, Clone)]
pub struct Tree {
    /// The document.
    pub root: Value,
    /// The file that was read.
    pub file: FileId,
    /// Where moved parts were written; what has no moved part above it lies where it was written.
    pub origins: Origins,
}

/// Places of moved parts: the outermost pointer of the part, and the place where it was written.
pub type Origins = BTreeMap<Pointer, Place>;

impl Tree {
    /// The place where the user wrote the node.
    pub fn place(&self, at: &Pointer) -> Place {
        let mut outer = Some(at.clone());
        while let Some(part) = outer {
            if let Some(origin) = self.origins.get(&part) {
                let at = at
                    .moved(&part, &origin.at)
                    .unwrap_or_else(|| origin.at.clone());
                return Place {
                    file: origin.file,
                    at,
                };
            }
            outer = if self.origins.is_empty() {
                None
            } else {
                part.parent()
            };
        }
        Place {
            file: self.file,
            at: at.clone(),
        }
    }

    /// The node at a pointer.
    pub fn get(&self, at: &Pointer) -> Option<&Value> {
        self.root.pointer(at.as_str())
    }
}

/// Reads a document and everything in it.
pub fn read(files: &dyn Files, path: &Path, cx: &mut Cx) -> Result<Tree, Reported> {
    let _ = (files, path);
    Err(cx.error(crate::diag::codes::FILE_NOT_READABLE.plain()))
}
