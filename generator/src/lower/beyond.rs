//! What the configuration asks for beyond the document: members that are kept, path parameters that may be empty.

use crate::cx::Cx;
use crate::diag::codes;
use crate::pointer::Pointer;
use crate::source::Tree;

/// The places that the configuration names.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    kept: Vec<Pointer>,
    empty: Vec<Pointer>,
}

impl Wanted {
    /// What the configuration says; a place that is not there is reported.
    pub(super) fn of(tree: &Tree, cx: &mut Cx) -> Self {
        let said = cx.config().beyond.clone();
        Self {
            kept: places("keep-members", &said.keep_members, tree, cx),
            empty: places(
                "empty-path-parameters",
                &said.empty_path_parameters,
                tree,
                cx,
            ),
        }
    }

    /// Whether undeclared members of an object that is written here are kept: one of the places holds it.
    pub(super) fn keeps(&self, at: &Pointer) -> bool {
        self.kept.iter().any(|kept| at.is_within(kept))
    }

    /// Whether a path parameter that is written here may be empty.
    pub(super) fn may_be_empty(&self, at: &Pointer) -> bool {
        self.empty.contains(at)
    }
}

fn places(option: &str, said: &[String], tree: &Tree, cx: &mut Cx) -> Vec<Pointer> {
    let mut places = Vec::new();
    for text in said {
        if let Some(at) = Pointer::parse(text).filter(|at| tree.has_written(at)) {
            places.push(at);
        } else {
            let place = cx.config_place(&["beyond", option]);
            let wrong = codes::OPTION_WITHOUT_ITEM.maybe_at(place);
            cx.report(wrong.arg("option", option).arg("value", text));
        }
    }
    places
}
