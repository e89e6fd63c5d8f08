//! The page of a model: its fields, or its values.

use super::table::{self, bars, cell, table};
use super::{model_page, ty};
use crate::draft::Draft;
use crate::ir::{Docs, EnumKind, Shape, Type, literal};
use crate::markdown;
use crate::plan::{Enum, Kind, Member, Model, Plan, Presence, Struct, Union, Value, Variant};
use crate::rust::Ty;

/// The page.
pub(super) fn item(model: &Model<'_>, plan: &Plan) -> Draft {
    let mut lines = vec![format!("# {}", model.name), String::new()];
    let about = markdown::lines(&model.about);
    if !about.is_empty() {
        lines.extend(about);
        lines.push(String::new());
    }
    if model.source.docs.deprecated {
        lines.extend(["**Deprecated.**".to_owned(), String::new()]);
    }
    if let Some(link) = &model.source.docs.link {
        lines.extend([markdown::more(link), String::new()]);
    }
    if let Some(definition) = model.definition {
        let definition = ty::linked(&Ty::Model(definition), "");
        lines.extend([format!("The same type as {definition}."), String::new()]);
    }
    lines.extend(match &model.kind {
        Kind::Struct(object) => fields(object, plan),
        Kind::Enum(list) => values(model, list),
        Kind::Constant(only) => table_of_values(&[value(model, only)]),
        Kind::Alias { ty, .. } => alias(ty, &model.source.docs),
        Kind::Union(union) => variants(model, union),
    });
    lines.push(String::new());
    lines.push(format!("Schema: {}", markdown::code(&model.place())));
    Draft::text(
        format!("docs/{}", model_page(model.name)),
        lines.join("\n") + "\n",
    )
}

fn fields(object: &Struct<'_>, plan: &Plan) -> Vec<String> {
    let members = object.members.iter();
    let mut rows: Vec<Vec<String>> = members.map(|member| row(member, plan)).collect();
    if let Some(rest) = &object.rest {
        rows.push(vec![
            format!("`{}`", rest.name),
            ty::linked(&rest.ty(), ""),
            table::OPTIONAL.to_owned(),
            cell(&[markdown::unnamed(rest.docs)]),
            String::new(),
        ]);
    }
    let mut lines = vec!["## Fields".to_owned(), String::new()];
    lines.extend(table(
        &["Field", "Type", "Required", "Description", "Example"],
        &rows,
    ));
    lines
}

fn row(member: &Member<'_>, plan: &Plan) -> Vec<String> {
    vec![
        bars(&markdown::code(&member.name.code())),
        ty::linked(&member.ty, ""),
        required(member.presence).to_owned(),
        described(&member.source.docs),
        example(&member.source.docs, &member.source.ty, plan),
    ]
}

fn required(presence: Presence) -> &'static str {
    match presence {
        Presence::Required | Presence::RequiredNullable => table::REQUIRED,
        Presence::Optional | Presence::OptionalNullable => table::OPTIONAL,
    }
}

/// What a field or a parameter is, its limits and its default.
pub(super) fn described(docs: &Docs) -> String {
    let mut lines = docs
        .description
        .as_deref()
        .or(docs.title.as_deref())
        .map(markdown::flat)
        .unwrap_or_default();
    if docs.deprecated {
        lines.push("**Deprecated.**".to_owned());
    }
    if let Some(limits) = markdown::limits(&docs.limits) {
        lines.push(format!("Limits: {limits}."));
    }
    lines.extend(markdown::held(docs));
    if let Some(default) = &docs.default {
        lines.push(format!(
            "Default of the server: {}.",
            markdown::code(&literal(default))
        ));
    }
    lines.extend(docs.link.as_deref().map(markdown::more));
    cell(&lines)
}

/// The example of a value: its own, or that of its model; the only value of a constant.
pub(super) fn example(docs: &Docs, ty: &Type, plan: &Plan) -> String {
    if let Some(example) = &docs.example {
        return bars(&markdown::line(&literal(example)));
    }
    let mut definitions = plan.api.definitions(ty);
    match definitions.find_map(|def| def.docs.example.as_ref()) {
        Some(example) if !example.is_object() && !example.is_array() => {
            bars(&markdown::line(&literal(example)))
        }
        Some(_) => String::new(),
        None => match plan.constant(ty).map(|id| &plan.api.get(id).shape) {
            Some(Shape::Enum(list)) => bars(&markdown::line(&list.values[0].wire)),
            _ => String::new(),
        },
    }
}

fn values(model: &Model<'_>, list: &Enum<'_>) -> Vec<String> {
    let values = list.values.iter();
    let mut rows: Vec<Vec<String>> = values.map(|one| value(model, one)).collect();
    rows.push(vec![
        format!("`{}::Unknown`", model.name),
        match list.kind {
            EnumKind::Text => "any other text, kept as it is".to_owned(),
            EnumKind::Integer => "any other number, kept as it is".to_owned(),
        },
    ]);
    table_of_values(&rows)
}

fn value(model: &Model<'_>, value: &Value<'_>) -> Vec<String> {
    vec![
        format!("`{}::{}`", model.name, value.name),
        bars(&markdown::code(value.wire)),
    ]
}

fn table_of_values(rows: &[Vec<String>]) -> Vec<String> {
    let mut lines = vec!["## Values".to_owned(), String::new()];
    lines.extend(table(&["Name", "Value"], rows));
    lines
}

fn variants(model: &Model<'_>, union: &Union<'_>) -> Vec<String> {
    let name = model.name;
    let rows = union.variants.iter().map(|variant| {
        let tags = variant.source.tags.iter();
        let tags: Vec<String> = tags.map(|tag| bars(&markdown::code(tag))).collect();
        vec![
            format!("`{name}::{}`", variant.name),
            limited(variant),
            tags.join(", "),
        ]
    });
    let unknown = vec![
        format!("`{name}::Unknown`"),
        "any other value, kept as it is".to_owned(),
        String::new(),
    ];
    let rows: Vec<Vec<String>> = rows.chain([unknown]).collect();
    let tag = union
        .tag
        .map_or_else(|| "Tag".to_owned(), |tag| bars(&markdown::code(tag)));
    let mut lines = vec!["## Variants".to_owned(), String::new()];
    lines.extend(table(&["Name", "Type", &tag], &rows));
    lines
}

/// What a variant holds, with the limits and the description of a value that has no page of its own.
fn limited(variant: &Variant<'_>) -> String {
    let held = ty::linked(&variant.ty(), "");
    let source = variant.source;
    let limits = markdown::limits(&source.limits).map(|limits| bars(&limits));
    let held = [Some(held), limits].into_iter().flatten();
    let held = held.collect::<Vec<_>>().join(", ");
    match &source.description {
        Some(about) => format!("{held}: {}", cell(&markdown::flat(about))),
        None => held,
    }
}

fn alias(target: &Ty<'_>, docs: &Docs) -> Vec<String> {
    let mut lines = vec![format!("Another name for {}.", ty::linked(target, ""))];
    if let Some(limits) = markdown::limits(&docs.limits) {
        lines.extend([String::new(), format!("Limits: {limits}.")]);
    }
    for held in markdown::held(docs) {
        lines.extend([String::new(), held]);
    }
    lines
}
