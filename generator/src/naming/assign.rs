//! Gives every name once: operations and groups, then types from the outside in, then the parts of each.

use std::collections::BTreeSet;

use super::case::Case;
use super::chosen::chosen;
use super::owners::{self, Contexts, Origin};
use super::reserved::Position;
use super::scope::{self, Taken};
use super::wish::Wish;
use super::{Name, Names, Notes, TypeNames, arguments, given, note, operations};
use crate::config::Config;
use crate::groups::Group;
use crate::ir::{Additional, Api, Owner, Shape, Struct, Type, TypeDef, TypeId};
use crate::pointer::Pointer;
use crate::threads;

/// Names the whole API.
pub fn assign(api: &Api, groups: &[Group], config: &Config) -> Names {
    let mut names = Names {
        types: vec![TypeNames::open(); api.types.len()],
        ..Names::default()
    };
    operations::assign(api, groups, config, &mut names);
    types(api, config, &mut names);
    let all: Vec<(usize, &TypeDef)> = api.types.iter().enumerate().collect();
    let all = threads::each(&all, |&(index, def)| {
        parts(TypeId(index), def, api, config, &names)
    });
    for (ty, parts) in names.types.iter_mut().zip(all) {
        ty.parts = parts.names;
        if let Some(additional) = parts.additional {
            ty.additional = additional;
        }
        names.notes.extend(parts.notes);
    }
    arguments::assign(api, &mut names);
    // A parameter that operations share has its name in each of them.
    let mut seen = BTreeSet::new();
    names.notes.all.retain(|note| seen.insert(note.clone()));
    names
}

/// Chosen names first, then components and what operations own; then inline types whose owner has its
/// name, until all have theirs.
fn types(api: &Api, config: &Config, names: &mut Names) {
    let contexts = Contexts::of(api);
    let mut taken = Taken::new();
    let mut is_named = vec![false; api.types.len()];
    let is_chosen = |index: &usize| {
        let at = &api.types[*index].at;
        chosen(api, config, at, Case::Camel).is_some()
    };
    let mut ready: Vec<usize> = (0..api.types.len()).filter(is_chosen).collect();
    loop {
        let wish = |&index: &usize| wish(&api.types[index], &contexts, names, (api, config));
        let wishes: Vec<Wish> = ready.iter().map(wish).collect();
        let granted = scope::grant(&wishes, Case::Camel, Position::Type, &mut taken);
        note(&mut names.notes, &wishes, &granted);
        for (&index, granted) in ready.iter().zip(granted) {
            names.types[index].name = Name::new(granted.name);
            is_named[index] = true;
        }
        let is_ready = |index: &usize| match &api.types[*index].owner {
            Owner::Component { .. } | Owner::Operation { .. } | Owner::Shared { .. } => true,
            Owner::Type { id, .. } => is_named[id.0],
        };
        let open = (0..api.types.len()).filter(|&index| !is_named[index]);
        ready = open.filter(is_ready).collect();
        if ready.is_empty() {
            break;
        }
    }
}

fn wish(def: &TypeDef, contexts: &Contexts, names: &Names, (api, config): (&Api, &Config)) -> Wish {
    let Origin { text, more, rank } = owners::origin(def, api, contexts, names);
    Wish {
        chosen: chosen(api, config, &def.at, Case::Camel),
        shorter: Vec::new(),
        text,
        more,
        rank,
        at: api.written(&def.at).to_string(),
        key: def.at.to_string(),
    }
}

/// The names of the parts of a type.
#[derive(Default)]
struct Parts {
    names: Vec<Name>,
    additional: Option<Name>,
    notes: Notes,
}

fn parts(id: TypeId, def: &TypeDef, api: &Api, config: &Config, names: &Names) -> Parts {
    let (wishes, case, place) = match &def.shape {
        Shape::Struct(object) => {
            let fields = object.fields.iter();
            let wishes: Vec<Wish> = fields
                .map(|field| part((api, config), &field.at, &field.wire, Case::Snake))
                .collect();
            (wishes, Case::Snake, Position::Field)
        }
        Shape::Enum(list) => {
            let at = |index: usize| def.at.child("enum").index(index);
            let values = list.values.iter().enumerate();
            let wishes = values
                .map(|(index, value)| {
                    let text = value.name.as_ref().unwrap_or(&value.wire);
                    part((api, config), &at(index), text, Case::Camel)
                })
                .collect();
            (wishes, Case::Camel, Position::Variant)
        }
        Shape::Union(union) => {
            let wishes = union.variants.iter().map(|variant| {
                let (text, shorter) = match &variant.ty {
                    Type::Named(inner) if !is_owned(api.get(*inner), id) => {
                        let name = names.ty(*inner).to_string();
                        let shorter = without_owner(&name, names.ty(id).as_str());
                        (name, shorter.into_iter().collect())
                    }
                    _ => (variant.words.clone(), Vec::new()),
                };
                Wish {
                    shorter,
                    // Candidates may have nothing but their order to tell them apart.
                    key: variant.at.to_string(),
                    ..part((api, config), &variant.at, &text, Case::Camel)
                }
            });
            (wishes.collect(), Case::Camel, Position::Variant)
        }
        Shape::Alias(_) => return Parts::default(),
    };
    let mut parts = Parts::default();
    let mut taken = Taken::new();
    let granted = scope::grant(&wishes, case, place, &mut taken);
    note(&mut parts.notes, &wishes, &granted);
    if let Shape::Struct(Struct {
        additional: Additional::Kept(_),
        ..
    }) = &def.shape
    {
        let at = def.at.child("additionalProperties");
        let rest = Wish {
            more: "map".to_owned(),
            ..part((api, config), &at, "additional_properties", Case::Snake)
        };
        let rest = [rest];
        let additional = scope::grant(&rest, Case::Snake, Position::Field, &mut taken);
        note(&mut parts.notes, &rest, &additional);
        parts.additional = given(additional).pop();
    }
    parts.names = given(granted);
    parts
}

/// The name of a candidate without that of its union in front, which every variant of the union has around it.
fn without_owner(name: &str, union: &str) -> Option<String> {
    let rest = name.strip_prefix(union)?;
    let begins_word = rest.starts_with(char::is_uppercase);
    begins_word.then(|| rest.to_owned())
}

/// Whether a type has no name but what its owner gives it, which every variant of the owner would begin with.
fn is_owned(def: &TypeDef, by: TypeId) -> bool {
    matches!(&def.owner, Owner::Type { id, .. } if *id == by)
}

fn part((api, config): (&Api, &Config), at: &Pointer, text: &str, case: Case) -> Wish {
    Wish {
        chosen: chosen(api, config, at, case),
        shorter: Vec::new(),
        text: text.to_owned(),
        more: String::new(),
        rank: 0,
        at: api.written(at).to_string(),
        // The place of a value in a list is no part of it.
        key: format!("{} {text}", at.parent().unwrap_or_else(Pointer::root)),
    }
}
