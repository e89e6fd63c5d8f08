//! What is wrong with names that the configuration chooses, found before the gate, so that naming itself cannot fail.

use std::collections::{BTreeMap, BTreeSet};

use super::assign;
use super::case::Case;
use super::features;
use super::length;
use super::package;
use super::patterns::{Cases, Patterns, is_pattern};
use super::reserved;
use super::words;
use crate::cx::Cx;
use crate::diag::{Diagnostic, codes};
use crate::groups;
use crate::ir::{Additional, Api, Shape};
use crate::pointer::Pointer;

/// Reports each chosen name that its item cannot have, and each pointer that leads to nothing with a name.
pub fn check(api: &Api, cx: &mut Cx) {
    package::check(api, cx);
    features::check(api, cx);
    let rename = cx.config().rename.clone();
    if rename.is_empty() {
        return;
    }
    let places = places(api);
    let patterns = Patterns::of(&rename, &places);
    for key in &patterns.without_item {
        report_of(cx, nowhere(key, api, &places), key, key, &rename[*key]);
    }
    cx.config_mut().renamed.clone_from(&patterns.renamed);
    let exact = rename.iter().filter(|(at, _)| !is_pattern(at, &places));
    for (at, name) in exact.chain(patterns.names()) {
        let key = patterns.keys.get(at.as_str()).copied().unwrap_or(at);
        if let Some(wrong) = mistake(places.get(at), name) {
            report_of(cx, wrong, key, at, name);
        } else if !places.contains_key(at) {
            report_of(cx, nowhere(at, api, &places), at, at, name);
        }
    }
    let names = assign(api, &groups::of(api), cx.config());
    let mut seen = BTreeSet::new();
    for refused in &names.notes.refused {
        let (key, name) = patterns.said(&rename, &refused.at);
        let is_known = !seen.insert(&refused.at);
        if is_known || mistake(places.get(&refused.at), name).is_some() {
            continue;
        }
        let wrong = codes::RENAME_IS_TAKEN
            .plain()
            .arg("holder", &refused.holder);
        report_of(cx, wrong, key, &refused.at, name);
    }
    for moved in &names.notes.moved {
        let wrong = codes::RENAME_MOVES_ANOTHER.plain();
        let wrong = wrong.arg("other", &moved.at).arg("becomes", &moved.name);
        let (key, name) = patterns.said(&rename, &moved.by);
        report_of(cx, wrong, key, &moved.by, name);
    }
}

/// What is wrong with a name, whoever else has it.
fn mistake(cases: Option<&Cases>, name: &str) -> Option<Diagnostic> {
    if !reserved::is_identifier(name) || name.len() > length::CHOSEN {
        return Some(codes::RENAME_IS_NO_IDENTIFIER.plain());
    }
    let cases = cases.filter(|cases| !cases.iter().any(|case| words::is_cased(name, *case)))?;
    let wrong = codes::RENAME_IN_WRONG_CASE.plain();
    let case = cases.first().copied()?;
    Some(wrong.arg("advice", words::name(name, case)))
}

/// That a key leads to nothing with a name, and how to find one that does.
fn nowhere(key: &str, api: &Api, places: &BTreeMap<String, Cases>) -> Diagnostic {
    // Somebody may think in another version of OpenAPI than the document is written in.
    let meant = Pointer::parse(key).map(|at| api.written(&at).to_string());
    let meant = meant.filter(|meant| meant != key && places.contains_key(meant));
    let advice = meant.map_or_else(
        || "`tintype inspect` lists the pointers of operations and schemas".to_owned(),
        |meant| format!("the document has it at `{meant}`"),
    );
    codes::RENAME_WITHOUT_ITEM.plain().arg("advice", advice)
}

/// Reports what is wrong with a name of an item that a key of the configuration means.
fn report_of(cx: &mut Cx, wrong: Diagnostic, key: &str, at: &str, name: &str) {
    let place = cx.config_place(&["rename", key]);
    let wrong = wrong.arg("pointer", at).arg("name", name);
    cx.report(match place {
        Some(place) => wrong.located(place),
        None => wrong,
    });
}

/// Every place that has a name, with the cases of what is written there: a field and its type, a candidate of a union and its type.
fn places(api: &Api) -> BTreeMap<String, Cases> {
    let mut places: BTreeMap<String, Cases> = BTreeMap::new();
    let mut add = |at: &Pointer, case| {
        let cases = places.entry(api.written(at).to_string()).or_default();
        cases.insert(case);
    };
    for def in &api.types {
        add(&def.at, Case::Camel);
        match &def.shape {
            Shape::Struct(object) => {
                for field in &object.fields {
                    add(&field.at, Case::Snake);
                }
                if object.additional != Additional::Ignored {
                    add(&def.at.child("additionalProperties"), Case::Snake);
                }
            }
            Shape::Enum(list) => {
                for index in 0..list.values.len() {
                    add(&def.at.child("enum").index(index), Case::Camel);
                }
            }
            Shape::Union(union) => {
                for variant in &union.variants {
                    add(&variant.at, Case::Camel);
                }
            }
            Shape::Alias(_) => {}
        }
    }
    for operation in &api.operations {
        add(&operation.at, Case::Snake);
        for param in &operation.params {
            add(&param.at, Case::Snake);
        }
        for content in operation.body.iter().flat_map(|body| &body.others) {
            add(&content.at, Case::Snake);
        }
        for answer in operation.other_answers() {
            let (response, content) = answer.origin;
            add(&operation.answered(response)[content].at, Case::Snake);
        }
    }
    places
}
