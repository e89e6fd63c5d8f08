//! Names of the parameters of an operation.

use super::case::Case;
use super::chosen::chosen;
use super::reserved::Position;
use super::scope::{self, Holder, Taken};
use super::wish::Wish;
use super::{Names, given, note};
use crate::config::Config;
use crate::ir::{Api, OperationId, Param, ParamLocation};

/// Arguments and setters: one scope, so that a parameter may become optional and keep its name.
pub(super) fn assign(
    id: OperationId,
    (group, holder): (usize, Holder),
    (api, config): (&Api, &Config),
    names: &mut Names,
) {
    let operation = api.operation(id);
    let mut taken = Taken::new();
    // In a script without capitals a parameter can be called as its resource is, which is a value as well as a type.
    let resource = &names.groups[group].name;
    if !resource.contains(char::is_uppercase) {
        taken.insert(scope::fold(resource), holder);
    }
    let wish = |param: &Param| Wish {
        chosen: chosen(api, config, &param.at, Case::Snake),
        shorter: Vec::new(),
        text: param.wire.clone(),
        more: place(param.location).to_owned(),
        rank: param.location as u8,
        at: api.written(&param.at).to_string(),
        key: format!("{} {} {}", operation.at, place(param.location), param.wire),
    };
    let wishes: Vec<Wish> = operation.params.iter().map(wish).collect();
    let granted = scope::grant(&wishes, Case::Snake, Position::Option, &mut taken);
    note(&mut names.notes, &wishes, &granted);
    names.operations[id.0].params = given(granted);
}

pub(super) fn place(place: ParamLocation) -> &'static str {
    match place {
        ParamLocation::Path => "path",
        ParamLocation::Query => "query",
        ParamLocation::Header => "header",
        ParamLocation::Cookie => "cookie",
    }
}
