//! What would be generated, and what could not be modelled: the plan in, a report out.

mod json;
mod text;
mod values;

use crate::ir::{Content, ContentKind, Shape, Status, Type, TypeId};
use crate::naming::Name;
use crate::plan::{Outcome, Plan};

pub use json::json;
pub use text::text;

/// A use of a type as Rust writes it, models with their path.
pub fn rust_type(ty: &Type, plan: &Plan) -> String {
    match ty {
        Type::Array(item) => format!("Vec<{}>", rust_type(item, plan)),
        Type::Map(value) => format!(
            "std::collections::BTreeMap<String, {}>",
            rust_type(value, plan)
        ),
        Type::Tuple(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| rust_type(part, plan)).collect();
            format!("({},)", parts.join(", "))
        }
        Type::Nullable(inner) => format!("Option<{}>", rust_type(inner, plan)),
        Type::Named(id) => type_path(*id, plan),
        Type::File => format!("{}::File", plan.package.crate_name()),
        plain => match plan.format(plain) {
            Some(format) => format!("{}::{}", plan.package.crate_name(), format.name),
            None => plan.scalar(plain).to_owned(),
        },
    }
}

/// The path of a model.
fn type_path(id: TypeId, plan: &Plan) -> String {
    format!(
        "{}::models::{}",
        plan.package.crate_name(),
        plan.names.ty(id)
    )
}

/// What an answer holds, as Rust writes it.
fn outcome(outcome: &Outcome, plan: &Plan) -> String {
    match outcome {
        Outcome::Empty => "()".to_owned(),
        Outcome::Json(ty) => rust_type(ty, plan),
        Outcome::Text => "String".to_owned(),
        Outcome::Bytes => "bytes::Bytes".to_owned(),
        Outcome::Redirect(body) => {
            let name = format!("{}::Redirect", plan.package.crate_name());
            match &**body {
                Outcome::Empty => name,
                body => format!("{name}<{}>", self::outcome(body, plan)),
            }
        }
        Outcome::ByStatus(all) => all
            .iter()
            .map(|(_, one)| self::outcome(one, plan))
            .collect::<Vec<_>>()
            .join(" | "),
    }
}

/// The statuses of success, each with what the answer holds.
fn successes(operation: usize, plan: &Plan) -> Vec<(String, String)> {
    let responses = &plan.api.operations[operation].responses;
    match &plan.calls[operation].success {
        Outcome::ByStatus(all) => {
            let all = all.iter();
            all.map(|(index, one)| (responses[*index].status.to_string(), outcome(one, plan)))
                .collect()
        }
        same => {
            let found = plan.api.operations[operation].successes().into_iter();
            found
                .filter(|index| responses[*index].status != Status::Default)
                .map(|index| (responses[index].status.to_string(), outcome(same, plan)))
                .collect()
        }
    }
}

/// The path of a method of an operation's resource.
fn method_path(operation: usize, function: &str, plan: &Plan) -> String {
    let group = group(operation, plan);
    let (lib, resource) = (plan.package.crate_name(), plan.names.group(group));
    format!("{lib}::operations::{resource}::{function}")
}

/// The forms of an operation's body, each with the method that sends it.
fn bodies(operation: usize, plan: &Plan) -> impl Iterator<Item = (&Name, &Content)> {
    let body = plan.api.operations[operation].body.as_ref();
    let main = body.map(|body| (plan.names.function(operation), &body.main));
    let others = body.into_iter().flat_map(|body| &body.others).enumerate();
    let others =
        others.map(move |(index, other)| (plan.names.body_function(operation, index), other));
    main.into_iter().chain(others)
}

/// The forms of an operation's answer, each with the method that asks for it and what that gives.
fn answers(operation: usize, plan: &Plan) -> Vec<(&Name, &str, String)> {
    let (source, call) = (&plan.api.operations[operation], &plan.calls[operation]);
    let plain = source.read_by(&source.plain_answer());
    let plain = plain.first().map(|content| {
        let given = outcome(&call.success, plan);
        (
            plan.names.function(operation),
            content.media_type.as_str(),
            given,
        )
    });
    let others = source.other_answers().into_iter().enumerate();
    let others = others.filter_map(|(other, answer)| {
        let (response, content) = answer.origin;
        let content = source.answered(response).get(content)?;
        let function = plan.names.answer_function(operation, other);
        let given = outcome(&call.others[other], plan);
        Some((function, content.media_type.as_str(), given))
    });
    plain.into_iter().chain(others).collect()
}

/// What a method takes as its body, as Rust writes it.
fn sent(content: &Content, plan: &Plan) -> String {
    match content.kind {
        ContentKind::Multipart if content.ty == Type::Any => {
            format!("{}::MultipartForm", plan.package.crate_name())
        }
        ContentKind::Json | ContentKind::Form | ContentKind::Multipart => {
            rust_type(&content.ty, plan)
        }
        ContentKind::Text => "str".to_owned(),
        ContentKind::Bytes => "bytes::Bytes".to_owned(),
    }
}

fn group(operation: usize, plan: &Plan) -> usize {
    plan.groups
        .iter()
        .position(|group| group.operations.contains(&operation))
        .unwrap_or_default()
}

/// Schemas that have a name, with the kind of what they became.
fn schemas(plan: &Plan) -> impl Iterator<Item = (TypeId, &'static str)> + '_ {
    plan.api.types.iter().enumerate().map(|(index, def)| {
        let kind = match &def.shape {
            Shape::Struct(_) => "struct",
            Shape::Enum(_) | Shape::Union(_) => "enum",
            Shape::Alias(_) => "type",
        };
        (TypeId(index), kind)
    })
}
