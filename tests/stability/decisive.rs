//! Items that are why others are what they are.

use std::collections::BTreeMap;

use tintype::ir::{Additional, Paging, Shape, Type, TypeId};
use tintype::plan::{Answer, Held};
use tintype::pointer::Pointer;

use super::items::Item;
use super::{Generated, gone};

/// Whether the item is why another one is what it is.
pub(super) fn decides_for_others(item: &Item, old: &Generated, new: &Generated) -> bool {
    let gone = gone(old, new);
    let is_own = |at: &str| {
        let at = Pointer::parse(at).unwrap();
        at.is_within(&item.at)
            || gone
                .iter()
                .any(|id| at.is_within(&old.plan.api.get(*id).at))
    };
    let mut notes = old.plan.names.notes.all.iter();
    let gave_up =
        notes.any(|note| !is_own(&note.at) && note.others.iter().any(|other| is_own(other)));
    let error_model = |one: &Generated| {
        let model = one.plan.error_model();
        model.map(|model| one.plan.api.get(model.id).at.to_string())
    };
    let credential = |one: &Generated| {
        let credential = one.plan.client().credential;
        credential.map(|credential| credential.scheme.wire.clone())
    };
    let (before, after) = (uses(old), uses(new));
    let mut kept = before
        .iter()
        .filter_map(|(field, use_of)| Some((use_of, after.get(field)?)));
    gave_up
        || error_model(old) != error_model(new)
        || credential(old) != credential(new)
        || kept.any(|(before, after)| before != after)
}

/// Whether callers make each model, when each field is there and who fills it in, by place: it depends on whether its model is sent or received, and on the
/// unions that it is a candidate of. So does whether it keeps fields that have no name, and who holds it in a box on how large
/// it is.
fn uses(one: &Generated) -> BTreeMap<(String, String), String> {
    let mut uses = BTreeMap::new();
    for operation in one.plan.operations() {
        let pages = operation.source.paging.as_ref();
        uses.insert(
            (operation.source.at.to_string(), "its pages".to_owned()),
            pages.map(Paging::words).unwrap_or_default(),
        );
        let answers = operation.answers.iter().map(streams);
        uses.insert(
            (operation.source.at.to_string(), "its streams".to_owned()),
            answers.collect(),
        );
    }
    for (index, def) in one.plan.api.types.iter().enumerate() {
        let is_large = one.plan.is_large(&Type::Named(TypeId(index)));
        let mut holdings = Vec::new();
        let mut open = def.shape.types();
        while let Some(ty) = open.pop() {
            if let Type::Tuple(parts) = ty {
                holdings.extend(one.plan.holdings(parts));
            }
            open.extend(ty.parts());
        }
        uses.insert(
            (def.at.to_string(), "its size".to_owned()),
            format!("{is_large} {holdings:?}"),
        );
        if let Shape::Struct(object) = &def.shape {
            uses.insert(
                // A form and the JSON of one schema are two models.
                (
                    def.at.to_string(),
                    format!("its constructor {:?}", object.medium),
                ),
                one.plan.is_made(TypeId(index)).to_string(),
            );
            for field in &object.fields {
                let id = TypeId(index);
                let presence = one.plan.presence(id, field);
                let (role, tag) = (one.plan.role(id, field), one.plan.tag(id, field));
                // A model that is sent lists the members that only the server sends.
                let is_left_out = field.read_only && one.plan.is_requested(id);
                uses.insert(
                    (def.at.to_string(), field.wire.clone()),
                    format!("{presence:?} {role:?} {tag:?} {is_left_out}"),
                );
            }
            let rest = object.additional != Additional::Ignored;
            uses.insert((def.at.to_string(), String::new()), rest.to_string());
        }
        // A parent does not name its heirs; they name it.
        if let Shape::Union(union) = &def.shape {
            let heirs = union.variants.len().to_string();
            uses.insert((def.at.to_string(), String::new()), heirs);
        }
    }
    uses
}

/// What a member of a body or of an event decides about an answer: whether a flag asks for a stream, and what the items of one are.
fn streams(answer: &Answer<'_>) -> String {
    let held = answer.given.held().into_iter();
    let framings = held.filter_map(|held| match held {
        Held::Stream { framing, .. } => Some(framing),
        _ => None,
    });
    format!("{:?} {:?}", answer.flag, framings.collect::<Vec<_>>())
}
