//! What was said about parts that nobody selected: units of the document before and after a selection in, what is taken back out.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::cx::Cx;
use crate::diag::Place;
use crate::method::OTHERS;
use crate::pointer::Pointer;
use crate::source::Tree;

/// The operations, path items and components of a document, and where each was written.
pub(super) struct Units(Vec<(Pointer, Place)>);

impl Units {
    /// Those of a document.
    pub(super) fn of(tree: &Tree) -> Self {
        let root = Pointer::root();
        let mut units = Vec::new();
        for section in [root.child("paths"), root.child("components")] {
            for name in keys(tree, &section) {
                let at = section.child(&name);
                let others = at.child(OTHERS);
                units.extend(keys(tree, &others).iter().map(|key| others.child(key)));
                units.extend(keys(tree, &at).iter().map(|key| at.child(key)));
                units.push(at);
            }
        }
        let placed = units.into_iter().map(|at| (at.clone(), tree.place(&at)));
        Self(placed.collect())
    }

    /// Takes back what was said about those that are not there any more.
    pub(super) fn forget(self, tree: &Tree, aside: &str, cx: &mut Cx) {
        let paths = Pointer::root().child("paths");
        let aside = Pointer::root().child(aside);
        let is_kept = |at: &Pointer| {
            let elsewhere = at.moved(&paths, &aside);
            tree.get(at).is_some() || elsewhere.is_some_and(|at| tree.get(&at).is_some())
        };
        let mut kept: BTreeMap<Pointer, bool> = BTreeMap::new();
        for (at, place) in self.0.iter().filter(|(_, place)| place.file == tree.file) {
            // Of several that were written in one place, one that is kept keeps it.
            *kept.entry(place.at.clone()).or_default() |= is_kept(at);
        }
        cx.forget(|place| {
            let mut outer = Some(place.at.clone());
            while let Some(at) = outer.take() {
                if let Some(is_kept) = kept.get(&at).filter(|_| place.file == tree.file) {
                    return !is_kept;
                }
                outer = at.parent();
            }
            false
        });
    }
}

fn keys(tree: &Tree, at: &Pointer) -> Vec<String> {
    let map = tree.get(at).and_then(Value::as_object);
    map.map(Map::keys).into_iter().flatten().cloned().collect()
}
