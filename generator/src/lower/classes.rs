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
        let alone = Keywords {
            all_of: &[],
            ..keywords.clone()
        };
        let speaking = keywords.all_of.iter().filter(|part| !is_bare(part));
        let is_bare = speaking.count() <= 1 && is_bare_type(&alone);
        return if is_bare && agree(&alone, keywords.all_of) {
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

/// The part of an `allOf` that is the value, where the others say no more than its kind.
pub(super) fn speaking(parts: &[ReferenceOr<Schema>]) -> Option<(usize, &ReferenceOr<Schema>)> {
    let mut all = parts.iter().enumerate();
    let says_kind = |part: &ReferenceOr<Schema>| match part {
        ReferenceOr::Item(schema) => !Keywords::of(schema).is_silent(),
        ReferenceOr::Reference { .. } => true,
    };
    all.clone()
        .find(|(_, part)| !is_bare(part))
        .or_else(|| all.find(|(_, part)| says_kind(part)))
}

/// Whether a part of an `allOf` says no more than what kind of value it is: beside another part, nothing new.
pub(super) fn is_bare(part: &ReferenceOr<Schema>) -> bool {
    match part {
        ReferenceOr::Item(schema) => is_bare_type(&Keywords::of(schema)),
        ReferenceOr::Reference { .. } => false,
    }
}

/// Whether the parts are of one kind, as far as they say it here.
fn agree(alone: &Keywords<'_>, parts: &[ReferenceOr<Schema>]) -> bool {
    let kind = |keywords: &Keywords<'_>| match keywords.ty {
        Some("integer") => Some("number".to_owned()),
        None if !keywords.properties.is_empty() => Some("object".to_owned()),
        said => said.map(str::to_owned),
    };
    let inline = parts.iter().filter_map(ReferenceOr::as_item);
    let mut kinds: Vec<String> = inline
        .filter_map(|part| kind(&Keywords::of(part)))
        .collect();
    kinds.extend(kind(alone));
    kinds.windows(2).all(|pair| pair[0] == pair[1])
}

fn is_bare_type(keywords: &Keywords<'_>) -> bool {
    let alone = Keywords {
        ty: None,
        ..keywords.clone()
    };
    keywords.ty != Some("array") && alone.is_silent()
}
