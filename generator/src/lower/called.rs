//! What the candidates of unions are called that references lead into, by the place of their list. Each list is looked at once, however
//! many references lead into it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::pointer::Pointer;

/// The words of the candidates of lists that somebody asked for.
#[derive(Debug, Default)]
pub(super) struct Called(RefCell<BTreeMap<Pointer, Rc<[String]>>>);

impl Called {
    /// The words of the candidates of a list.
    pub(super) fn of_list(&self, at: &Pointer, all: impl FnOnce() -> Vec<String>) -> Rc<[String]> {
        let mut known = self.0.borrow_mut();
        Rc::clone(known.entry(at.clone()).or_insert_with(|| all().into()))
    }
}
