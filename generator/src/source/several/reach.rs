//! What references lead to, from the document on: the parts of other files that are needed, and what for.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::library::{Library, Node, Target};
use super::{Kind, Pointer, Syntax, codes, kind_of, may_be_scheme, names_a_place, section, target};
use crate::cx::Cx;
use crate::source::grammar::walk::Trail;

/// What is reached.
#[derive(Debug, Default)]
pub(super) struct Reached {
    /// Parts of other files that become components, with the map that they go to.
    pub(super) components: BTreeSet<(Node, Pointer)>,
    /// Where the document itself has nothing but a reference as a component, by what it leads to.
    pub(super) aliases: BTreeMap<(Node, Pointer), BTreeSet<Pointer>>,
    /// Every part of a file that is reached, by its file and place, and what it is.
    pub(super) roots: BTreeMap<(usize, Pointer), Syntax>,
    /// Where each reference leads, by where it stands.
    pub(super) targets: BTreeMap<Node, Node>,
}

struct Search<'s, 'l> {
    library: &'s mut Library<'l>,
    cx: &'s mut Cx,
    reached: Reached,
    open: Vec<(Node, Syntax, Option<Pointer>)>,
    seen: BTreeSet<(Node, Syntax, Option<Pointer>)>,
}

/// A part of a file that is looked through.
struct Part {
    node: Node,
    /// Where it is going to be in the document, if that is known.
    now: Option<Pointer>,
}

impl Part {
    fn inner(&self, trail: Trail<'_>) -> Node {
        Node {
            file: self.node.file,
            at: trail.below(&self.node.at),
        }
    }
}

/// Follows every reference.
pub(super) fn all(library: &mut Library<'_>, cx: &mut Cx) -> Reached {
    let root = Node {
        file: 0,
        at: Pointer::root(),
    };
    let mut search = Search {
        library,
        cx,
        reached: Reached::default(),
        open: vec![(root, Syntax::One(Kind::Document), Some(Pointer::root()))],
        seen: BTreeSet::new(),
    };
    while let Some((node, syntax, now)) = search.open.pop() {
        let Some(value) = search.library.get(&node).cloned() else {
            continue;
        };
        let part = Part { node, now };
        search.node(&part, Trail::ROOT, syntax, &value);
    }
    search.reached
}

impl Search<'_, '_> {
    /// Looks at a node of a part. What has no reference needs no pointer.
    fn node(&mut self, part: &Part, trail: Trail<'_>, syntax: Syntax, value: &Value) {
        if let Some(target) = target(syntax, value) {
            if !(part.node.file == 0 && target.starts_with('#')) {
                let now = part.now.as_ref().map(|now| trail.below(now));
                self.reference(&part.inner(trail), syntax, target, value, now.as_ref());
            }
            // Only a schema says something beside its reference.
            if !matches!(
                syntax,
                Syntax::One(Kind::Schema) | Syntax::FlagOr(Kind::Schema)
            ) {
                return;
            }
        }
        match value {
            Value::Object(map) => {
                match syntax {
                    Syntax::One(Kind::Discriminator) => self.mapping(&part.inner(trail), map),
                    Syntax::One(Kind::Requirement) => self.requirement(&part.inner(trail), map),
                    _ => {}
                }
                for (key, value) in map {
                    if let Some(syntax) = inside(self.library, syntax, key) {
                        self.node(part, trail.child(key), syntax, value);
                    }
                }
            }
            Value::Array(list) => {
                for (index, value) in list.iter().enumerate() {
                    if let Some(syntax) = inside(self.library, syntax, "") {
                        self.node(part, trail.index(index), syntax, value);
                    }
                }
            }
            _ => {}
        }
    }

    /// Follows a reference that stands at a node, which is going to be at `now` of the document, if that is known.
    fn reference(
        &mut self,
        node: &Node,
        syntax: Syntax,
        target: &str,
        value: &Value,
        now: Option<&Pointer>,
    ) {
        let kind = kind_of(syntax);
        let is_local = node.file == 0 && target.starts_with('#');
        if is_local {
            return;
        }
        let said = kind.unwrap_or(Kind::Document);
        let Target::To(to) = self.library.find(node, said, target, self.cx) else {
            return;
        };
        self.reached.targets.insert(node.clone(), to.clone());
        if to.file == 0 {
            return;
        }
        let home = kind.and_then(|kind| section(kind, self.library.document()));
        let mut next = None;
        if let Some(home) = home {
            let key = (to.clone(), home.clone());
            let is_alone = value.as_object().is_some_and(|map| map.len() == 1);
            if let Some(now) = now.filter(|now| is_alone && now.parent().as_ref() == Some(&home)) {
                let aliases = self.reached.aliases.entry(key.clone()).or_default();
                aliases.insert(now.clone());
            }
            self.reached.components.insert(key);
        } else {
            // Deeper down there is no place of a component any more, and each way there would be another one.
            next = now.filter(|now| now.segments().count() < 3).cloned();
        }
        self.open(to, syntax, next);
    }

    fn open(&mut self, to: Node, syntax: Syntax, now: Option<Pointer>) {
        let key = (to.clone(), syntax, now.clone());
        if self.seen.insert(key) {
            let root = (to.file, to.at.clone());
            self.reached.roots.entry(root).or_insert(syntax);
            self.open.push((to, syntax, now));
        }
    }

    /// The schemas that a discriminator names by their files.
    fn mapping(&mut self, node: &Node, map: &serde_json::Map<String, Value>) {
        let mapping = map.get("mapping").and_then(Value::as_object);
        for (name, target) in mapping.into_iter().flatten() {
            let Some(target) = target.as_str().filter(|target| names_a_place(target)) else {
                continue;
            };
            let at = Node {
                file: node.file,
                at: node.at.child("mapping").child(name),
            };
            if let Some(reason) = self.library.unreadable(&at, target) {
                // Documents that were joined by other programs keep the names of files that are joined in. An entry selects, no more.
                let found = codes::BROKEN_SCHEMA_REF.maybe_at(self.library.place(&at));
                let found = found.arg("target", target).arg("advice", "");
                self.cx.report(found.arg("reason", reason));
                continue;
            }
            let value = Value::Null;
            self.reference(&at, Syntax::One(Kind::Schema), target, &value, None);
        }
    }
}

impl Search<'_, '_> {
    /// The security schemes that a requirement names by their files. One that leads nowhere is a name that nobody declares.
    fn requirement(&mut self, node: &Node, map: &serde_json::Map<String, Value>) {
        for key in map.keys() {
            let at = Node {
                file: node.file,
                at: node.at.child(key),
            };
            if may_be_scheme(self.library.document(), key)
                && self.library.unreadable(&at, key).is_none()
            {
                let syntax = Syntax::One(Kind::SecurityScheme);
                self.reference(&at, syntax, key, &Value::Null, None);
            }
        }
    }
}

/// What stands under a key, by the grammar of the document.
pub(super) fn inside(library: &Library<'_>, syntax: Syntax, key: &str) -> Option<Syntax> {
    let found = match syntax {
        Syntax::One(kind) | Syntax::FlagOr(kind) => (library.rows)(kind, key),
        Syntax::Many(kind) | Syntax::Named(kind) => Some(Syntax::One(kind)),
        _ => None,
    };
    found.filter(|syntax| {
        matches!(
            syntax,
            Syntax::One(_) | Syntax::FlagOr(_) | Syntax::Named(_) | Syntax::Many(_)
        )
    })
}
