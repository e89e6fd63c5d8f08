//! Texts that YAML took for something else: what an overlay gives means what it is for, which only the changed document says.

use std::collections::BTreeMap;

use super::{Pointer, Tree};
use crate::diag::{FileId, Sources};
use crate::source::texts::{self, Texts};
use crate::source::{is_json_text, yaml};

/// Puts the texts of overlays in place of what they were taken for: `version: 1.10` is no number.
pub(super) fn read_again(tree: &mut Tree, sources: &Sources) {
    let Some(wanted) = texts::wanted(&tree.root) else {
        return;
    };
    let mut found = Vec::new();
    pointers(&wanted, &Pointer::root(), &mut found);
    // Each place in a file, and where it is in the document.
    let mut by_file: BTreeMap<FileId, Vec<(Pointer, Pointer)>> = BTreeMap::new();
    for at in found {
        let place = tree.place(&at);
        if place.file != tree.file {
            by_file.entry(place.file).or_default().push((place.at, at));
        }
    }
    for (file, places) in by_file {
        let (Some(path), Some(text)) = (sources.path(file), sources.text(file)) else {
            continue;
        };
        let mut wanted = Texts::default();
        for (at, _) in &places {
            let inner = at.segments().fold(&mut wanted, |inside, key| {
                inside.inside.entry(key).or_default()
            });
            inner.is_text = true;
        }
        let read = (!is_json_text(path, text))
            .then(|| yaml::read_again(text, &wanted))
            .flatten();
        let Some(read) = read else { continue };
        for (from, to) in places {
            if let Some(value) = from.find(&read)
                && let Some(slot) = tree.root.pointer_mut(to.as_str())
            {
                slot.clone_from(value);
            }
        }
    }
}

fn pointers(texts: &Texts, at: &Pointer, found: &mut Vec<Pointer>) {
    if texts.is_text {
        found.push(at.clone());
    }
    for (key, inner) in &texts.inside {
        pointers(inner, &at.child(key), found);
    }
}
