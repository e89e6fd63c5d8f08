//! Keeps places right while nodes move: from and to in, the origins of the tree changed. The values themselves are moved by the caller.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Origins, Tree};
use crate::pointer::Pointer;

impl Tree {
    /// Notes that what was at `from` is at `to` now.
    pub fn moved(&mut self, from: &Pointer, to: &Pointer) {
        let was = self.was(from);
        for (at, origin) in self.inner(from) {
            self.origins.remove(&at);
            self.rekey(&at, from, to, origin);
        }
        self.origins.insert(to.clone(), was);
    }

    /// Notes that what is at `from` is at `to` as well.
    pub fn copied(&mut self, from: &Pointer, to: &Pointer) {
        let was = self.was(from);
        for (at, origin) in self.inner(from) {
            self.rekey(&at, from, to, origin);
        }
        self.origins.insert(to.clone(), was);
    }

    /// Puts another document in the place of this one. Each part of the new one stands where the other part of the pair was
    /// written; outer parts come first.
    pub fn replace(&mut self, root: Value, parts: &BTreeMap<Pointer, Pointer>) {
        let mut origins = Origins::new();
        for (to, from) in parts {
            let inner = self.inner(from).into_iter();
            origins.extend(inner.filter_map(|(at, was)| Some((at.moved(from, to)?, was))));
            origins.insert(to.clone(), self.was(from));
        }
        (self.root, self.origins) = (root, origins);
    }

    fn rekey(&mut self, at: &Pointer, from: &Pointer, to: &Pointer, origin: Pointer) {
        if let Some(new) = at.moved(from, to) {
            self.origins.insert(new, origin);
        }
    }

    /// The moved parts at or below a node.
    fn inner(&self, from: &Pointer) -> Vec<(Pointer, Pointer)> {
        let below = from.child("");
        let own = self.origins.get_key_value(from).into_iter();
        own.chain(self.origins.range(below..))
            .take_while(|(at, _)| at.is_within(from))
            .map(|(at, origin)| (at.clone(), origin.clone()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Pointer, Tree};
    use crate::cx::Cx;
    use crate::source::files::Memory;

    #[test]
    fn a_part_that_moves_twice_knows_where_it_was_written() {
        let files = Memory::default().with("a.yaml", "a: {}");
        let mut tree: Tree =
            super::super::read(&files, "a.yaml".as_ref(), &mut Cx::default()).unwrap();
        let at = |text: &str| Pointer::parse(text).unwrap();
        tree.moved(&at("/a/b/c"), &at("/a/d"));
        tree.moved(&at("/a"), &at("/e"));
        tree.copied(&at("/e"), &at("/f"));
        for moved in ["/e/d/x", "/f/d/x"] {
            assert_eq!(tree.place(&at(moved)).at, at("/a/b/c/x"));
        }
        assert_eq!(tree.place(&at("/f/y")).at, at("/a/y"));
        assert_eq!(tree.place(&at("/a/d")).at, at("/a/d"));
    }
}
