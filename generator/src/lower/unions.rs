//! `oneOf` and `anyOf`: the candidates, and the tag that tells them apart.

use std::collections::BTreeMap;

use openapiv3::{ReferenceOr, Schema};

use super::candidates::{self, Candidate, Candidates, Shared, is_null};
use super::document::{Document, View};
use super::heirs::Heirs;
use super::keywords::Keywords;
use super::lowering::Lowering;
use super::parts::Part;
use super::sources::Source;
use super::spots::Site;
use super::spots::Spot;
use super::tags::Tags;
use super::{
    adding, compose, heirs, known_texts, parts, references, schemas, shapes, variants, words,
};
use crate::ir::{Docs, Shape, Type, TypeId, Union, Variant};

/// A union of candidates; what stands beside them belongs to each.
pub(super) fn union<'d>(
    lowering: &mut Lowering<'_, 'd>,
    id: TypeId,
    written: &Candidates<'d>,
) -> Shape {
    let (spot, doc) = (&written.spot, lowering.doc);
    let candidates = candidates(doc, written);
    let own = written.listed.data.discriminator.as_ref();
    let tag = own.or(written.beside.data.discriminator.as_ref());
    let schemas: Vec<_> = candidates.iter().map(|one| one.schema).collect();
    let tags = tag.map(|tag| Tags::of(doc, tag, &spot.at));
    let tags = tags.and_then(|tags| tags.told(&schemas, &spot.at, &mut lowering.reports));
    let tag = tag.filter(|_| tags.is_some());
    let mut union = Union {
        tag: tag.map(|tag| tag.property_name.clone()),
        ..Union::default()
    };
    let mut known = BTreeMap::new();
    let beside = beside(lowering, written, &candidates);
    if tag.is_none()
        && beside.is_empty()
        && let Some(shape) = known_texts::shape(lowering, id, &candidates)
    {
        return shape;
    }
    // What stands beside the union is what heirs have from it, unless somebody else says `allOf` with it and adds more.
    let is_own = written.around.is_empty() && lowering.types.get(id).at == spot.at;
    let heirs = doc.heirs.get_or_init(|| Heirs::of(doc.typed));
    let heirs = heirs.below(&spot.at);
    let parts_beside = parts_of(lowering.view(), &beside);
    for (candidate, words) in candidates.iter().zip(words::of_all(&schemas, tag)) {
        if leads_back(lowering.view(), &beside, candidate) {
            continue;
        }
        if is_null(candidate.schema) {
            lowering.types.get_mut(id).nullable = true;
            continue;
        }
        let is_heir = is_own && heirs::is_heir(candidate.schema, &heirs);
        let is_alone = beside.is_empty()
            || is_heir
            || adding::passes_over(lowering.view(), &parts_beside, &candidate.source());
        if is_alone && heirs::is_itself(candidate.schema) {
            continue;
        }
        let (ty, docs) = if is_alone {
            alone(lowering, id, candidate, &words)
        } else {
            let ty = with_members(lowering, candidate, &beside, &words);
            (ty, Docs::default())
        };
        let selected = tags.as_ref().map(|tags| tags.select(candidate.schema));
        let is_default = |tags: &Tags<'d>| tags.is_default(candidate.schema);
        let variant = Variant {
            at: candidate.spot.at.clone(),
            ty,
            tags: selected.unwrap_or_default(),
            is_default: tags.as_ref().is_some_and(is_default),
            words,
            description: docs.description,
            example: docs.example,
            limits: docs.limits,
        };
        variants::add(&mut union, &mut known, variant);
    }
    variants::told(union)
}

/// A candidate as it is by itself, and what is said of it beside its type.
fn alone<'d>(
    lowering: &mut Lowering<'_, 'd>,
    id: TypeId,
    candidate: &Candidate<'d>,
    words: &str,
) -> (Type, Docs) {
    let place = candidate.spot.part(candidate.spot.at.clone(), words);
    let mut used = schemas::use_of(lowering, candidate.schema, &place);
    lowering.types.get_mut(id).nullable |= used.nullable;
    if matches!(used.ty, Type::Named(_)) {
        used.docs.limits.clear();
    }
    if lowering.types.inline.contains_key(&candidate.spot.at) {
        used.docs.description = None;
    }
    (used.ty, used.docs)
}

/// Whether a candidate is a union around it whose members it would have: all its values are those of that one.
fn leads_back<'d>(view: View<'_, 'd>, beside: &[Shared<'d>], candidate: &Candidate<'d>) -> bool {
    let place = heirs::referred(candidate.schema).filter(|_| !beside.is_empty());
    place.is_some_and(|place| {
        let is_around = |shared: &Shared<'d>| shared.spot.at == place;
        let is_union = view.doc.candidates.of_union(&place).is_some();
        is_union && (view.way().contains(&place) || beside.iter().any(is_around))
    })
}

