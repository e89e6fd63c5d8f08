//! What came of a call, as a program tells it: the success, and the documented error.

use tintype::inspect::rust_type;
use tintype::ir::{Content, ContentKind, Framing, Response};
use tintype::naming::{Name, ident};
use tintype::plan::{Answer, Documented, Given, Held, Operation, Plan};

/// What the success is, as the program tells it.
pub(super) fn told(operation: &Operation<'_>, answer: &Answer<'_>, plan: &Plan) -> String {
    let all = match &answer.given {
        Given::Single { held, .. } => return one(held),
        Given::ByStatus(all) => all,
    };
    let name = path(operation, answer.output, plan);
    let arm = |documented: &Documented<'_>| {
        let status = documented.status().to_string();
        let variant = ident(documented.variant);
        let held = if documented.held == Held::Nothing {
            ""
        } else {
            "(told)"
        };
        let told = one(&documented.held);
        format!("{name}::{variant}{held} => by_status({status:?}, {told}), ")
    };
    let arms: String = all.iter().map(arm).collect();
    format!("match told {{ {arms} _ => Value::Null }}")
}

fn one(held: &Held<'_>) -> String {
    let told = match held {
        Held::Nothing => "empty()",
        Held::Json { .. } => "value(&told)",
        Held::Text => "text(&told)",
        Held::Bytes => "bytes(&told)",
        Held::Stream {
            framing: Framing::Event,
            ..
        } => "stream(Vec::new())",
        Held::Stream { .. } => "items(told).await",
        Held::Redirect(body) => return format!("redirect(&told, |told| {})", one(body)),
    };
    told.to_owned()
}

/// The documented error, as the program tells it: that of the status, or the model of another form of it.
pub(super) fn documented(operation: &Operation<'_>, plan: &Plan) -> String {
    let Some(errors) = &operation.errors else {
        return "Value::Null".to_owned();
    };
    let name = path(operation, errors.name, plan);
    let arm = |error: &Documented<'_>| {
        let (status, variant) = (error.status().to_string(), ident(error.variant));
        format!("Some({name}::{variant}(told)) => by_status({status:?}, value(&told)), ")
    };
    let arms: String = errors.all.iter().map(arm).collect();
    let other = |response: &Response, content: &Content| {
        let (status, media_type) = (response.status.to_string(), &content.media_type);
        let ty = rust_type(&content.ty, plan);
        format!(
            "({status:?}, {media_type:?}) => error.model::<{ty}>().map_or(Value::Null, |told| by_status({status:?}, value(&told))), "
        )
    };
    let others = errors.all.iter().flat_map(|error| {
        let contents = operation.source.forms(error.response);
        let (first, after) = contents.split_first().unzip();
        let is_other = move |content: &&Content| {
            content.kind == ContentKind::Json
                && first.is_some_and(|first: &Content| !first.is_same(content))
        };
        let after = after.into_iter().flatten().filter(is_other);
        after.map(|content| other(error.response, content))
    });
    let others: String = others.collect();
    format!(
        "match said {{ {others}_ => match error.documented::<{name}>() {{ {arms} _ => Value::Null }} }}"
    )
}

/// The path of a type of an operation.
fn path(operation: &Operation<'_>, name: &Name, plan: &Plan) -> String {
    let (package, module) = (plan.package.crate_name(), operation.resource.module());
    format!("{package}::operations::{}::{}", ident(&module), ident(name))
}
