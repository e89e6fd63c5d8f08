//! Objects: named fields, free maps, and both together, from all parts that speak of them.

use indexmap::{IndexMap, IndexSet};
use openapiv3::AdditionalProperties;

use super::document::View;
use super::lowering::Lowering;
use super::parts::{self, Part};
use super::schemas::{self, Use};
use super::sources::Source;
use super::spots::{Site, Spot};
use super::target::Target;
use super::{compose, joint, order, placing};
use crate::diag::codes;
use crate::ir::{Additional, Docs, Field, Struct, Type, TypeId};
use crate::pointer::Pointer;

/// What the parts of an object say about one member.
#[derive(Default)]
struct Member<'d> {
    sources: Vec<Source<'d>>,
    /// The components that each source was reached through.
    through: Vec<Vec<TypeId>>,
    is_required: bool,
}

/// A struct of the members that the parts declare, in the order of the text.
pub(super) fn object<'d>(
    lowering: &mut Lowering<'_, 'd>,
    owner: TypeId,
    parts: &[Part<'d>],
) -> Struct {
    let in_text = order::in_text(lowering.doc, parts).into_iter();
    let names = in_text.flat_map(|part| part.keywords.properties.keys());
    let mut members: IndexMap<&'d str, Member<'d>> = names
        .map(|wire| (wire.as_str(), Member::default()))
        .collect();
    for part in parts {
        let spot = placing::spot_of(lowering, part);
        for (wire, property) in part.keywords.properties {
            let at = part.at.child("properties").child(wire);
            let member = members.entry(wire).or_default();
            member.sources.push(Source {
                target: property.into(),
                site: Site::from(&spot.part(at, wire)),
            });
            member.through.push(part.through.clone());
        }
    }
    let required = parts.iter().flat_map(|part| part.keywords.required);
    let required: IndexSet<&str> = required.map(String::as_str).collect();
    let mut object = Struct::default();
    for (wire, member) in &mut members {
        member.is_required = required.contains(wire);
        object.fields.extend(field(lowering, owner, wire, member));
    }
    let at = lowering.types.get(owner).at.clone();
    for wire in required {
        if !members.contains_key(wire) {
            object.fields.push(undeclared(wire, &at));
        }
    }
    object.additional = additional(lowering, owner, parts);
    let is_silent = parts.iter().all(|part| part.keywords.additional.is_none());
    if is_silent && lowering.doc.wanted.keeps(&lowering.doc.tree.written(&at)) {
        object.additional = Additional::Kept(Type::Any);
    }
    object
}

/// A named field; none where no value satisfies the schema and none is demanded.
fn field<'d>(
    lowering: &mut Lowering<'_, 'd>,
    owner: TypeId,
    wire: &str,
    member: &Member<'d>,
) -> Option<Field> {
    let sources = &member.sources;
    let nearest = sources
        .iter()
        .rfind(|one| !one.is_silent())
        .or(sources.last())?;
    let at = nearest.site.at.clone();
    if sources.iter().any(Source::is_never) {
        if !member.is_required {
            return None;
        }
        lowering.reports.not_modelled(
            &at,
            "the member is required, and no value is allowed for it",
        );
        return Some(undeclared(wire, &at));
    }
    let used = match &sources[..] {
        [only] => schemas::used(lowering, only),
        several => {
            let home = home(lowering, owner, wire, member);
            match joint::joint(lowering, several, &home) {
                Some(used) => used,
                None => conflict(lowering, wire, several, nearest),
            }
        }
    };
    Some(Field {
        at,
        wire: wire.to_owned(),
        ty: used.ty,
        constant: used.constant,
        required: member.is_required,
        nullable: used.nullable,
        read_only: used.read_only,
        write_only: used.write_only,
        sensitive: used.sensitive,
        docs: used.docs,
    })
}

