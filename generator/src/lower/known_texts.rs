//! Any text, of which some are known: a union of a plain text with an enum of texts, which is one open enum.

use openapiv3::{ReferenceOr, Schema};

use super::candidates::{Candidate, is_null};
use super::keywords::Keywords;
use super::lowering::Lowering;
use super::{docs, enums, references, schemas};
use crate::ir::{Enum, EnumKind, Shape, TypeId};

/// What a union comes to whose candidates are any text and texts that are known; null may be one more.
pub(super) fn shape<'d>(
    lowering: &mut Lowering<'_, 'd>,
    id: TypeId,
    candidates: &[Candidate<'d>],
) -> Option<Shape> {
    let mut others = candidates.iter().filter(|one| !is_null(one.schema));
    let (Some(one), Some(other), None) = (others.next(), others.next(), others.next()) else {
        return None;
    };
    let known = match (is_any_text(one.schema), is_any_text(other.schema)) {
        (true, false) => other,
        (false, true) => one,
        _ => return None,
    };
    let schema = match known.schema {
        ReferenceOr::Item(schema) => schema,
        ReferenceOr::Reference { reference } => {
            references::schema_behind(lowering.doc, reference)?.0
        }
    };
    let list = texts(schema)?;
    let is_nullable = schema.schema_data.nullable || has_null(schema) || candidates.len() > 2;
    lowering.types.get_mut(id).nullable |= is_nullable;
    // An enum of one value takes no other, so what it says is said once more.
    if list.values.len() > 1 && known.schema.as_item().is_none() {
        let used = schemas::use_of(lowering, known.schema, &known.spot);
        return Some(Shape::Alias(used.ty));
    }
    Some(Shape::Enum(list))
}

fn has_null(schema: &Schema) -> bool {
    let values = Keywords::of(schema).values;
    values.iter().any(serde_json::Value::is_null)
}

/// Whether a candidate is a text of which nothing is said.
fn is_any_text(candidate: &ReferenceOr<Schema>) -> bool {
    let ReferenceOr::Item(schema) = candidate else {
        return false;
    };
    let keywords = Keywords::of(schema);
    let says_more = !keywords.values.is_empty()
        || keywords.format.is_some()
        || schema.schema_data.nullable
        || !docs::limits(&keywords).is_empty();
    keywords.ty == Some("string") && !says_more
}

/// The values of a schema that is an enum of texts and nothing else.
fn texts(schema: &Schema) -> Option<Enum> {
    let keywords = Keywords::of(schema);
    let is_composed = [keywords.all_of, keywords.one_of, keywords.any_of]
        .iter()
        .any(|list| !list.is_empty());
    if is_composed || keywords.format.is_some() || !enums::is_defined(&keywords) {
        return None;
    }
    match enums::enumeration(&keywords) {
        Shape::Enum(list) if list.kind == EnumKind::Text => Some(Enum {
            is_open: true,
            ..list
        }),
        _ => None,
    }
}
