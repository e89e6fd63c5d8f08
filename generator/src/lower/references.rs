//! References into the middle of the document: they mean the type that stands there, named after where it stands.

use std::borrow::Cow;
use std::ops::ControlFlow::{Break, Continue};

use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, MediaType, Operation, Parameter, ParameterSchemaOrContent, ReferenceOr,
    Schema,
};

use super::document::Document;
use super::keywords::Keywords;
use super::spots::{Holder, Site, Spot};
use super::target::Target;
use super::{chains, homes, methods, statuses, tuples, words};
use crate::extensions::PREFIX_ITEMS;
use crate::ir::Section;
use crate::method::Method;
use crate::pointer::{Pointer, component_key};

/// A schema on the way, where it stands, and the rest of the way.
type Way<'d, 's> = (Target<'d>, Site<'d>, &'s [&'s str]);

/// What a reference leads to, and where that stands.
pub(super) fn find<'d>(doc: Document<'d>, reference: &str) -> Option<(Target<'d>, Site<'d>)> {
    let at = Pointer::parse(reference)?;
    let segments: Vec<String> = at.segments().collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let (mut target, mut site, mut rest) = root(doc, &segments)?;
    while !rest.is_empty() {
        let Target::Schema(schema) = target else {
            return None;
        };
        (target, site, rest) = step(doc, schema, &site, rest)?;
    }
    Some((target, site))
}

/// The schema that a reference leads to, through other references, and where it stands.
pub(super) fn schema_behind<'d>(
    doc: Document<'d>,
    reference: &str,
) -> Option<(&'d Schema, Site<'d>)> {
    chains::end(Cow::Borrowed(reference), |reference| {
        match find(doc, &reference) {
            Some((Target::Schema(schema), site)) => Break(Some((schema, site))),
            Some((Target::Reference(next), _)) => Continue(Cow::Borrowed(next)),
            None => Break(None),
        }
    })?
}

/// Why nothing stands behind a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lost {
    /// It, or one that it leads to, leads nowhere.
    Nowhere,
    /// It leads back to itself.
    Circle,
}

/// What stands behind a chain of references into the middle of the document: a schema, or a reference to a component.
pub(super) fn behind<'d>(
    doc: Document<'d>,
    reference: &str,
) -> Result<(Target<'d>, Site<'d>), Lost> {
    let found = chains::end(Cow::Borrowed(reference), |reference| {
        match find(doc, &reference) {
            Some((Target::Reference(next), _)) if component_key(next, "schemas").is_none() => {
                Continue(Cow::Borrowed(next))
            }
            found => Break(found.ok_or(Lost::Nowhere)),
        }
    });
    found.unwrap_or(Err(Lost::Circle))
}

/// The schema that the way begins with: a component, or one of what operations share, or of an operation.
fn root<'d, 's>(doc: Document<'d>, segments: &'s [&'s str]) -> Option<Way<'d, 's>> {
    let components = doc.components();
    let at = |length: usize| segments.iter().take(length).collect::<Pointer>();
    match segments {
        ["components", "schemas", key, rest @ ..] => {
            let schema = components?.schemas.get(*key)?;
            let spot = Spot::of(doc.component(key)?, at(3));
            Some((schema.into(), Site::from(&spot), rest))
        }
        ["components", "parameters", key, rest @ ..] => {
            let parameter = components?.parameters.get(*key)?.as_item()?;
            in_parameter(parameter, &at(3), Holder::Shared(Section::Parameters), rest)
        }
        ["components", "requestBodies", key, "content", rest @ ..] => {
            let body = components?.request_bodies.get(*key)?.as_item()?;
            let owner = Holder::Shared(Section::RequestBodies);
            in_content(&body.content, &at(3), owner, "", rest)
        }
        ["components", "responses", key, "content", rest @ ..] => {
            let response = components?.responses.get(*key)?.as_item()?;
            let owner = Holder::Shared(Section::Responses);
            in_content(&response.content, &at(3), owner, "", rest)
        }
        ["paths", path, "parameters", index, rest @ ..] => {
            let item = doc.typed.paths.paths.get(*path)?.as_item()?;
            let parameter = item.parameters.get(index.parse::<usize>().ok()?)?;
            let owner = Holder::Shared(Section::Paths);
            in_parameter(parameter.as_item()?, &at(4), owner, rest)
        }
        ["paths", path, way @ ..] => {
            let (method, rest) = Method::of_way(way)?;
            let id = methods::id(doc, path, &method)?;
            let operation = methods::of_method(doc, path, &method)?;
            in_operation(operation, &method.at(&at(2)), Holder::Operation(id), rest)
        }
        _ => None,
    }
}

fn step<'d, 's>(
    doc: Document<'d>,
    schema: &'d Schema,
    site: &Site<'d>,
    segments: &'s [&'s str],
) -> Option<Way<'d, 's>> {
    let keywords = Keywords::of(schema);
    let nth = |list: &'d [ReferenceOr<Schema>], index: &str| list.get(index.parse::<usize>().ok()?);
    Some(match segments {
        ["properties", wire, rest @ ..] => {
            let at = site.at.child("properties").child(wire);
            let property = keywords.properties.get(*wire)?;
            (property.into(), site.part(schema, at, wire), rest)
        }
        ["items", rest @ ..] => {
            let at = site.at.child("items");
            (keywords.items?.into(), site.part(schema, at, "item"), rest)
        }
        ["additionalProperties", rest @ ..] => {
            let Some(AdditionalProperties::Schema(value)) = keywords.additional else {
                return None;
            };
            let at = site.at.child("additionalProperties");
            (value.as_ref().into(), site.part(schema, at, "value"), rest)
        }
        ["allOf", index, rest @ ..] => {
            let at = site.at.child("allOf").child(index);
            let part = nth(keywords.all_of, index)?;
            (part.into(), site.inside(schema).moved(at), rest)
        }
        [key @ ("oneOf" | "anyOf"), index, rest @ ..] => {
            let list = if *key == "oneOf" {
                keywords.one_of
            } else {
                keywords.any_of
            };
            let candidate = nth(list, index)?;
            let at = site.at.child(key);
            let tag = keywords.data.discriminator.as_ref();
            let all = || words::of_all(&list.iter().collect::<Vec<_>>(), tag);
            let words = doc.called.of_list(&at, all);
            let words = words.get(index.parse::<usize>().ok()?)?;
            let at = at.child(index);
            (candidate.into(), site.part(schema, at, words), rest)
        }
        [key, index, rest @ ..] if *key == PREFIX_ITEMS.key() => {
            let number = index.parse::<usize>().ok()?;
            let place = doc.tuples.get(&site.at)?.get(number)?;
            let at = site.at.child(key).child(index);
            (
                place.into(),
                site.part(schema, at, &tuples::words(number)),
                rest,
            )
        }
        _ => return None,
    })
}

