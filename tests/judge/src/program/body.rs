//! The body of a call: how a program reads it, and makes forms as a caller does.

use tintype::inspect::rust_type;
use tintype::ir::{Additional, Content, ContentKind, Medium, Shape, Struct, Type, TypeId};
use tintype::naming::ident;
use tintype::plan::{Plan, Presence, Role};

use super::{held, lent};

/// The statements that read a body, and how it is lent.
pub(super) fn sent(content: &Content, plan: &Plan) -> (String, String) {
    match content.kind {
        ContentKind::Bytes | ContentKind::Stream(_) => ("let body = case.bytes();".to_owned(), "body".to_owned()),
        ContentKind::Text => ("let body = case.text()?;".to_owned(), "&body".to_owned()),
        ContentKind::Multipart if content.ty == Type::Any => (
            "let mut body = MultipartForm::new(); for (name, value) in case.rest::<Value>(&[])? { body = body.value(&name, &value); }".to_owned(),
            "&body".to_owned(),
        ),
        ContentKind::Json | ContentKind::Form | ContentKind::Multipart => {
            if let Some(id) = form(&content.ty, plan) {
                let made = made(id, plan);
                return (format!("let body = {made};"), "&body".to_owned());
            }
            if let (ContentKind::Multipart, Type::Map(value)) = (content.kind, &content.ty) {
                let body = format!("let body = {};", rest(value, &[], plan));
                return (body, lent(&content.ty, "body", plan));
            }
            let ty = held(&content.ty, plan);
            (format!("let body: {ty} = case.body()?;"), lent(&content.ty, "body", plan))
        }
    }
}

/// The expression that reads the members of a form which have no names in the document.
fn rest(value: &Type, named: &[&str], plan: &Plan) -> String {
    match value {
        Type::File => format!("case.rest_by(&{named:?}, file)?"),
        Type::Array(item) if **item == Type::File => format!("case.rest_by(&{named:?}, files)?"),
        ty => format!("case.rest::<{}>(&{named:?})?", rust_type(ty, plan)),
    }
}

/// The form with files, which no JSON is read into.
fn form(ty: &Type, plan: &Plan) -> Option<TypeId> {
    let Type::Named(id) = ty else { return None };
    match &plan.api.get(*id).shape {
        Shape::Struct(object) if object.medium == Medium::Multipart => Some(*id),
        Shape::Union(union) if union.medium == Medium::Multipart => Some(*id),
        Shape::Alias(inner) => form(inner, plan),
        _ => None,
    }
}

/// The expression that makes a form: itself, or the first candidate whose required members are there.
fn made(id: TypeId, plan: &Plan) -> String {
    match &plan.api.get(id).shape {
        Shape::Struct(object) => format!("{{ {} body }}", put_together(id, object, plan)),
        Shape::Union(union) => {
            let name = rust_type(&Type::Named(id), plan);
            let candidates = union
                .variants
                .iter()
                .enumerate()
                .filter_map(|(index, variant)| {
                    let candidate = form(&variant.ty, plan)?;
                    let (made, required) = (made(candidate, plan), required(candidate, plan));
                    let variant = ident(plan.names.variant(id, index));
                    Some(format!(
                        "if case.has(&{required:?}) {{ {name}::{variant}({made}.into()) }} else "
                    ))
                });
            let candidates: String = candidates.collect();
            format!(
                "{candidates}{{ return Err(\"no candidate of the form has these members\".to_owned()) }}"
            )
        }
        Shape::Alias(_) | Shape::Enum(_) => "case.body()?".to_owned(),
    }
}

/// The members that a form has in any case.
fn required(id: TypeId, plan: &Plan) -> Vec<&str> {
    match &plan.api.get(id).shape {
        Shape::Struct(object) => {
            let required = object.fields.iter().filter(|field| field.required);
            required.map(|field| field.wire.as_str()).collect()
        }
        _ => Vec::new(),
    }
}

/// Makes a form as a caller does: `new`, then setters.
fn put_together(id: TypeId, form: &Struct, plan: &Plan) -> String {
    let mut arguments = Vec::new();
    let mut setters = Vec::new();
    for (index, field) in form.fields.iter().enumerate() {
        let wire = &field.wire;
        let read = match &field.ty {
            Type::File => format!("case.file({wire:?})?"),
            Type::Array(item) if **item == Type::File => format!("case.files({wire:?})?"),
            ty => format!("case.member::<{}>({wire:?})?", rust_type(ty, plan)),
        };
        match plan.role(id, field) {
            Role::Argument if plan.presence(id, field) == Presence::RequiredNullable => {
                arguments.push(read);
            }
            Role::Argument => arguments.push(format!("demanded({wire:?}, {read})?")),
            Role::Setter => {
                let name = ident(plan.names.field(id, index));
                setters.push(format!(
                    " if let Some(given) = {read} {{ body = body.{name}(given); }}"
                ));
            }
            Role::Fixed => {}
        }
    }
    if let Additional::Kept(value) = &form.additional {
        let named: Vec<&str> = form
            .fields
            .iter()
            .map(|field| field.wire.as_str())
            .collect();
        let (name, read) = (ident(plan.names.additional(id)), rest(value, &named, plan));
        setters.push(format!(" body = body.{name}({read});"));
    }
    let ty = rust_type(&Type::Named(id), plan);
    format!(
        "let mut body = {ty}::new({});{}",
        arguments.join(", "),
        setters.concat()
    )
}
