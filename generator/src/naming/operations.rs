//! Names of groups, operations, their parameters and their errors.

use std::collections::BTreeSet;

use super::reserved::Place;
use super::scope::{self, Wish};
use super::words::{self, Case};
use super::{GroupNames, Names, OperationNames, note, renames, statuses};
use crate::config::Config;
use crate::groups::Group;
use crate::ir::{Api, Operation, Param, ParamPlace, Scheme};

/// Names everything about operations.
pub(super) fn assign(api: &Api, groups: &[Group], config: &Config, names: &mut Names) {
    names.groups = self::groups(groups);
    names.schemes = schemes(api);
    names.operations = vec![OperationNames::default(); api.operations.len()];
    markers(api, names);
    for group in groups {
        functions(api, group, config, names);
    }
    for (index, operation) in api.operations.iter().enumerate() {
        names.operations[index].params = params(operation, config);
        let statuses = operation
            .responses
            .iter()
            .map(|response| statuses::variant(response.status));
        names.operations[index].statuses = statuses.collect();
    }
}

fn groups(groups: &[Group]) -> Vec<GroupNames> {
    let wish = |group: &Group| Wish {
        chosen: None,
        text: group.text.clone(),
        more: String::new(),
        rank: 0,
        at: group.text.clone(),
    };
    let wishes: Vec<Wish> = groups.iter().map(wish).collect();
    let modules = scope::grant(&wishes, Case::Snake, Place::Module, &BTreeSet::new());
    let name = |module: &str| words::name(module, Case::Camel);
    modules
        .into_iter()
        .map(|granted| GroupNames {
            name: name(&granted.name),
            module: granted.name,
        })
        .collect()
}

/// Setters of the builder.
fn schemes(api: &Api) -> Vec<String> {
    let wish = |scheme: &Scheme| Wish {
        chosen: None,
        text: scheme.wire.clone(),
        more: "credential".to_owned(),
        rank: 0,
        at: scheme.wire.clone(),
    };
    let wishes: Vec<Wish> = api.schemes.iter().map(wish).collect();
    let granted = scope::grant(&wishes, Case::Snake, Place::Setting, &BTreeSet::new());
    granted.into_iter().map(|granted| granted.name).collect()
}

/// The type of each operation, named by its id, or by method and path. Groups have their names first.
fn markers(api: &Api, names: &mut Names) {
    let mut taken: BTreeSet<String> = names
        .groups
        .iter()
        .map(|group| group.name.to_lowercase())
        .collect();
    let wish = |operation: &Operation| Wish {
        chosen: None,
        text: text(operation),
        more: "operation".to_owned(),
        rank: u8::from(operation.id.is_none()),
        at: operation.at.to_string(),
    };
    let wishes: Vec<Wish> = api.operations.iter().map(wish).collect();
    let granted = scope::grant(&wishes, Case::Camel, Place::Type, &taken);
    for (index, granted) in granted.into_iter().enumerate() {
        taken.insert(granted.name.to_lowercase());
        note(names, &api.operations[index].at, &granted);
        names.operations[index].marker = granted.name;
    }
    for (suffix, more) in [("Error", "kind"), ("Output", "by status")] {
        let wish = |(index, operation): (usize, &Operation)| Wish {
            chosen: None,
            text: format!("{}{suffix}", names.operations[index].marker),
            more: more.to_owned(),
            rank: 0,
            at: operation.at.to_string(),
        };
        let wishes: Vec<Wish> = api.operations.iter().enumerate().map(wish).collect();
        let granted = scope::grant(&wishes, Case::Camel, Place::Type, &taken);
        for (named, granted) in names.operations.iter_mut().zip(granted) {
            taken.insert(granted.name.to_lowercase());
            let slot = if suffix == "Error" {
                &mut named.error
            } else {
                &mut named.output
            };
            *slot = granted.name;
        }
    }
}

/// The methods of a resource: the document's own name for it, then the operation id.
fn functions(api: &Api, group: &Group, config: &Config, names: &mut Names) {
    let wish = |&index: &usize| {
        let operation = &api.operations[index];
        let (text, more) = match &operation.name {
            Some(name) => (name.clone(), format!("by {}", text(operation))),
            None => (text(operation), String::new()),
        };
        Wish {
            chosen: renames::chosen(config, &operation.at),
            text,
            more,
            rank: u8::from(operation.id.is_none()),
            at: operation.at.to_string(),
        }
    };
    let wishes: Vec<Wish> = group.operations.iter().map(wish).collect();
    let granted = scope::grant(&wishes, Case::Snake, Place::Function, &BTreeSet::new());
    for (&index, granted) in group.operations.iter().zip(granted) {
        note(names, &api.operations[index].at, &granted);
        names.operations[index].function = granted.name;
    }
}

/// The id, or the method and the path, whose parameters read as `by`.
fn text(operation: &Operation) -> String {
    if let Some(id) = &operation.id {
        return id.clone();
    }
    let path = operation.path.replace('{', " by ").replace('}', " ");
    format!("{} {path}", operation.method.to_lowercase())
}

/// Arguments and setters: one scope, so that a parameter may become optional and keep its name.
fn params(operation: &Operation, config: &Config) -> Vec<String> {
    let wish = |param: &Param| Wish {
        chosen: renames::chosen(config, &param.at),
        text: param.wire.clone(),
        more: place(param.place).to_owned(),
        rank: param.place as u8,
        at: format!("{} {} {}", operation.at, place(param.place), param.wire),
    };
    let wishes: Vec<Wish> = operation.params.iter().map(wish).collect();
    let granted = scope::grant(&wishes, Case::Snake, Place::Option, &BTreeSet::new());
    granted.into_iter().map(|granted| granted.name).collect()
}

fn place(place: ParamPlace) -> &'static str {
    match place {
        ParamPlace::Path => "path",
        ParamPlace::Query => "query",
        ParamPlace::Header => "header",
        ParamPlace::Cookie => "cookie",
    }
}
