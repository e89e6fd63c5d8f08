//! The lines of the list. What is sorted first is the path, so that a type and its parts stand together.

use std::collections::BTreeSet;

use crate::ir::Docs;
use crate::rust::{Signature, View};

/// Lines, each once.
#[derive(Debug, Default)]
pub(super) struct Lines(BTreeSet<Line>);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    path: Vec<String>,
    text: String,
}

/// A path of modules, types and parts of them.
#[derive(Debug, Clone)]
pub(super) struct Path(Vec<String>);

impl Path {
    /// The root of the crate.
    pub(super) const ROOT: Self = Self(Vec::new());

    /// What is inside.
    pub(super) fn join(&self, name: &str) -> Self {
        let parts = self.0.iter().cloned();
        Self(parts.chain([name.to_owned()]).collect())
    }
}

impl Lines {
    /// All of them, sorted.
    pub(super) fn text(self) -> String {
        self.0.into_iter().map(|line| line.text + "\n").collect()
    }

    fn push(&mut self, path: &Path, text: String) {
        let path = path.0.clone();
        self.0.insert(Line { path, text });
    }

    /// `pub struct X: Debug`, with what is derived.
    pub(super) fn item(&mut self, kind: &str, path: &Path, derives: &[&str]) {
        let name = path.0.join("::");
        let text = if derives.is_empty() {
            format!("pub {kind} {name}")
        } else {
            format!("pub {kind} {name}: {}", derives.join(", "))
        };
        self.push(path, text);
    }

    /// `pub type X = Y`.
    pub(super) fn alias(&mut self, path: &Path, target: &str) {
        self.push(path, format!("pub type {} = {target}", path.0.join("::")));
    }

    /// `pub X::field: Y`, or `pub X::Variant(Y)`: what follows the path is given.
    pub(super) fn part(&mut self, path: &Path, rest: &str) {
        self.push(path, format!("pub {}{rest}", path.0.join("::")));
    }

    /// `pub use X`.
    pub(super) fn export(&mut self, path: &Path) {
        self.push(path, format!("pub use {}", path.0.join("::")));
    }

    /// `pub use X = Y`: one item under two names.
    pub(super) fn reexport(&mut self, path: &Path, of: &Path) {
        let (name, of) = (path.0.join("::"), of.0.join("::"));
        self.push(path, format!("pub use {name} = {of}"));
    }

    /// `impl Default for X`.
    pub(super) fn implementation(&mut self, of: &str, path: &Path) {
        self.push(path, format!("impl {of} for {}", path.0.join("::")));
    }

    /// `pub fn X::new(…) -> …`, marked where the document deprecates it.
    pub(super) fn function(
        &mut self,
        owner: &Path,
        signature: &Signature<'_>,
        view: View<'_>,
        docs: Option<&Docs>,
    ) {
        let path = owner.join(&signature.name.code());
        let is_deprecated = docs.is_some_and(|docs| docs.deprecated);
        let mark = if is_deprecated { "#[deprecated] " } else { "" };
        let (name, rest) = (path.0.join("::"), signature.text(view));
        self.push(&path, format!("{mark}pub fn {name}{rest}"));
    }
}