/// The parts of what stands beside a union.
fn parts_of<'d>(view: View<'_, 'd>, beside: &[Shared<'d>]) -> Vec<Part<'d>> {
    let parts = beside.iter().flat_map(|shared| shared.parts(view).list);
    parts.collect()
}

/// A candidate with the members that stand beside the union.
fn with_members<'d>(
    lowering: &mut Lowering<'_, 'd>,
    candidate: &Candidate<'d>,
    beside: &[Shared<'d>],
    words: &str,
) -> Type {
    if !lowering.beside.has_room() {
        return Type::Any;
    }
    let place = candidate.spot.part(candidate.spot.at.clone(), words);
    let docs = beside
        .last()
        .map(|shared| super::docs::of(&shared.keywords));
    let docs = docs.unwrap_or_default();
    let owner = place.owner();
    let id = lowering.types.reserve(place.at.clone(), owner, docs);
    let inner = Spot::of(id, place.at);
    let found = if heirs::is_itself(candidate.schema) {
        None
    } else {
        union_inside(lowering, candidate.schema, &inner)
    };
    let shape = match found {
        Some(mut inside) => {
            let depth = lowering.following.len();
            if let ReferenceOr::Reference { reference } = candidate.schema {
                lowering.following.push(reference.clone());
            }
            inside.steps.splice(0..0, candidate.steps.iter().copied());
            for shared in &mut inside.around {
                shared.steps.splice(0..0, candidate.steps.iter().copied());
            }
            inside.around.splice(0..0, beside.iter().cloned());
            let shape = union(lowering, id, &inside);
            lowering.following.truncate(depth);
            shape
        }
        None => shapes::merged_with(lowering, id, beside, (candidate, &inner)),
    };
    lowering.types.get_mut(id).shape = shape;
    Type::Named(id)
}

/// What belongs to each candidate: what stands beside the unions around this one, and what stands beside this one.
fn beside<'d>(
    lowering: &mut Lowering<'_, 'd>,
    written: &Candidates<'d>,
    candidates: &[Candidate<'d>],
) -> Vec<Shared<'d>> {
    let shared = Keywords {
        one_of: &[],
        any_of: &[],
        ..written.beside.clone()
    };
    let mut beside = written.around.clone();
    let sources = candidates.iter();
    let sources: Vec<Source<'d>> = sources.map(Candidate::source).collect();
    if adding::adds(lowering.view(), &shared, &sources) {
        beside.push(Shared {
            keywords: shared,
            spot: written.spot.clone(),
            steps: written.steps.clone(),
        });
    } else {
        let closed = Part::alone(shared, &Site::from(&written.spot));
        let view = View::new(lowering.doc, &lowering.following);
        lowering.excluded.look_beside(view, &closed, &sources);
    }
    beside
}

fn candidates<'d>(doc: Document<'d>, written: &Candidates<'d>) -> Vec<Candidate<'d>> {
    let (keywords, spot) = (&written.listed, &written.spot);
    let (list, keyword) = if keywords.one_of.is_empty() {
        (keywords.any_of, "anyOf")
    } else {
        (keywords.one_of, "oneOf")
    };
    let step = doc.step(&spot.at, keyword);
    let list = list.iter().enumerate();
    list.map(|(index, schema)| {
        let at = spot.at.child(keyword).index(index);
        Candidate {
            schema,
            spot: Spot { at, ..spot.clone() },
            steps: [&written.steps[..], &[step, index]].concat(),
        }
    })
    .collect()
}

/// The union that a candidate of another one is, alone or beside members.
pub(super) fn union_inside<'d>(
    lowering: &mut Lowering<'_, 'd>,
    candidate: &'d ReferenceOr<Schema>,
    spot: &Spot,
) -> Option<Candidates<'d>> {
    let (schema, at) = match candidate {
        ReferenceOr::Item(schema) => (schema, spot.at.clone()),
        // One that holds itself has no members that end.
        ReferenceOr::Reference { reference } if lowering.following.contains(reference) => {
            return None;
        }
        ReferenceOr::Reference { reference } => {
            let (schema, site) = references::schema_behind(lowering.doc, reference)?;
            (schema, site.at)
        }
    };
    let keywords = Keywords::of(schema);
    let place = Spot { at, ..spot.clone() };
    let parts = parts::of(lowering.view(), &keywords, &Site::from(&place));
    let parts = parts.told(&mut lowering.reports);
    match compose::whole(lowering.view(), &parts) {
        compose::Whole::Union(index) => Some(candidates::among(
            lowering.view(),
            &keywords,
            &parts,
            index,
            &place,
        )),
        _ => None,
    }
}
