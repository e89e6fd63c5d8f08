//! Which components allow `null`: asked before any of them is lowered, so that their order decides nothing.

use std::collections::BTreeSet;

use openapiv3::{ReferenceOr, Schema};

use super::Lower;
use super::classes::is_bare;
use super::keywords::Keywords;

impl<'d> Lower<'d> {
    /// Whether a component allows `null`: it says so, or a candidate of it, or the schema that it is another name for.
    pub(super) fn admits_null(&self, keywords: &Keywords<'d>) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![keywords.clone()];
        while let Some(keywords) = open.pop() {
            if keywords.is_nullable() {
                return true;
            }
            let parts: Vec<&'d ReferenceOr<Schema>> = if keywords.all_of.is_empty() {
                let candidates = keywords.one_of.iter().chain(keywords.any_of);
                candidates.filter(|_| keywords.values.is_empty()).collect()
            } else {
                // The one part that is the value; beside it, others may say that it can be null.
                let (bare, speaking): (Vec<_>, Vec<_>) =
                    keywords.all_of.iter().partition(|part| says_nothing(part));
                let alone = Keywords {
                    all_of: &[],
                    ..keywords.clone()
                };
                let speaking = speaking.into_iter();
                let is_other_name = speaking.len() == 1 && is_bare(&alone);
                bare.into_iter()
                    .chain(speaking.filter(|_| is_other_name))
                    .collect()
            };
            for part in parts {
                let schema = match part {
                    ReferenceOr::Item(schema) => Some(schema),
                    ReferenceOr::Reference { reference } if seen.insert(reference.as_str()) => {
                        self.component_schema(reference)
                    }
                    ReferenceOr::Reference { .. } => None,
                };
                open.extend(schema.map(Keywords::of));
            }
        }
        false
    }
}

fn says_nothing(part: &ReferenceOr<Schema>) -> bool {
    part.as_item()
        .is_some_and(|schema| is_bare(&Keywords::of(schema)))
}
