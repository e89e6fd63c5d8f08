//! Parts of the document that are set aside, under a key of our own.

use serde_json::Value;

use crate::extensions::Kept;
use crate::pointer::Pointer;
use crate::source::Tree;

/// Moves a part of the document to a key of the root that nobody generates from.
pub(super) fn set_aside(tree: &mut Tree, from: &Pointer, to: Kept) {
    let Some((owner, last)) = from.parent().zip(from.last()) else {
        return;
    };
    let owner = tree.root.pointer_mut(owner.as_str());
    let part = owner
        .and_then(Value::as_object_mut)
        .and_then(|map| map.shift_remove(&last));
    if let (Some(part), Some(root)) = (part, tree.root.as_object_mut()) {
        to.set(root, part);
        tree.moved(from, &Pointer::root().child(to.key()));
    }
}
