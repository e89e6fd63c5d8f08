//! References into the middle of the document: they mean the type that stands there, named after where it stands.

use openapiv3::{AdditionalProperties, MediaType, Operation, PathItem, ReferenceOr, Schema};

use super::classes::{Class, class};
use super::keywords::Keywords;
use super::{Holder, Lower, Spot, bodies, docs, operations, responses, tuples};
use crate::source::pointer::Pointer;

/// A schema, or another reference.
#[derive(Debug, Clone, Copy)]
pub(super) enum Target<'d> {
    Schema(&'d Schema),
    Reference(&'d str),
}

impl<'d> From<&'d ReferenceOr<Schema>> for Target<'d> {
    fn from(schema: &'d ReferenceOr<Schema>) -> Self {
        match schema {
            ReferenceOr::Item(schema) => Self::Schema(schema),
            ReferenceOr::Reference { reference } => Self::Reference(reference),
        }
    }
}

impl<'d> From<&'d ReferenceOr<Box<Schema>>> for Target<'d> {
    fn from(schema: &'d ReferenceOr<Box<Schema>>) -> Self {
        match schema {
            ReferenceOr::Item(schema) => Self::Schema(schema),
            ReferenceOr::Reference { reference } => Self::Reference(reference),
        }
    }
}

impl<'d> Lower<'d> {
    /// What a reference leads to, and the spot that it is lowered at where it stands.
    pub(super) fn anywhere(&mut self, reference: &str) -> Option<(Target<'d>, Spot)> {
        let at = Pointer::parse(reference)?;
        let segments: Vec<String> = at.segments().collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let (mut target, mut spot, mut rest) = self.root(&segments)?;
        while !rest.is_empty() {
            let Target::Schema(schema) = target else {
                return None;
            };
            spot = self.inside(schema, spot);
            (target, spot, rest) = self.step(schema, &spot, rest)?;
        }
        Some((target, spot))
    }

    /// The schema that the way begins with: a component, or one of an operation.
    fn root<'s>(&self, segments: &'s [&'s str]) -> Option<(Target<'d>, Spot, &'s [&'s str])> {
        let components = self.doc.components.as_ref();
        match segments {
            ["components", "schemas", key, rest @ ..] => {
                let schema = components?.schemas.get(*key)?;
                let spot = Spot {
                    at: Pointer::root()
                        .child("components")
                        .child("schemas")
                        .child(key),
                    owner: Holder::Type(*self.components.get(key)?),
                    words: String::new(),
                };
                Some((schema.into(), spot, rest))
            }
            ["paths", path, method, rest @ ..] => {
                let at = Pointer::root().child("paths").child(path).child(method);
                let ReferenceOr::Item(item) = self.doc.paths.paths.get(*path)? else {
                    return None;
                };
                let owner = Holder::Operation(operations::index(self.doc, path, method)?);
                in_operation(operation(item, method)?, &at, owner, rest)
            }
            _ => None,
        }
    }

    /// Where the parts of a schema are lowered at: inside its type, if it has one of its own.
    pub(super) fn inside(&mut self, schema: &'d Schema, spot: Spot) -> Spot {
        let keywords = Keywords::of(schema);
        let is_merged = spot.at.parent().and_then(|at| at.last()).as_deref() == Some("allOf");
        if spot.words.is_empty() || is_merged || !matches!(class(&keywords), Class::Defined) {
            return spot;
        }
        let id = self.definition(&keywords, &docs::of(&keywords), &spot);
        Spot {
            owner: Holder::Type(id),
            words: String::new(),
            ..spot
        }
    }

    fn step<'s>(
        &self,
        schema: &'d Schema,
        spot: &Spot,
        segments: &'s [&'s str],
    ) -> Option<(Target<'d>, Spot, &'s [&'s str])> {
        let keywords = Keywords::of(schema);
        let nth =
            |list: &'d [ReferenceOr<Schema>], index: &str| list.get(index.parse::<usize>().ok()?);
        Some(match segments {
            ["properties", wire, rest @ ..] => {
                let at = spot.at.child("properties").child(wire);
                let property = keywords.properties.get(*wire)?;
                (property.into(), spot.part(at, wire), rest)
            }
            ["items", rest @ ..] => {
                let at = spot.at.child("items");
                (keywords.items?.into(), spot.part(at, "item"), rest)
            }
            ["additionalProperties", rest @ ..] => {
                let Some(AdditionalProperties::Schema(value)) = keywords.additional else {
                    return None;
                };
                let at = spot.at.child("additionalProperties");
                (value.as_ref().into(), spot.part(at, "value"), rest)
            }
            ["allOf", index, rest @ ..] => {
                let at = spot.at.child("allOf").child(index);
                let part = nth(keywords.all_of, index)?;
                (part.into(), Spot { at, ..spot.clone() }, rest)
            }
            [key @ ("oneOf" | "anyOf"), index, rest @ ..] => {
                let list = if *key == "oneOf" {
                    keywords.one_of
                } else {
                    keywords.any_of
                };
                let candidate = nth(list, index)?;
                let words = Self::words(candidate, keywords.data.discriminator.as_ref());
                let at = spot.at.child(key).child(index);
                (candidate.into(), spot.part(at, &words), rest)
            }
            [tuples::PREFIX, index, rest @ ..] => {
                let number = index.parse::<usize>().ok()?;
                let place = self.tuples.get(&spot.at)?.get(number)?;
                let at = spot.at.child(tuples::PREFIX).child(index);
                (place.into(), spot.part(at, &tuples::words(number)), rest)
            }
            _ => return None,
        })
    }
}

/// The schema that the way inside an operation begins with.
fn in_operation<'d, 's>(
    operation: &'d Operation,
    at: &Pointer,
    owner: Holder,
    segments: &'s [&'s str],
) -> Option<(Target<'d>, Spot, &'s [&'s str])> {
    let spot = |at: Pointer, words: &str| Spot {
        at,
        owner,
        words: words.to_owned(),
    };
    match segments {
        ["requestBody", "content", media_type, "schema", rest @ ..] => {
            let body = operation.request_body.as_ref()?.as_item()?;
            let at = at.child("requestBody").child("content").child(media_type);
            let schema = schema_of(body.content.get(*media_type)?)?;
            Some((schema, spot(at.child("schema"), bodies::WORDS), rest))
        }
        [
            "responses",
            status,
            "content",
            media_type,
            "schema",
            rest @ ..,
        ] => {
            let (known, response) = responses::by_status(&operation.responses)
                .find(|(known, _)| known.to_string() == *status)?;
            let content = &response.as_item()?.content;
            let at = at.child("responses").child(status).child("content");
            let at = at.child(media_type).child("schema");
            let schema = schema_of(content.get(*media_type)?)?;
            Some((schema, spot(at, &responses::words(known)), rest))
        }
        _ => None,
    }
}

fn schema_of(media: &MediaType) -> Option<Target<'_>> {
    media.schema.as_ref().map(Into::into)
}

fn operation<'d>(item: &'d PathItem, method: &str) -> Option<&'d Operation> {
    let mut all = operations::methods(item);
    let found = all.find(|(known, _)| known.eq_ignore_ascii_case(method));
    found.map(|(_, operation)| operation)
}
