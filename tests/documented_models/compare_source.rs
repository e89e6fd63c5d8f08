//! The facts against the code. Each difference is a sentence.

use std::collections::BTreeSet;

use super::compare_calls::operation;
use super::facts::{Enum, Facts, Model, Value};
use super::source::{Source, Struct};

/// What differs.
pub(crate) fn compare(facts: &Facts, source: &Source) -> Vec<String> {
    let mut out = Vec::new();
    let documented = facts.models.iter().map(|model| model.name.as_str());
    let records = source
        .structs
        .iter()
        .filter(|(_, found)| found.lines.is_some());
    sets(
        "models of the code",
        documented,
        records.map(|(name, _)| name.as_str()),
        &mut out,
    );
    for model in &facts.models {
        if let Some(found) = source.structs.get(&model.name) {
            fields(model, found, &mut out);
        }
    }
    let documented = facts.enums.iter().map(|list| list.name.as_str());
    let texts = source
        .enums
        .iter()
        .filter(|(_, found)| !found.texts.is_empty());
    sets(
        "enums of the code",
        documented,
        texts.map(|(name, _)| name.as_str()),
        &mut out,
    );
    for list in &facts.enums {
        values(list, source, &mut out);
    }
    let all = facts
        .resources
        .iter()
        .flat_map(|resource| &resource.operations);
    let ids = source.operations.values().map(|found| found.id.as_str());
    sets(
        "operations of the code",
        all.map(|operation| operation.id.as_str()),
        ids,
        &mut out,
    );
    for resource in &facts.resources {
        let handle = (resource.handle.clone(), resource.name.clone());
        if !source.handles.contains(&handle) {
            out.push(format!(
                "no function `{}` gives `{}`",
                resource.handle, resource.name
            ));
        }
        for documented in &resource.operations {
            operation(facts, resource, documented, source, &mut out);
        }
    }
    out
}

/// Says which names are too few and which too many.
pub(crate) fn sets<'a>(
    what: &str,
    documented: impl Iterator<Item = &'a str>,
    found: impl Iterator<Item = &'a str>,
    out: &mut Vec<String>,
) {
    let (documented, found): (BTreeSet<&str>, BTreeSet<&str>) =
        (documented.collect(), found.collect());
    out.extend(
        documented
            .difference(&found)
            .map(|name| format!("{what}: `{name}` is missing")),
    );
    out.extend(
        found
            .difference(&documented)
            .map(|name| format!("{what}: `{name}` is not documented")),
    );
}

/// Says that two facts differ.
pub(crate) fn same(what: &str, documented: &str, found: &str, out: &mut Vec<String>) {
    if documented != found {
        out.push(format!(
            "{what}: documented `{documented}`, found `{found}`"
        ));
    }
}

/// Says what the documentation of a field or a parameter leaves out.
pub(crate) fn explained(at: &str, value: &Value, docs: &str, out: &mut Vec<String>) {
    let example = value
        .example
        .iter()
        .map(|example| format!("Example: `{example}`"));
    for fact in value.says.iter().cloned().chain(example) {
        if !docs.to_lowercase().contains(&fact.to_lowercase()) {
            out.push(format!(
                "documentation of {at}: does not say `{fact}`: {docs}"
            ));
        }
    }
}

fn fields(model: &Model, found: &Struct, out: &mut Vec<String>) {
    let name = &model.name;
    let names: Vec<&str> = found
        .fields
        .iter()
        .map(|(field, _)| field.as_str())
        .collect();
    let documented: Vec<&str> = model
        .fields
        .iter()
        .map(|field| field.wire.as_str())
        .collect();
    same(
        &format!("fields of {name}"),
        &documented.join(" "),
        &names.join(" "),
        out,
    );
    for field in &model.fields {
        let at = format!("{name}.{}", field.wire);
        if let Some((_, ty)) = found.fields.iter().find(|(name, _)| *name == field.wire) {
            same(&format!("type of {at}"), &field.rust(), ty, out);
        }
        let docs = found.docs.iter().find(|(name, _)| *name == field.wire);
        explained(&at, field, docs.map_or("", |(_, docs)| docs), out);
        let mut lines = found.lines.iter().flatten();
        let line = lines.find(|line| line.field == field.wire);
        let (wire, how) = line.map_or(("", ""), |line| (&line.wire, &line.how));
        same(&format!("wire name of {at}"), &field.wire, wire, out);
        same(&format!("access of {at}"), field.access(), how, out);
    }
}

fn values(list: &Enum, source: &Source, out: &mut Vec<String>) {
    let Some(found) = source.enums.get(&list.name) else {
        return;
    };
    let documented: Vec<String> = list
        .values
        .iter()
        .map(|value| format!("{}={}", value.variant, value.wire))
        .collect();
    let texts: Vec<String> = found
        .texts
        .iter()
        .map(|(variant, wire)| format!("{variant}={wire}"))
        .collect();
    same(
        &format!("values of {}", list.name),
        &documented.join(" "),
        &texts.join(" "),
        out,
    );
    let variants = found.variants.iter().filter(|(_, held)| held.is_none());
    sets(
        &format!("variants of {}", list.name),
        list.values.iter().map(|value| value.variant.as_str()),
        variants.map(|(variant, _)| variant.as_str()),
        out,
    );
}
