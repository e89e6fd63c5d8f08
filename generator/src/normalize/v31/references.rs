//! References by other means than a pointer from the root: `$id`, `$anchor`, `$dynamicRef`, and pointers meant from a schema that encloses them.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::cx::Cx;
use crate::diag::codes;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite_by;
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Syntax, newer};
use crate::source::resources::Resources;

/// What can be referred to, and the references that may do so.
#[derive(Default)]
struct Found {
    resources: Resources,
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
    found.resources.settle(&tree.root);
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
        self.resources.note(trail, map);
        let text = |key: &str| map.get(key).and_then(Value::as_str);
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
        let (address, fragment) = target.split_at(target.find('#').unwrap_or(target.len()));
        if !address.is_empty() {
            let to = self.resources.find(&tree.root, owner, target)?;
            return is_schema(tree, &to).then_some((to, false));
        }
        if !fragment.starts_with("#/") && fragment != "#" {
            let near = self.resources.find(&tree.root, owner, target);
            let only = near.or_else(|| self.resources.named(&Pointer::root(), fragment))?;
            return Some((only, false));
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
    is_schema(tree, &at).then_some(at)
}

fn is_schema(tree: &Tree, at: &Pointer) -> bool {
    let value = tree.get(at);
    value.is_some_and(|value| value.is_object() || value.is_boolean())
}
