//! How long a name is, how many forms a body has and how many members an object: a place is told by all names that lead to it, a crate has
//! a method for each form, which knows all the others, and a line of several for each member, however short its name is.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::cx::Cx;
use crate::diag::{Diagnostic, Reported, codes};
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Syntax};

/// The longest name in bytes: what is longer is no address that every server takes.
///
/// Source: [RFC 9110, section 4.1](https://www.rfc-editor.org/rfc/rfc9110#section-4.1).
const LONGEST: usize = 8_000;
/// The most media types of one body.
const MOST: usize = 256;
/// The most members of one object.
const MEMBERS: usize = 50_000;

/// Reports the first place that is beyond measure.
pub(super) fn check(tree: &Tree, cx: &mut Cx) -> Result<(), Reported> {
    let mut found = None;
    walk(
        &tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, met| {
            if let (None, Met::Object(kind, map)) = (&found, met) {
                found = of_names(tree, trail, kind, map)
                    .or_else(|| of_forms(tree, trail, kind, map))
                    .or_else(|| of_members(tree, trail, kind, map));
            }
        },
    );
    found.map_or(Ok(()), |found| Err(cx.error(found)))
}

/// A name that is too long: of a path, a component, a member.
fn of_names(
    tree: &Tree,
    trail: Trail<'_>,
    kind: Kind,
    map: &Map<String, Value>,
) -> Option<Diagnostic> {
    let object = kind.object();
    let is_named = |section: &str| matches!(object.syntax(section), Some(Syntax::Named(_)));
    let own = map.keys().map(|key| (None, key));
    let sections = map.iter().filter(|(section, _)| is_named(section));
    let sections = sections.filter_map(|(section, value)| {
        let names = value.as_object()?.keys();
        Some(names.map(move |key| (Some(section), key)))
    });
    let (section, name) = own
        .chain(sections.flatten())
        .find(|(_, key)| key.len() > LONGEST)?;
    let at = trail.pointer();
    let at = section.map_or(at.clone(), |section| at.child(section));
    Some(beyond(
        tree,
        &at.child(name),
        format!("a name is longer than {LONGEST} bytes"),
    ))
}

/// A body that has too many forms.
fn of_forms(
    tree: &Tree,
    trail: Trail<'_>,
    kind: Kind,
    map: &Map<String, Value>,
) -> Option<Diagnostic> {
    let content = map.get("content")?.as_object()?;
    let is_body = matches!(kind, Kind::RequestBody | Kind::Response);
    (is_body && content.len() > MOST).then(|| {
        let at = trail.pointer().child("content");
        beyond(
            tree,
            &at,
            format!("a body has more than {MOST} media types"),
        )
    })
}

/// An object that has too many members.
fn of_members(
    tree: &Tree,
    trail: Trail<'_>,
    kind: Kind,
    map: &Map<String, Value>,
) -> Option<Diagnostic> {
    let is_beyond = |key: &&str| match map.get(*key) {
        Some(Value::Object(members)) => members.len() > MEMBERS,
        Some(Value::Array(names)) if names.len() > MEMBERS => {
            let names = names.iter().filter_map(Value::as_str);
            names.collect::<BTreeSet<_>>().len() > MEMBERS
        }
        _ => false,
    };
    let mut lists = ["properties", "required"].into_iter();
    let key = lists.find(|key| kind == Kind::Schema && is_beyond(key))?;
    Some(beyond(
        tree,
        &trail.pointer().child(key),
        format!("an object has more than {MEMBERS} members"),
    ))
}

fn beyond(tree: &Tree, at: &Pointer, what: String) -> Diagnostic {
    let found = codes::BEYOND_MEASURE.at(tree.place(at)).on_key();
    found.arg("what", what)
}
