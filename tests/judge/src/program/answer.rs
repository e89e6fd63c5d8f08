//! What came of a call, as a program tells it: the success, and the documented error.

use tintype::inspect::rust_type;
use tintype::ir::{Content, ContentKind, Framing};
use tintype::naming::{Name, ident};
use tintype::plan::{Outcome, Plan};

use super::{Form, group};

/// What the success is, as the program tells it.
pub(super) fn told(index: usize, form: &Form<'_>, plan: &Plan) -> String {
    let Outcome::ByStatus(all) = form.outcome else {
        return one(form.outcome);
    };
    let name = path(index, form.output, plan);
    let arm = |(response, outcome): &(usize, Outcome)| {
        let status = &plan.api.operations[index].responses[*response].status;
        let status = status.to_string();
        let variant = ident(plan.names.status(index, *response));
        let held = if *outcome == Outcome::Empty {
            ""
        } else {
            "(told)"
        };
        let told = one(outcome);
        format!("{name}::{variant}{held} => by_status({status:?}, {told}), ")
    };
    let arms: String = all.iter().map(arm).collect();
    format!("match told {{ {arms} _ => Value::Null }}")
}

fn one(outcome: &Outcome) -> String {
    let told = match outcome {
        Outcome::Empty => "empty()",
        Outcome::Json(_) => "value(&told)",
        Outcome::Text => "text(&told)",
        Outcome::Bytes => "bytes(&told)",
        Outcome::Stream(Framing::Event, _) => "stream(Vec::new())",
        Outcome::Stream(..) => "items(told).await",
        Outcome::Redirect(body) => return format!("redirect(&told, |told| {})", one(body)),
        Outcome::ByStatus(_) => "Value::Null",
    };
    told.to_owned()
}

/// The documented error, as the program tells it: that of the status, or the model of another form of it.
pub(super) fn documented(index: usize, plan: &Plan) -> String {
    let errors = &plan.calls[index].errors;
    if errors.is_empty() {
        return "Value::Null".to_owned();
    }
    let name = path(index, plan.names.error(index), plan);
    let operation = &plan.api.operations[index];
    let status = |response: usize| operation.responses[response].status.to_string();
    let arm = |(response, _): &(usize, Outcome)| {
        let (status, variant) = (
            status(*response),
            ident(plan.names.status(index, *response)),
        );
        format!("Some({name}::{variant}(told)) => by_status({status:?}, value(&told)), ")
    };
    let arms: String = errors.iter().map(arm).collect();
    let other = |response: usize, content: &Content| {
        let (status, media_type) = (status(response), &content.media_type);
        let ty = rust_type(&content.ty, plan);
        format!(
            "({status:?}, {media_type:?}) => error.model::<{ty}>().map_or(Value::Null, |told| by_status({status:?}, value(&told))), "
        )
    };
    let others = errors.iter().flat_map(|(response, _)| {
        let contents = operation.answered(*response);
        let (first, after) = contents.split_first().unzip();
        let is_other = move |content: &&Content| {
            content.kind == ContentKind::Json
                && first.is_some_and(|first: &Content| !first.is_same_json(content))
        };
        let after = after.into_iter().flatten().filter(is_other);
        after.map(|content| other(*response, content))
    });
    let others: String = others.collect();
    format!(
        "match said {{ {others}_ => match error.documented::<{name}>() {{ {arms} _ => Value::Null }} }}"
    )
}

/// The path of a type of an operation.
fn path(index: usize, name: &Name, plan: &Plan) -> String {
    let (package, module) = (plan.package.crate_name(), group(index, plan));
    let module = plan.names.group_module(module);
    format!("{package}::operations::{}::{}", ident(&module), ident(name))
}
