//! References by other means than a pointer from the root: `$id`, `$anchor`, `$dynamicRef`, and pointers meant from a schema that encloses them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::cx::Cx;
use crate::diag::codes;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite_by;
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Syntax, newer};

/// What can be referred to, and the references that may do so.
#[derive(Default)]
struct Found {
    ids: BTreeMap<String, Pointer>,
    anchors: BTreeMap<String, Vec<Pointer>>,
    /// Each with the object that holds it and the key there.
    references: Vec<(Pointer, String, String)>,
}

/// Makes such references pointers from the root, where they lead somewhere.
pub(super) fn run(tree: &mut Tree, cx: &mut Cx) {
    let mut found = Found::default();
    rewrite_by(
        newer::syntax,
        &mut tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, kind, map| match kind {
            Kind::Schema => found.schema(trail, map),
            Kind::Discriminator => found.mapping(trail, map),
            _ => {}
        },
    );
    let mut reported = BTreeSet::new();
    for (owner, key, target) in &found.references {
        let Some((to, is_meant)) = found.resolve(tree, owner, target) else {
            continue;
        };
        // Once for each schema that is meant: whoever pasted it in refers to it many times.
        if is_meant && reported.insert(to.clone()) {
            let place = tree.place(&owner.child(key));
            let found = codes::LOCAL_REFERENCE.at(place).arg("target", target);
            cx.report(found.arg("meant", &to));
        }
        let Some(Value::Object(map)) = tree.root.pointer_mut(owner.as_str()) else {
            continue;
        };
        let is_dynamic = key == "$dynamicRef";
        if is_dynamic {
            map.shift_remove(key);
        }
        let key = if is_dynamic { "$ref" } else { key };
        map.insert(key.to_owned(), json!(to.to_string()));
    }
}

impl Found {
    fn schema(&mut self, trail: Trail<'_>, map: &Map<String, Value>) {
        let text = |key: &str| map.get(key).and_then(Value::as_str);
        if let Some(id) = text("$id") {
            let id = id.trim_end_matches('#').to_owned();
            self.ids.entry(id).or_insert_with(|| trail.pointer());
        }
        for key in ["$anchor", "$dynamicAnchor"] {
            if let Some(name) = text(key) {
                let places = self.anchors.entry(format!("#{name}")).or_default();
                places.push(trail.pointer());
            }
        }
        for key in ["$ref", "$dynamicRef"] {
            if let Some(target) = text(key).filter(|target| !is_plain(target)) {
                let reference = (trail.pointer(), key.to_owned(), target.to_owned());
                self.references.push(reference);
            }
        }
    }

    fn mapping(&mut self, trail: Trail<'_>, map: &Map<String, Value>) {
        let mapping = map.get("mapping").and_then(Value::as_object);
        for (name, target) in mapping.into_iter().flatten() {
            let target = target.as_str().unwrap_or_default();
            if target.starts_with('#') && !is_plain(target) {
                let at = trail.pointer().child("mapping");
                self.references.push((at, name.clone(), target.to_owned()));
            }
        }
    }

    /// Where a reference leads, and whether that is only a guess at what was meant.
    fn resolve(&self, tree: &Tree, owner: &Pointer, target: &str) -> Option<(Pointer, bool)> {
        let (base, fragment) = target.split_at(target.find('#').unwrap_or(target.len()));
        if !base.is_empty() {
            let resource = self.ids.get(base)?;
            return Some((joined(tree, resource, fragment)?, false));
        }
        if !fragment.starts_with("#/") && fragment != "#" {
            return match self.anchors.get(fragment)?.as_slice() {
                [only] => Some((only.clone(), false)),
                _ => None,
            };
        }
        let mut is_meant = Pointer::parse(fragment).is_none_or(|at| tree.get(&at).is_none());
        let mut outer = Some(owner.clone());
        while let Some(at) = outer {
            let is_resource = tree.get(&at).is_some_and(has_id);
            if (is_resource || is_meant)
                && !at.as_str().is_empty()
                && let Some(to) = joined(tree, &at, fragment)
            {
                return Some((to, !is_resource));
            }
            is_meant &= !is_resource;
            outer = at.parent();
        }
        None
    }
}

/// Whether a reference is the common kind, which needs no help.
fn is_plain(target: &str) -> bool {
    target.starts_with("#/components/")
}

fn has_id(schema: &Value) -> bool {
    schema.get("$id").is_some_and(Value::is_string)
}

/// The schema at a fragment below another one, if there is one.
fn joined(tree: &Tree, resource: &Pointer, fragment: &str) -> Option<Pointer> {
    let inner = Pointer::parse(fragment)?;
    let at = inner.moved(&Pointer::root(), resource)?;
    let value = tree.get(&at)?;
    (value.is_object() || value.is_boolean()).then_some(at)
}
