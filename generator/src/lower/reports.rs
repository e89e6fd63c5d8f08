//! What is reported while a document is lowered, by the place in the document.

use crate::cx::Cx;
use crate::diag::{Code, Diagnostic, Loss, codes};
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::{Kind, kind_at};

/// Where to report.
#[derive(Debug)]
pub(super) struct Reports<'c, 'd> {
    cx: &'c mut Cx,
    tree: &'d Tree,
}

impl<'c, 'd> Reports<'c, 'd> {
    /// Reports about a document.
    pub(super) fn new(cx: &'c mut Cx, tree: &'d Tree) -> Self {
        Self { cx, tree }
    }

    pub(super) fn report(
        &mut self,
        code: &'static Code,
        at: &Pointer,
        fill: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        self.cx.report(fill(code.at(self.tree.place(at))));
    }

    /// Reports an option of the configuration.
    pub(super) fn option(
        &mut self,
        code: &'static Code,
        keys: &[String],
        fill: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let place = self.cx.config_place(&keys);
        self.cx.report(fill(code.maybe_at(place)));
    }

    /// Reports a part that becomes free-form JSON. Said once for each place, however often it is met.
    pub(super) fn not_modelled(&mut self, at: &Pointer, reason: &str) {
        self.report(codes::NOT_MODELLED, at, |diagnostic| {
            diagnostic.arg("reason", reason)
        });
    }

    /// Reports a reference that leads to no component schema. One that leads nowhere, or to what is no schema, was reported before.
    pub(super) fn not_followed(&mut self, at: &Pointer, reference: &str) {
        let to = Pointer::parse(reference).filter(|to| self.tree.get(to).is_some());
        if to.is_some_and(|to| kind_at(&to).is_none_or(|kind| kind == Kind::Schema)) {
            self.not_modelled(at, "the reference does not lead to a component schema");
        }
    }

    /// Reports what the configuration says of a place where there is no such thing.
    pub(super) fn without_item(&mut self, option: &str, at: &str) {
        let place = self.cx.config_place(&[option, at]);
        let wrong = codes::OPTION_WITHOUT_ITEM.maybe_at(place);
        self.cx.report(wrong.arg("option", option).arg("value", at));
    }

    /// What was reported as lost.
    pub(super) fn losses(&self) -> Vec<Loss> {
        self.cx.losses()
    }
}
