//! Schemas that parts give to one member, or to the elements of it: the type that satisfies all of them.

use super::compose::{self, Whole, speaking};
use super::document::View;
use super::keywords::Keywords;
use super::lowering::Lowering;
use super::narrow::{common_kind, narrowed};
use super::parts::{self, Part};
use super::schemas::{self, Use};
use super::sources::Source;
use super::spots::{Site, Spot};
use super::target::Target;
use super::{covers, docs, placing, shapes};
use crate::ir::{Docs, Type, TypeId};

/// What several schemas come to that hold for one value; nothing if no value satisfies all of them. A type that has to be
/// made is made at the home.
pub(super) fn joint<'d>(
    lowering: &mut Lowering<'_, 'd>,
    sources: &[Source<'d>],
    home: &Spot,
) -> Option<Use> {
    if !lowering.doc.compared.joins(sources) {
        return Some(Use::any());
    }
    let speaking: Vec<Source<'d>> = sources
        .iter()
        .filter(|one| !one.is_silent())
        .cloned()
        .collect();
    let mut used = match &speaking[..] {
        [] => Use::any(),
        [only] => schemas::used(lowering, only),
        several => match covers::covering(lowering.view(), several, None) {
            Some(source) => schemas::used(lowering, &source),
            None => made(lowering, several, home)?,
        },
    };
    used.nullable = match &speaking[..] {
        [_] => used.nullable,
        [] => sources.iter().any(|one| allows_null(lowering.view(), one)),
        several => several.iter().all(|one| allows_null(lowering.view(), one)),
    };
    say(lowering, sources, &mut used);
    Some(used)
}

/// A type for schemas of which none says all.
fn made<'d>(lowering: &mut Lowering<'_, 'd>, sources: &[Source<'d>], home: &Spot) -> Option<Use> {
    let parts = parts::of_all(lowering.view(), sources).told(&mut lowering.reports);
    let whole = compose::whole(lowering.view(), &parts);
    match whole {
        Whole::Nothing(_) => None,
        Whole::Object | Whole::Enum(_) | Whole::Union(_) => Some(Use {
            ty: Type::Named(joined(lowering, (sources, &parts), whole, home)),
            ..Use::any()
        }),
        whole => Some(shapes::value(lowering, &parts, &whole, home)),
    }
}

/// The definition of parts that no schema of the document holds together, made once for each place. Parts that are met
/// again inside themselves are the type that is being made.
fn joined<'d>(
    lowering: &mut Lowering<'_, 'd>,
    (sources, parts): (&[Source<'d>], &[Part<'d>]),
    whole: Whole<'d>,
    home: &Spot,
) -> TypeId {
    let places = speaking(parts);
    if let Some((_, id)) = lowering.joining.iter().find(|(known, _)| *known == places) {
        return *id;
    }
    let id = lowering.types.reserve_inline(home, Docs::default());
    if lowering.types.joined.insert(home.at.clone()) {
        lowering.types.get_mut(id).docs = said(parts);
        let parts = taken_in(lowering, (sources, parts), id, home);
        let home = Spot::of(id, home.at.clone());
        lowering.types.get_mut(id).shape = shapes::of_parts(lowering, id, &parts, whole, &home);
    }
    id
}

/// The parts, those of inline schemas as parts of the joined type: what is written for the owner of that type alone has no type of
/// its own, which nobody would hold. Others that take in the owner find the parts in the same type.
fn taken_in<'d>(
    lowering: &mut Lowering<'_, 'd>,
    (sources, parts): (&[Source<'d>], &[Part<'d>]),
    id: TypeId,
    home: &Spot,
) -> Vec<Part<'d>> {
    for source in sources {
        let is_inline = matches!(source.target, Target::Schema(_));
        if is_inline && placing::spot(lowering, &source.site).has_owner_of(home) {
            let at = source.site.at.clone();
            lowering.types.taken_in.insert(at, id);
        }
    }
    let mut parts = parts.to_vec();
    for part in &mut parts {
        if let Some(id) = lowering.types.taken_in.get(&part.site.at) {
            part.site = Site::from(&Spot::of(*id, part.site.at.clone()));
        }
    }
    parts
}

/// Whether the null is a value of a schema.
fn allows_null<'d>(view: View<'_, 'd>, source: &Source<'d>) -> bool {
    let parts = parts::of_all(view, [source]).list;
    parts.iter().any(|part| part.keywords.is_nullable())
}

/// Adds what the schemas say about a value beside its type; the nearer one wins. Values of one that is wider than the
/// type may not be values of it.
fn say<'d>(lowering: &mut Lowering<'_, 'd>, sources: &[Source<'d>], used: &mut Use) {
    let mut docs = Docs::default();
    let mut inline = Vec::new();
    let mut all = Vec::new();
    for source in sources {
        all.push(parts::of_all(lowering.view(), [source]).told(&mut lowering.reports));
    }
    let says_all = covers::saying_all(lowering.view(), &all);
    for ((source, own), is_whole) in sources.iter().zip(&all).zip(says_all).rev() {
        let Target::Schema(schema) = source.target else {
            continue;
        };
        let keywords = Keywords::of(schema);
        used.read_only |= keywords.data.read_only;
        used.write_only |= keywords.data.write_only;
        used.sensitive = used.sensitive.or(docs::sensitive(&keywords));
        let earlier = docs::of(&keywords);
        if is_whole || source.is_silent() {
            docs::inherit_values(&mut docs, &earlier);
        }
        docs::inherit_words(&mut docs, earlier);
        inline.splice(0..0, own.iter().cloned());
    }
    let value = common_kind(&inline)
        .ok()
        .and_then(|kind| narrowed(kind, &inline));
    if let Some(value) = value {
        docs.limits = docs::limits(&value.keywords);
    }
    used.docs = docs;
}

/// What parts say to people about a type that is made of them.
fn said(parts: &[Part<'_>]) -> Docs {
    let mut docs = Docs::default();
    for part in parts.iter().rev() {
        docs::inherit_words(&mut docs, docs::of(&part.keywords));
    }
    docs
}
