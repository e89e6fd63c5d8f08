//! Components that need no type: nothing but parts, whose words are in the types of the schemas that say `allOf` with them, and
//! others under another spelling.

use std::collections::BTreeSet;

use crate::ir::{Api, Owner, Type, TypeId};
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Syntax};

/// Leaves out the components that need no type.
pub(super) fn leave_out(api: &mut Api, parts: &BTreeSet<Pointer>) {
    leave_out_parts(api, parts);
    leave_out_those(api, |api, id| api.respelled(api.get(id)).is_some());
}

/// Leaves out the components that no call and no other type holds, where other schemas take in all that they say.
///
/// Nobody could do anything with such a type. A component that nothing refers to stays: who wrote it down had a reason. So do all of a
/// document without operations, where the models are what users are after.
fn leave_out_parts(api: &mut Api, parts: &BTreeSet<Pointer>) {
    if api.operations.is_empty() {
        return;
    }
    leave_out_those(api, |api, id| {
        let root = api.get(api.root(id));
        matches!(root.owner, Owner::Component { .. }) && parts.contains(&root.at)
    });
}

/// Leaves out those of these that no call and no other type holds.
fn leave_out_those(api: &mut Api, is_open: impl Fn(&Api, TypeId) -> bool) {
    let others = api.declared().filter(|(id, _)| !is_open(api, *id));
    let held = others.flat_map(|(_, def)| def.shape.types());
    let held = held.chain(api.called()).flat_map(Type::named);
    let kept = api.reached(held);
    let declared = api.declared().map(|(id, _)| id);
    let left: Vec<TypeId> = declared
        .filter(|id| !kept.contains(id) && is_open(api, *id))
        .collect();
    for id in left {
        api.types[id.0].declared = false;
    }
}

/// The places that elements of `allOf` refer to, and nothing else.
pub(super) fn parts(tree: &Tree) -> BTreeSet<Pointer> {
    let (mut parts, mut others) = (BTreeSet::new(), BTreeSet::new());
    let root = Syntax::One(Kind::Document);
    walk(&tree.root, root, Trail::ROOT, &mut |trail, met| {
        if let Met::Reference(Kind::Schema, target) = met {
            let list = trail.pointer().parent().and_then(|at| at.last());
            let is_part = list.as_deref() == Some("allOf");
            let found = if is_part { &mut parts } else { &mut others };
            found.extend(Pointer::parse(target));
        }
    });
    &parts - &others
}
