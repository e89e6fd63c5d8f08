//! The page of a model: its fields, or its values.

use super::table::{bars, cell, required, table};
use super::{model_page, ty};
use crate::draft::Draft;
use crate::ir::{
    Additional, Docs, Enum, EnumKind, Field, Shape, Struct, Type, TypeId, Union, literal,
};
use crate::markdown;
use crate::plan::{Plan, Presence};

/// The page.
pub(super) fn item(id: TypeId, plan: &Plan) -> Draft {
    let def = plan.api.get(id);
    let name = plan.names.ty(id);
    let mut lines = vec![format!("# {name}"), String::new()];
    let about = markdown::lines(&plan.about(def));
    if !about.is_empty() {
        lines.extend(about);
        lines.push(String::new());
    }
    if def.docs.deprecated {
        lines.extend(["**Deprecated.**".to_owned(), String::new()]);
    }
    match &def.shape {
        Shape::Struct(object) => lines.extend(fields(id, object, plan)),
        Shape::Enum(list) => lines.extend(values(id, list, plan)),
        Shape::Alias(target) => lines.extend(alias(target, &def.docs, plan)),
        Shape::Union(union) => lines.extend(variants(id, union, plan)),
    }
    lines.push(String::new());
    lines.push(format!("Schema: {}", markdown::code(&def.at.to_string())));
    Draft::text(
        format!("docs/{}", model_page(name)),
        lines.join("\n") + "\n",
    )
}

fn fields(id: TypeId, object: &Struct, plan: &Plan) -> Vec<String> {
    let mut rows: Vec<Vec<String>> = object
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| row(id, index, field, plan))
        .collect();
    if let Additional::Kept(value) = &object.additional {
        rows.push(vec![
            format!("`{}`", plan.names.additional(id)),
            ty::used(&Type::Map(Box::new(value.clone())), "", plan),
            required(false),
            "Fields that the document allows and does not name.".to_owned(),
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

fn row(id: TypeId, index: usize, field: &Field, plan: &Plan) -> Vec<String> {
    let presence = plan.presence(id, field);
    let name = plan.names.field(id, index).code();
    vec![
        bars(&markdown::code(&name)),
        ty::field((id, index), field, "", plan),
        required(matches!(
            presence,
            Presence::Required | Presence::RequiredNullable
        )),
        described(&field.docs),
        example(&field.docs, &field.ty, plan),
    ]
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
    if let Some(limits) = docs.limits() {
        lines.push(format!("Limits: {}.", markdown::line(&limits)));
    }
    if let Some(default) = &docs.default {
        lines.push(format!(
            "Default of the server: {}.",
            markdown::code(&literal(default))
        ));
    }
    cell(&lines)
}

/// The example of a value: its own, or that of its model; the only value of a constant.
pub(super) fn example(docs: &Docs, ty: &Type, plan: &Plan) -> String {
    if let Some(example) = &docs.example {
        return bars(&markdown::line(&literal(example)));
    }
    let Type::Named(id) = ty else {
        return String::new();
    };
    let def = plan.api.get(*id);
    match (&def.docs.example, &def.shape) {
        (Some(example), _) if !example.is_object() && !example.is_array() => {
            bars(&markdown::line(&literal(example)))
        }
        (None, Shape::Enum(list)) if list.is_constant() => {
            bars(&markdown::line(&list.values[0].wire))
        }
        _ => String::new(),
    }
}

fn values(id: TypeId, list: &Enum, plan: &Plan) -> Vec<String> {
    let name = plan.names.ty(id);
    let mut rows: Vec<Vec<String>> = list
        .values
        .iter()
        .enumerate()
        .map(|(index, value)| {
            let variant = plan.names.variant(id, index);
            vec![
                format!("`{name}::{variant}`"),
                bars(&markdown::code(&value.wire)),
            ]
        })
        .collect();
    if !list.is_constant() {
        rows.push(vec![
            format!("`{name}::Unknown`"),
            match list.kind {
                EnumKind::Text => "any other text, kept as it is".to_owned(),
                EnumKind::Integer => "any other number, kept as it is".to_owned(),
            },
        ]);
    }
    let mut lines = vec!["## Values".to_owned(), String::new()];
    lines.extend(table(&["Name", "Value"], &rows));
    lines
}

fn variants(id: TypeId, union: &Union, plan: &Plan) -> Vec<String> {
    let name = plan.names.ty(id);
    let mut rows: Vec<Vec<String>> = union
        .variants
        .iter()
        .enumerate()
        .map(|(index, variant)| {
            let tags: Vec<String> = variant
                .tags
                .iter()
                .map(|tag| bars(&markdown::code(tag)))
                .collect();
            vec![
                format!("`{name}::{}`", plan.names.variant(id, index)),
                ty::variant((id, index), variant, "", plan),
                tags.join(", "),
            ]
        })
        .collect();
    rows.push(vec![
        format!("`{name}::Unknown`"),
        "any other value, kept as it is".to_owned(),
        String::new(),
    ]);
    let tag = union
        .tag
        .as_ref()
        .map_or_else(|| "Tag".to_owned(), |tag| bars(&markdown::code(tag)));
    let mut lines = vec!["## Variants".to_owned(), String::new()];
    lines.extend(table(&["Name", "Type", &tag], &rows));
    lines
}

fn alias(target: &Type, docs: &Docs, plan: &Plan) -> Vec<String> {
    let mut lines = vec![format!("Another name for {}.", ty::used(target, "", plan))];
    if let Some(limits) = docs.limits() {
        let limits = markdown::line(&limits);
        lines.extend([String::new(), format!("Limits: {limits}.")]);
    }
    lines
}
