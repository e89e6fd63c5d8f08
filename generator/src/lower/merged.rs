//! Components that are nothing but parts: what they say is in the types of the schemas that say `allOf` with them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::ir::{Api, Owner, Type, TypeId};
use crate::pointer::Pointer;
use crate::source::Tree;

/// Leaves out the components that no call and no other type holds, where other schemas take in all that they say.
///
/// Nobody could do anything with such a type. A component that nothing refers to stays: who wrote it down had a reason. So do all of a
/// document without operations, where the models are what users are after.
pub(super) fn leave_out(api: &mut Api, tree: &Tree) {
    if api.operations.is_empty() {
        return;
    }
    let parts = parts(tree);
    let is_part = |id: TypeId| {
        let root = api.get(api.root(id));
        matches!(root.owner, Owner::Component { .. }) && parts.contains(&root.at)
    };
    let others = api.declared().filter(|(id, _)| !is_part(*id));
    let held = others.flat_map(|(_, def)| def.shape.types());
    let held = held.chain(api.called()).flat_map(Type::named);
    let kept = api.reached(held);
    let declared = api.declared().map(|(id, _)| id);
    let left: Vec<TypeId> = declared
        .filter(|id| is_part(*id) && !kept.contains(id))
        .collect();
    for id in left {
        api.types[id.0].declared = false;
    }
}

/// The places that elements of `allOf` refer to, and nothing else.
fn parts(tree: &Tree) -> BTreeSet<Pointer> {
    let mut found = References::default();
    found.look(&tree.root, false);
    let places = |targets: BTreeSet<&str>| -> BTreeSet<Pointer> {
        targets.into_iter().filter_map(Pointer::parse).collect()
    };
    let (parts, others) = (places(found.parts), places(found.others));
    &parts - &others
}

/// What references lead to.
#[derive(Default)]
struct References<'t> {
    /// Those that are elements of an `allOf`.
    parts: BTreeSet<&'t str>,
    others: BTreeSet<&'t str>,
}

impl<'t> References<'t> {
    fn look(&mut self, node: &'t Value, is_part: bool) {
        match node {
            Value::Object(map) => self.look_inside(map, is_part),
            Value::Array(list) => list.iter().for_each(|one| self.look(one, is_part)),
            _ => {}
        }
    }

    fn look_inside(&mut self, map: &'t Map<String, Value>, is_part: bool) {
        for (key, value) in map {
            match value {
                Value::String(target) if key == "$ref" => {
                    let found = if is_part {
                        &mut self.parts
                    } else {
                        &mut self.others
                    };
                    found.insert(target);
                }
                _ => self.look(value, key == "allOf" && value.is_array()),
            }
        }
    }
}
