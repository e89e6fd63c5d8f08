//! Keywords that nothing reads: each is reported where it says something. Those of later versions were reported when they were left out.

use crate::cx::Cx;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::effects::unread;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Syntax};

/// Reports every such keyword; what stands inside one is not looked into.
pub(super) fn check(tree: &Tree, cx: &mut Cx) {
    let root = Syntax::One(Kind::Document);
    let mut told: Vec<Pointer> = Vec::new();
    walk(&tree.root, root, Trail::ROOT, &mut |trail, met| {
        let Met::Object(kind, map) = met else {
            return;
        };
        let rows = kind.object().keys.iter();
        let found = unread(rows.map(|(key, _, effect)| (*key, *effect)), map);
        if found.is_empty() || told.iter().any(|at| trail.pointer().is_within(at)) {
            return;
        }
        told.clear();
        for one in found {
            let at = trail.pointer().child(one.key);
            cx.report(one.diagnostic().located(tree.place(&at)));
            told.push(at);
        }
    });
}
