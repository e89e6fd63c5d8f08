//! Where parts of other files are in the one document: at a component that is nothing but a reference to them, or at one of its own.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::library::{Library, Node};
use super::reach::{Reached, inside};
use super::{Pointer, Syntax};
use crate::hash::hash;

/// How many digits of a hash tell apart what names do not.
const DIGITS: usize = 8;

/// The places of parts of other files.
#[derive(Debug, Default)]
pub(super) struct Homes {
    pub(super) components: BTreeMap<(Node, Pointer), Pointer>,
    pub(super) targets: BTreeMap<Node, Node>,
    /// Those that are no part of another one and have no place in the document yet.
    pub(super) added: BTreeMap<Pointer, Node>,
}

/// Gives each part a place, by what it is called and nothing else.
pub(super) fn of(library: &Library<'_>, reached: &Reached) -> Homes {
    let mut homes = Homes {
        targets: reached.targets.clone(),
        ..Homes::default()
    };
    let mut wishes: BTreeMap<Pointer, Vec<&(Node, Pointer)>> = BTreeMap::new();
    for key in &reached.components {
        let (node, section) = key;
        if outer(library, reached, key).is_some() {
            continue;
        }
        let wish = section.child(&wish(library, node));
        match reached.aliases.get(key) {
            Some(aliases) => {
                let home = if aliases.contains(&wish) {
                    Some(&wish)
                } else {
                    aliases.first()
                };
                homes
                    .components
                    .extend(home.map(|home| (key.clone(), home.clone())));
            }
            None => wishes.entry(wish).or_default().push(key),
        }
    }
    let mut taken: BTreeSet<Pointer> = reached.aliases.values().flatten().cloned().collect();
    for (wish, keys) in wishes {
        let is_free = keys.len() == 1 && is_free(library, &taken, &wish);
        for key in keys {
            let home = if is_free {
                wish.clone()
            } else {
                qualified(library, &taken, key)
            };
            taken.insert(home.clone());
            homes.added.insert(home.clone(), key.0.clone());
            homes.components.insert(key.clone(), home);
        }
    }
    let inner: Vec<_> = reached
        .components
        .iter()
        .filter_map(|key| {
            let owner = outer(library, reached, key)?;
            let home = homes.components.get(&owner)?;
            Some((key.clone(), key.0.at.moved(&owner.0.at, home)?))
        })
        .collect();
    homes.components.extend(inner);
    homes
}

/// The outermost part that this one lies in, where the grammar leads from one to the other.
fn outer(
    library: &Library<'_>,
    reached: &Reached,
    key: &(Node, Pointer),
) -> Option<(Node, Pointer)> {
    let (node, _) = key;
    let mut owners = Vec::new();
    let mut at = node.at.parent();
    while let Some(owner) = at {
        at = owner.parent();
        owners.push(owner);
    }
    owners.into_iter().rev().find_map(|at| {
        let owner = Node {
            file: node.file,
            at: at.clone(),
        };
        let found = reached
            .components
            .range((owner.clone(), Pointer::root())..)
            .next();
        let found = found.filter(|(known, _)| *known == owner)?;
        let mut syntax = *reached.roots.get(&(node.file, at.clone()))?;
        let rest = node.at.moved(&at, &Pointer::root())?;
        for segment in rest.segments() {
            syntax = inside(library, syntax, &segment)?;
        }
        matches!(syntax, Syntax::One(_) | Syntax::FlagOr(_)).then(|| found.clone())
    })
}

fn is_free(library: &Library<'_>, taken: &BTreeSet<Pointer>, home: &Pointer) -> bool {
    let known: Option<&Value> = home.find(library.document());
    known.is_none() && !taken.contains(home)
}

/// What a part is called: its key where such parts are listed, otherwise after its file.
fn wish(library: &Library<'_>, node: &Node) -> String {
    let (_, name) = library.names(node.file);
    let segments: Vec<String> = node.at.segments().collect();
    let words: Vec<&str> = segments.iter().map(String::as_str).collect();
    let wish = match words.as_slice() {
        [] => name,
        ["components", _, key] | ["definitions" | "$defs" | "parameters" | "responses", key] => {
            (*key).to_owned()
        }
        // A file that is a list of them.
        [key] => (*key).to_owned(),
        [.., key] => format!("{name}_{key}"),
    };
    plain(&wish)
}

/// The same with the way to the file, and where that is not enough, with a hash.
fn qualified(library: &Library<'_>, taken: &BTreeSet<Pointer>, key: &(Node, Pointer)) -> Pointer {
    let (node, section) = key;
    let (way, _) = library.names(node.file);
    let mut name = plain(&way);
    if let Some(last) = node.at.last() {
        name = format!("{name}_{}", plain(&last));
    }
    let home = section.child(&name);
    if is_free(library, taken, &home) {
        return home;
    }
    let hash = hash(format!("{way}{}", node.at).as_bytes());
    section.child(&format!(
        "{name}_{}",
        hash.get(..DIGITS).unwrap_or_default()
    ))
}

/// As the keys of components have to be.
fn plain(name: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || ".-_".contains(letter);
    name.chars()
        .map(|letter| if is_plain(letter) { letter } else { '_' })
        .collect()
}
