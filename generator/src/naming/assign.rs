//! Gives every name once: operations and groups, then types from the outside in, then the parts of each.

use std::collections::BTreeSet;

use super::operations;
use super::reserved::Place;
use super::scope::{self, Wish};
use super::words::Case;
use super::{Names, Note, TypeNames, note, renames};
use crate::config::Config;
use crate::groups::Group;
use crate::ir::{Api, Owner, Shape, Type, TypeDef, TypeId};
use crate::source::pointer::Pointer;

/// Names the whole API.
pub fn assign(api: &Api, groups: &[Group], config: &Config) -> Names {
    let mut names = Names {
        types: vec![TypeNames::default(); api.types.len()],
        ..Names::default()
    };
    operations::assign(api, groups, config, &mut names);
    types(api, config, &mut names);
    for (index, def) in api.types.iter().enumerate() {
        parts(TypeId(index), def, api, config, &mut names);
    }
    names
}

/// Components first; then inline types whose owner has its name, level by level.
fn types(api: &Api, config: &Config, names: &mut Names) {
    let mut taken = BTreeSet::new();
    let mut open: Vec<usize> = (0..api.types.len()).collect();
    let mut named = vec![false; api.types.len()];
    while !open.is_empty() {
        let ready = |index: &usize| match &api.types[*index].owner {
            Owner::Component { .. } | Owner::Operation { .. } => true,
            Owner::Type { id, .. } => named[id.0],
        };
        let level: Vec<usize> = open.iter().copied().filter(ready).collect();
        let wishes: Vec<Wish> = level
            .iter()
            .map(|&index| wish(&api.types[index], names, config))
            .collect();
        let granted = scope::grant(&wishes, Case::Camel, Place::Type, &taken);
        for (&index, granted) in level.iter().zip(granted) {
            taken.insert(granted.name.to_lowercase());
            note(names, &api.types[index].at, &granted);
            names.types[index].name = granted.name;
            named[index] = true;
        }
        open.retain(|index| !named[*index]);
        if level.is_empty() {
            break;
        }
    }
}

fn wish(def: &TypeDef, names: &Names, config: &Config) -> Wish {
    let (text, rank) = match &def.owner {
        Owner::Component { wire } => (wire.clone(), 0),
        Owner::Type { id, member } => (format!("{} {}", names.ty(*id), member.words), 1),
        Owner::Operation { index, member } => {
            (format!("{} {}", names.marker(*index), member.words), 1)
        }
    };
    Wish {
        chosen: renames::chosen(config, &def.at),
        text,
        more: if rank == 0 {
            String::new()
        } else {
            "value".to_owned()
        },
        rank,
        at: def.at.to_string(),
    }
}

fn parts(id: TypeId, def: &TypeDef, api: &Api, config: &Config, names: &mut Names) {
    let (wishes, case, place) = match &def.shape {
        Shape::Struct(object) => {
            let fields = object.fields.iter();
            let wishes: Vec<Wish> = fields
                .map(|field| part(config, &field.at, &field.wire))
                .collect();
            (wishes, Case::Snake, Place::Field)
        }
        Shape::Enum(list) => {
            let at = |index: usize| def.at.child("enum").index(index);
            let values = list.values.iter().enumerate();
            let wishes = values
                .map(|(index, value)| {
                    let text = value.name.as_ref().unwrap_or(&value.wire);
                    part(config, &at(index), text)
                })
                .collect();
            (wishes, Case::Camel, Place::Variant)
        }
        Shape::Union(union) => {
            let wishes = union.variants.iter().map(|variant| {
                let text = match &variant.ty {
                    Type::Named(id) if api.get(*id).owner != def.owner => names.ty(*id).to_owned(),
                    _ => variant.words.clone(),
                };
                part(config, &variant.at, &text)
            });
            (wishes.collect(), Case::Camel, Place::Variant)
        }
        Shape::Alias(_) => return,
    };
    let granted = scope::grant(&wishes, case, place, &BTreeSet::new());
    let taken: BTreeSet<String> = granted.iter().map(|granted| granted.name.clone()).collect();
    for (wish, granted) in wishes.iter().zip(&granted) {
        if let Some(reason) = granted.reason {
            let (at, name) = (wish.at.clone(), granted.name.clone());
            names.notes.push(Note { at, name, reason });
        }
    }
    let rest = Wish {
        more: "map".to_owned(),
        ..part(
            config,
            &def.at.child("additionalProperties"),
            "additional_properties",
        )
    };
    let additional = scope::grant(&[rest], Case::Snake, Place::Field, &taken);
    names.types[id.0].additional = additional.into_iter().map(|granted| granted.name).collect();
    names.types[id.0].parts = granted.into_iter().map(|granted| granted.name).collect();
}

fn part(config: &Config, at: &Pointer, text: &str) -> Wish {
    Wish {
        chosen: renames::chosen(config, at),
        text: text.to_owned(),
        more: String::new(),
        rank: 0,
        at: format!("{at}/{text}"),
    }
}
