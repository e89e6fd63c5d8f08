//! Where nodes stood before they moved: a pointer of now in, the pointer that the document has for it out. The values themselves are
//! moved by others.

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::pointer::Pointer;

/// Where moved and made parts of a document stood when it was read; what lies in no such part stands where it stood.
#[derive(Debug, Clone, Default)]
pub struct Origins(BTreeMap<Pointer, Origin>);

/// Where a part stood.
#[derive(Debug, Clone)]
struct Origin {
    /// Where it was written, or what it was made of.
    at: Pointer,
    /// Whether it was made, so that what is written there is another node, and people know it by where it is now.
    is_made: bool,
}

impl Origins {
    /// Where the node stood, or that which it was made of.
    pub fn was(&self, at: &Pointer) -> Pointer {
        self.through(at, |_| true)
    }

    /// What people call the node: where it was written, or where it is now if it was made.
    pub fn written(&self, at: &Pointer) -> Pointer {
        self.through(at, |origin| !origin.is_made)
    }

    /// Where nodes may be that people call by a pointer.
    pub(super) fn written_at(&self, at: &Pointer) -> Vec<Pointer> {
        let moved = self.0.iter().filter(|(_, origin)| !origin.is_made);
        let moved = moved.filter_map(|(now, origin)| at.moved(&origin.at, now));
        let all = moved.chain([at.clone()]);
        all.filter(|now| self.written(now) == *at).collect()
    }

    fn through(&self, at: &Pointer, counts: impl Fn(&Origin) -> bool) -> Pointer {
        enclosing(&self.0, at, counts)
            .and_then(|(part, origin)| at.moved(part, &origin.at))
            .unwrap_or_else(|| at.clone())
    }

    /// Each part now, with where it stood.
    pub fn iter(&self) -> impl Iterator<Item = (&Pointer, &Pointer)> {
        self.0.iter().map(|(now, origin)| (now, &origin.at))
    }

    /// Notes that what was at `from` is at `to` now.
    pub(super) fn moved(&mut self, from: &Pointer, to: &Pointer) {
        let was = self.was(from);
        for (at, origin) in self.inner(from) {
            self.0.remove(&at);
            self.rekey(&at, from, to, origin);
        }
        self.is(to.clone(), was);
    }

    /// Notes that what is at `from` is at `to` as well.
    pub(super) fn copied(&mut self, from: &Pointer, to: &Pointer) {
        let was = self.was(from);
        for (at, origin) in self.inner(from) {
            self.rekey(&at, from, to, origin);
        }
        self.made(to.clone(), was);
    }

    /// Notes that a node is the one that was written there.
    pub fn is(&mut self, now: Pointer, at: Pointer) {
        let is_made = false;
        self.0.insert(now, Origin { at, is_made });
    }

    /// Notes that a node was made of what was written there.
    pub fn made(&mut self, now: Pointer, at: Pointer) {
        let is_made = true;
        self.0.insert(now, Origin { at, is_made });
    }

    /// Those of another document that is made of this one: its parts, outer ones first, with the parts of this one that they are.
    #[must_use]
    pub fn of_another(&self, parts: &Self) -> Self {
        let mut origins = Self::default();
        for (to, part) in &parts.0 {
            for (at, origin) in self.inner(&part.at) {
                origins.rekey(&at, &part.at, to, origin);
            }
            let at = self.was(&part.at);
            let is_made = part.is_made;
            origins.0.insert(to.clone(), Origin { at, is_made });
        }
        origins
    }

    fn rekey(&mut self, at: &Pointer, from: &Pointer, to: &Pointer, origin: Origin) {
        if let Some(new) = at.moved(from, to) {
            self.0.insert(new, origin);
        }
    }

    /// The moved parts at or below a node.
    fn inner(&self, from: &Pointer) -> Vec<(Pointer, Origin)> {
        let below = from.child("");
        let own = self.0.get_key_value(from).into_iter();
        own.chain(self.0.range(below..))
            .take_while(|(at, _)| at.is_within(from))
            .map(|(at, origin)| (at.clone(), origin.clone()))
            .collect()
    }
}

