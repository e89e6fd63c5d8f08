//! Which kind a schema is: what it becomes, before anybody looks inside.

use openapiv3::{ReferenceOr, Schema};

use super::enums;
use super::keywords::Keywords;

/// What becomes of a schema.
pub(super) enum Class {
    /// A definition with a name.
    Defined,
    /// Exactly another schema, perhaps with annotations.
    Wrapped,
    /// A type without a name of its own.
    Plain,
}

/// Which kind a schema is.
pub(super) fn class(keywords: &Keywords<'_>) -> Class {
    if !keywords.all_of.is_empty() {
        let speaking = keywords
            .all_of
            .iter()
            .filter(|part| !is_silent(part))
            .count();
        let alone = Keywords {
            all_of: &[],
            ..keywords.clone()
        };
        let is_bare_object =
            alone.ty == Some("object") && alone.properties.is_empty() && alone.required.is_empty();
        let own = !(alone.is_silent() || is_bare_object);
        return if speaking <= 1 && !own {
            Class::Wrapped
        } else {
            Class::Defined
        };
    }
    if enums::is_defined(keywords) {
        return Class::Defined;
    }
    if keywords.one_of.len() + keywords.any_of.len() > 0 && keywords.values.is_empty() {
        return Class::Defined;
    }
    if matches!(keywords.ty, None | Some("object"))
        && !(keywords.properties.is_empty() && keywords.required.is_empty())
    {
        return Class::Defined;
    }
    Class::Plain
}

/// Whether a part of an `allOf` says nothing about the value.
pub(super) fn is_silent(part: &ReferenceOr<Schema>) -> bool {
    match part {
        ReferenceOr::Item(schema) => Keywords::of(schema).is_silent(),
        ReferenceOr::Reference { .. } => false,
    }
}