/// Where a type is made that a member has of several parts: the innermost component that has all that they say, so that
/// everybody who takes in that component has the same type.
fn home<'d>(
    lowering: &mut Lowering<'_, 'd>,
    owner: TypeId,
    wire: &str,
    member: &Member<'d>,
) -> Spot {
    let places = |sources: &[Source<'d>]| -> Vec<Pointer> {
        let speaking = sources.iter().filter(|source| !source.is_silent());
        speaking.map(|source| source.site.at.clone()).collect()
    };
    let all = places(&member.sources);
    let through = member.through.last().cloned().unwrap_or_default();
    let mut inner = through.into_iter().rev();
    let owner = inner
        .find(|id| {
            let own = parts::of_all(lowering.view(), &lowering.doc.component_source(*id));
            let own: Vec<Source<'d>> = own
                .list
                .iter()
                .filter_map(|part| part.member(wire))
                .collect();
            let own = places(&own);
            all.iter().all(|place| own.contains(place))
        })
        .unwrap_or(owner);
    let nearest = member.sources.iter().rfind(|source| !source.is_silent());
    let nearest = nearest.map(|nearest| placing::spot(lowering, &nearest.site));
    let spot = Spot::of(owner, lowering.types.get(owner).at.clone());
    match nearest {
        Some(nearest) if nearest.is_of(owner) => nearest,
        _ => spot.part(spot.at.child("properties").child(wire), wire),
    }
}

/// The nearer one of types that no value can have at once.
pub(super) fn conflict<'d>(
    lowering: &mut Lowering<'_, 'd>,
    wire: &str,
    sources: &[Source<'d>],
    nearest: &Source<'d>,
) -> Use {
    let mut earlier = sources
        .iter()
        .filter(|one| !one.is_silent() && one.site.at != nearest.site.at);
    let other = earlier.clone().find(|one| {
        let parts = parts::of_all(lowering.view(), [*one, nearest]).list;
        compose::whole(lowering.view(), &parts).is_nothing()
    });
    if let Some(other) = other.or(earlier.next_back()) {
        let label = lowering.doc.tree.place(&other.site.at);
        lowering
            .reports
            .report(codes::CONFLICTING_MEMBERS, &nearest.site.at, |diagnostic| {
                diagnostic
                    .arg("member", wire)
                    .label(label, "the other type")
            });
    }
    let mut used = schemas::used(lowering, nearest);
    // Which side sends the member is no matter of its type.
    for source in sources {
        if let Target::Schema(schema) = source.target {
            used.read_only |= schema.schema_data.read_only;
            used.write_only |= schema.schema_data.write_only;
        }
    }
    used
}

/// A map: an object without named members.
pub(super) fn map<'d>(lowering: &mut Lowering<'_, 'd>, parts: &[Part<'d>], home: &Spot) -> Type {
    match values(lowering, parts, home) {
        Additional::Kept(value) => Type::Map(Box::new(value)),
        Additional::Ignored => Type::Map(Box::new(Type::Any)),
    }
}

fn additional<'d>(
    lowering: &mut Lowering<'_, 'd>,
    owner: TypeId,
    parts: &[Part<'d>],
) -> Additional {
    let home = Spot::of(owner, lowering.types.get(owner).at.clone());
    values(lowering, parts, &home)
}

/// What other members an object may have: none where a part forbids them.
fn values<'d>(lowering: &mut Lowering<'_, 'd>, parts: &[Part<'d>], home: &Spot) -> Additional {
    let mut said = parts
        .iter()
        .filter_map(|part| part.keywords.additional)
        .peekable();
    let is_silent = said.peek().is_none();
    if !is_silent && parts.len() > 1 {
        let view = View::new(lowering.doc, &lowering.following);
        lowering.excluded.look(view, parts);
    }
    if is_silent || said.any(|one| matches!(one, AdditionalProperties::Any(false))) {
        return Additional::Ignored;
    }
    let mut sources: Vec<Source<'d>> = Vec::new();
    for part in parts {
        let spot = placing::spot_of(lowering, part);
        let value = part.value();
        sources.extend(value.map(|value| Source {
            site: Site::from(&spot.part(value.site.at, "value")),
            ..value
        }));
    }
    if sources.iter().any(Source::is_never) {
        return Additional::Ignored;
    }
    let Some(nearest) = sources.last() else {
        return Additional::Kept(Type::Any);
    };
    let home = home.part(home.at.child("additionalProperties"), "value");
    let used = match joint::joint(lowering, &sources, &home) {
        Some(used) => used,
        None => conflict(lowering, "additionalProperties", &sources, nearest),
    };
    Additional::Kept(used.whole())
}

/// A field that `required` names and nobody declares: any JSON.
fn undeclared(wire: &str, at: &Pointer) -> Field {
    Field {
        at: at.child("required"),
        wire: wire.to_owned(),
        ty: Type::Any,
        constant: None,
        required: true,
        nullable: false,
        read_only: false,
        write_only: false,
        sensitive: None,
        docs: Docs::default(),
    }
}
