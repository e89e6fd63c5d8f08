//! What would be generated, and what could not be modelled: the plan in, a report out.

mod json;
mod text;
mod values;

use crate::ir::{Status, Type};
use crate::naming::Name;
use crate::plan::{Answer, Given, Kind, Model, Operation, Plan};
use crate::rust::View;

pub use json::json;
pub use text::text;

/// A use of a type as another crate writes it, with all paths.
pub fn rust_type(ty: &Type, plan: &Plan) -> String {
    let krate = plan.package.crate_name();
    plan.ty(ty).text(View::Caller(&krate))
}

/// The path of a model.
fn model_path(model: &Name, plan: &Plan) -> String {
    format!("{}::models::{model}", plan.package.crate_name())
}

/// What an answer holds, as Rust writes it; whatever the status, all of it.
fn given(answer: &Answer<'_>, plan: &Plan) -> String {
    let krate = plan.package.crate_name();
    let held = answer.given.held().into_iter();
    let held = held.map(|held| held.ty().text(View::Caller(&krate)));
    held.collect::<Vec<_>>().join(" | ")
}

/// The statuses of success, each with what the answer holds.
fn successes(operation: &Operation<'_>, plan: &Plan) -> Vec<(String, String)> {
    let krate = plan.package.crate_name();
    let Some(answer) = operation.answer() else {
        return Vec::new();
    };
    match &answer.given {
        Given::ByStatus(all) => {
            let all = all.iter();
            all.map(|one| {
                let ty = one.held.ty().text(View::Caller(&krate));
                (one.status().to_string(), ty)
            })
            .collect()
        }
        Given::Single { held, .. } => {
            let ty = held.ty().text(View::Caller(&krate));
            let statuses = operation.source.succeeding().map(|one| one.status);
            statuses
                .filter(|status| *status != Status::Default)
                .map(|status| (status.to_string(), ty.clone()))
                .collect()
        }
    }
}

/// The documented errors, each with what the answer holds.
fn errors(operation: &Operation<'_>, plan: &Plan) -> Vec<(String, String)> {
    let krate = plan.package.crate_name();
    let all = operation.errors.iter().flat_map(|errors| &errors.all);
    all.map(|one| {
        let ty = one.held.ty().text(View::Caller(&krate));
        (one.status().to_string(), ty)
    })
    .collect()
}

/// The path of a method of an operation's resource.
fn method_path(operation: &Operation<'_>, function: &Name, plan: &Plan) -> String {
    let (lib, resource) = (plan.package.crate_name(), operation.resource.name);
    format!("{lib}::operations::{resource}::{function}")
}

/// The forms of an operation's body: the method that sends each, its media type, and what the method takes.
fn bodies<'p>(operation: &Operation<'p>, plan: &Plan) -> Vec<(&'p Name, &'p str, String)> {
    let krate = plan.package.crate_name();
    let bodies = operation.body.iter();
    let all = bodies.flat_map(|body| std::iter::once(&body.main).chain(&body.others));
    all.map(|sent| {
        let ty = sent.ty.text(View::Caller(&krate));
        (sent.function, sent.content.media_type.as_str(), ty)
    })
    .collect()
}

/// The forms of an operation's answer: the method that asks for each, its media type, and what that gives.
fn answers<'p>(operation: &Operation<'p>, plan: &Plan) -> Vec<(&'p Name, &'p str, String)> {
    let answers = operation.answers.iter();
    answers
        .filter_map(|answer| Some((answer.function, answer.media_type()?, given(answer, plan))))
        .collect()
}

/// What a model became.
fn kind(model: &Model<'_>) -> &'static str {
    match model.kind {
        Kind::Struct(_) => "struct",
        Kind::Enum(_) | Kind::Constant(_) | Kind::Union(_) => "enum",
        Kind::Alias { .. } => "type",
    }
}
