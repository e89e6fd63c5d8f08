//! References follow what moved: a tree whose origins are known in, the same with every `$ref` and mapping leading there out.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::edits::Merged;
use crate::extensions::{DEFAULT_MAPPING, Kept};
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite;
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Syntax};

/// Where the parts are that were written somewhere else.
struct Now {
    merged: Merged,
    places: BTreeMap<Pointer, Pointer>,
}

/// Rewrites every reference to a part that moved. References still say where their targets were written.
pub(super) fn run(tree: &mut Tree, merged: Merged, aside: &[(Kept, Kind)]) {
    let places = places(tree);
    if places.is_empty() && merged.is_empty() {
        return;
    }
    let now = Now { merged, places };
    let mut change = |_: Trail<'_>, kind: Kind, map: &mut Map<String, Value>| {
        if kind == Kind::Discriminator {
            let mapping = map.get_mut("mapping").and_then(Value::as_object_mut);
            for target in mapping.into_iter().flat_map(Map::values_mut) {
                now.redirect(target);
            }
            if let Some(target) = DEFAULT_MAPPING.get_mut(map) {
                now.redirect(target);
            }
        } else if let Some(target) = map.get_mut("$ref") {
            now.redirect(target);
        }
    };
    let root = Syntax::One(Kind::Document);
    rewrite(&mut tree.root, root, Trail::ROOT, &mut change);
    for (key, kind) in aside {
        if let Some(part) = tree.root.get_mut(key.key()) {
            let trail = Trail::ROOT;
            rewrite(
                part,
                Syntax::Named(*kind),
                trail.child(key.key()),
                &mut change,
            );
        }
    }
}

/// Where each moved part is, by where it was written.
fn places(tree: &Tree) -> BTreeMap<Pointer, Pointer> {
    let mut places = BTreeMap::new();
    for (now, origin) in tree.origins.iter() {
        // What was made for an object says that it was written there; the object itself did not go into it.
        let mut outer = now.parent();
        let is_made = std::iter::from_fn(|| {
            let part = outer.take()?;
            outer = part.parent();
            Some(part)
        })
        .any(|part| tree.was(&part) == *origin);
        if !is_made && origin != now {
            places.entry(origin.clone()).or_insert(now.clone());
        }
    }
    places
}

impl Now {
    fn redirect(&self, target: &mut Value) {
        let Some(text) = target.as_str().filter(|text| text.starts_with('#')) else {
            return;
        };
        if let Some(to) = Pointer::parse(text).and_then(|at| self.find(at)) {
            *target = Value::String(to.to_string());
        }
    }

    /// Where the part is now that was written there, if it is not there any more.
    fn find(&self, written: Pointer) -> Option<Pointer> {
        let mut at = written.clone();
        while let Some(into) = self.merged.get(&at).filter(|into| **into != at) {
            at = into.clone();
        }
        let mut outer = Some(at.clone());
        while let Some(part) = outer {
            if let Some(now) = self.places.get(&part) {
                return at.moved(&part, now);
            }
            outer = part.parent();
        }
        (at != written).then_some(at)
    }
}