/// The innermost part of a map that a node is or lies in, of those that count.
pub(super) fn enclosing<'m, T>(
    parts: &'m BTreeMap<Pointer, T>,
    at: &Pointer,
    counts: impl Fn(&T) -> bool,
) -> Option<(&'m Pointer, &'m T)> {
    let whole = at.as_str();
    let mut outer = whole;
    loop {
        // What a node lies in stands before it in the order of texts, and what stands between begins with it.
        let before = (Bound::Unbounded, Bound::Included(outer));
        let (part, found) = parts.range::<str, _>(before).next_back()?;
        let rest = whole.strip_prefix(part.as_str());
        let is_within = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if is_within && counts(found) {
            return Some((part, found));
        }
        let shared = if is_within {
            part.as_str().rfind('/')?
        } else {
            shared(outer, part.as_str())
        };
        outer = &whole[..shared];
    }
}

/// The length of the longest place that a node lies in and whose text another pointer begins with.
fn shared(at: &str, other: &str) -> usize {
    let same = at.bytes().zip(other.bytes()).take_while(|(a, b)| a == b);
    let same = same.count();
    if at.as_bytes().get(same) == Some(&b'/') {
        return same;
    }
    at.as_bytes()[..same]
        .iter()
        .rposition(|byte| *byte == b'/')
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, Origins, Pointer, enclosing};

    fn at(text: &str) -> Pointer {
        Pointer::parse(text).unwrap()
    }

    #[test]
    fn a_part_that_moves_twice_knows_where_it_was_written() {
        let mut origins = Origins::default();
        origins.moved(&at("/a/b/c"), &at("/a/d"));
        origins.moved(&at("/a"), &at("/e"));
        origins.copied(&at("/e"), &at("/f"));
        for moved in ["/e/d/x", "/f/d/x"] {
            assert_eq!(origins.was(&at(moved)), at("/a/b/c/x"));
        }
        assert_eq!(origins.was(&at("/f/y")), at("/a/y"));
        assert_eq!(origins.was(&at("/a/d")), at("/a/d"));
    }

    #[test]
    fn what_was_made_is_called_by_where_it_is() {
        let mut origins = Origins::default();
        origins.is(at("/new"), at("/old"));
        origins.made(at("/new/more"), at("/old/one"));
        origins.is(at("/new/more/moved"), at("/old/one/kept"));
        let both = |text: &str| (origins.was(&at(text)), origins.written(&at(text)));
        assert_eq!(both("/new/x"), (at("/old/x"), at("/old/x")));
        assert_eq!(both("/new/more/x"), (at("/old/one/x"), at("/old/more/x")));
        let kept = at("/old/one/kept");
        assert_eq!(both("/new/more/moved"), (kept.clone(), kept));
    }

    #[test]
    fn the_innermost_part_is_found_among_those_that_read_alike() {
        let parts: BTreeMap<Pointer, u8> = ["", "/a", "/a-b/c", "/a/b", "/a/b/c~1d", "/a/bb"]
            .map(|text| (at(text), 0))
            .into();
        for (node, part) in [
            ("/a/b/c", "/a/b"),
            ("/a/b/c~1d/e", "/a/b/c~1d"),
            ("/a/c", "/a"),
            ("/a/bbb", "/a"),
            ("/a-b/cc", ""),
            ("/a-b/c", "/a-b/c"),
            ("", ""),
        ] {
            let found = enclosing(&parts, &at(node), |_| true).unwrap().0;
            assert_eq!(*found, at(part), "{node}");
        }
        let some: BTreeMap<Pointer, u8> = [(at("/a-b"), 0)].into();
        assert!(enclosing(&some, &at("/a/b"), |_| true).is_none());
    }
}