/// The schema that the way inside an operation begins with.
fn in_operation<'d, 's>(
    operation: &'d Operation,
    at: &Pointer,
    owner: Holder,
    segments: &'s [&'s str],
) -> Option<Way<'d, 's>> {
    match segments {
        ["parameters", number, rest @ ..] => {
            let parameter = operation.parameters.get(number.parse::<usize>().ok()?)?;
            let at = at.child("parameters").child(number);
            in_parameter(parameter.as_item()?, &at, owner, rest)
        }
        ["requestBody", "content", rest @ ..] => {
            let body = operation.request_body.as_ref()?.as_item()?;
            let at = at.child("requestBody");
            in_content(&body.content, &at, owner, homes::BODY, rest)
        }
        ["responses", status, "content", rest @ ..] => {
            let (known, response) = statuses::by_status(&operation.responses)
                .find(|(known, _)| known.to_string() == *status)?;
            let content = &response.as_item()?.content;
            let at = at.child("responses").child(status);
            in_content(content, &at, owner, &statuses::words(known), rest)
        }
        _ => None,
    }
}

fn in_parameter<'d, 's>(
    parameter: &'d Parameter,
    at: &Pointer,
    owner: Holder,
    segments: &'s [&'s str],
) -> Option<Way<'d, 's>> {
    let data = parameter.parameter_data_ref();
    match (&data.format, segments) {
        (ParameterSchemaOrContent::Schema(schema), ["schema", rest @ ..]) => {
            let spot = homes::of_parameter(&data.name, at, owner);
            let at = at.child("schema");
            Some((schema.into(), Site::from(&Spot { at, ..spot }), rest))
        }
        (
            ParameterSchemaOrContent::Content(content),
            ["content", media_type, "schema", rest @ ..],
        ) => {
            let spot = homes::of_parameter(&data.name, at, owner);
            let at = at.child("content").child(media_type).child("schema");
            let schema = content.get(*media_type)?.schema.as_ref()?;
            Some((schema.into(), Site::from(&Spot { at, ..spot }), rest))
        }
        _ => None,
    }
}

fn in_content<'d, 's>(
    content: &'d IndexMap<String, MediaType>,
    at: &Pointer,
    owner: Holder,
    words: &str,
    segments: &'s [&'s str],
) -> Option<Way<'d, 's>> {
    let [media_type, "schema", rest @ ..] = segments else {
        return None;
    };
    let spot = homes::of_body(content, media_type, at, owner, words);
    let schema = content.get(*media_type)?.schema.as_ref()?;
    Some((schema.into(), Site::from(&spot), rest))
}

/// What stands behind a chain of references into one section of the components, and where.
pub(super) fn follow<'d, T>(
    start: &'d ReferenceOr<T>,
    at: Pointer,
    section: &str,
    find: impl Fn(&str) -> Option<&'d ReferenceOr<T>>,
) -> Option<(&'d T, Pointer)> {
    let next = |reference: &str| {
        let key = component_key(reference, section)?;
        let at = Pointer::root().child("components").child(section);
        Some((find(&key)?, at.child(&key)))
    };
    chains::end((start, at), |(current, at)| match current {
        ReferenceOr::Item(item) => Break(Some((item, at))),
        ReferenceOr::Reference { reference } => match next(reference) {
            Some(next) => Continue(next),
            None => Break(None),
        },
    })?
}
