//! Names that the configuration chooses, by JSON pointer; checked before the gate, so that naming itself cannot fail.

use std::collections::BTreeSet;

use super::reserved;
use crate::config::Config;
use crate::cx::Cx;
use crate::diag::codes;
use crate::ir::{Api, Shape};
use crate::source::pointer::Pointer;

/// The name that the configuration chooses for an item.
pub(super) fn chosen(config: &Config, at: &Pointer) -> Option<String> {
    if config.rename.is_empty() {
        return None;
    }
    config.rename.get(&at.to_string()).cloned()
}

/// Reports each chosen name that is no identifier and each pointer that leads to nothing with a name.
pub fn check(api: &Api, cx: &mut Cx) {
    let rename = cx.config().rename.clone();
    if rename.is_empty() {
        return;
    }
    let places = places(api);
    for (at, name) in &rename {
        if !places.contains(at) {
            cx.report(
                codes::RENAME_WITHOUT_ITEM
                    .maybe_at(cx.config_place(&["rename", at]))
                    .arg("pointer", at),
            );
        }
        if !reserved::is_identifier(name) {
            cx.report(
                codes::RENAME_IS_NO_IDENTIFIER
                    .maybe_at(cx.config_place(&["rename", at]))
                    .arg("pointer", at)
                    .arg("name", name),
            );
        }
    }
}

/// Every place that has a name.
fn places(api: &Api) -> BTreeSet<String> {
    let mut places = BTreeSet::new();
    for def in &api.types {
        places.insert(def.at.to_string());
        match &def.shape {
            Shape::Struct(object) => {
                places.extend(object.fields.iter().map(|field| field.at.to_string()));
            }
            Shape::Enum(list) => {
                let values = 0..list.values.len();
                places.extend(values.map(|index| def.at.child("enum").index(index).to_string()));
            }
            Shape::Union(union) => {
                places.extend(union.variants.iter().map(|variant| variant.at.to_string()));
            }
            Shape::Alias(_) => {}
        }
    }
    for operation in &api.operations {
        places.insert(operation.at.to_string());
        places.extend(operation.params.iter().map(|param| param.at.to_string()));
    }
    places
}
