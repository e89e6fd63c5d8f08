//! What the documentation of resources and operations says.

use super::super::doc;
use super::answers;
use crate::examples::{self, Extent};
use crate::ir::{Content, IdempotencyKey, Status};
use crate::markdown;
use crate::naming::Name;
use crate::plan::{Answer, Operation, Pages, Plan, Resource, Sent};

/// The documentation of a resource: the description of its tag.
pub(super) fn resource(resource: Resource<'_>) -> Vec<String> {
    let described = resource.tag.and_then(|tag| tag.description.as_deref());
    let mut lines = described.map_or_else(
        || {
            vec![format!(
                "The operations of {}.",
                markdown::code(resource.text)
            )]
        },
        markdown::lines,
    );
    let feature = resource
        .feature()
        .map(|feature| format!("Comes with the feature `{feature}`."));
    doc::paragraph(&mut lines, feature.into_iter().collect());
    let link = resource.tag.and_then(|tag| tag.link.as_deref());
    doc::paragraph(&mut lines, doc::more(link));
    lines
}

/// The documentation of an operation's method.
pub(super) fn method(operation: &Operation<'_>, plan: &Plan) -> Vec<String> {
    let mut lines = about(operation);
    let route = std::iter::once(route(operation)).chain(operation.remarks());
    doc::paragraph(&mut lines, route.collect());
    doc::paragraph(&mut lines, arguments(operation));
    doc::paragraph(&mut lines, needed(operation));
    doc::paragraph(&mut lines, sent(operation));
    doc::paragraph(&mut lines, key(operation));
    doc::paragraph(&mut lines, answered(operation));
    doc::paragraph(&mut lines, answers::headers(operation));
    doc::paragraph(&mut lines, example(operation, plan));
    doc::paragraph(&mut lines, answers::errors(operation, plan));
    lines
}

/// The documentation of a method that sends another form of the body.
pub(super) fn other_body(operation: &Operation<'_>, sent: &Sent<'_>) -> Vec<String> {
    let name = markdown::code(&operation.function.code());
    vec![format!(
        "As {name}, with a body that is sent {}",
        with_media_type(sent.content)
    )]
}

/// The documentation of a method that asks for another form of the answer.
pub(super) fn other_answer(operation: &Operation<'_>, answer: &Answer<'_>) -> Vec<String> {
    let name = markdown::code(&operation.function.code());
    let media_type = markdown::code(answer.media_type().unwrap_or_default());
    let said = format!("As {name}, and asks for an answer as {media_type}");
    let items = answer.whole.as_ref().map(|_| ITEMS);
    vec![[&said, &*flag(answer), ".", items.unwrap_or_default()].concat()]
}

/// What becomes of the member of the body that chooses the answer.
fn flag(answer: &Answer<'_>) -> String {
    answer.flag.map_or_else(String::new, |(member, is_on)| {
        let member = markdown::code(member);
        format!(": {member} is sent as `{is_on}`, whatever the body says")
    })
}

/// How the items of a stream are taken.
const ITEMS: &str = " [`next`](runtime::EventStream::next) gives its items, one after the other.";

/// The documentation of an operation with another form of its answer.
pub(super) fn answered_as(operation: &Operation<'_>, answer: &Answer<'_>) -> String {
    let media_type = markdown::code(answer.media_type().unwrap_or_default());
    let route = super::route(operation);
    format!("The operation {route}, answered as {media_type}.")
}

/// What is asked for where there is a choice, and answers that are no bodies.
fn answered(operation: &Operation<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(answer) = operation.answer()
        && let (Some(media_type), [_, ..]) = (answer.media_type(), operation.other_answers())
    {
        let media_type = markdown::code(media_type);
        let flag = flag(answer);
        lines.push(format!("The answer is asked for as {media_type}{flag}."));
    }
    let is_stream = operation
        .answer()
        .is_some_and(|answer| answer.whole.is_some());
    if is_stream {
        lines.push(format!("The answer is a stream.{ITEMS}"));
    }
    lines.extend(operation.pages.as_ref().map(paged));
    if operation.source.gives_redirects() {
        lines.push(
            "A [`Redirect`](runtime::Redirect) says where to go, and `follow` gives what is there."
                .to_owned(),
        );
    }
    let responses = operation.source.responses.iter();
    let mut statuses = responses.map(|response| response.status);
    if statuses.any(|status| status == Status::Code(304)) {
        let method = "[`or_not_modified`](runtime::Request::or_not_modified)";
        lines.push(format!("With {method}, the answer 304 is `None`."));
    }
    lines
}

/// How the answer is taken page by page.
fn paged(pages: &Pages<'_>) -> String {
    let items = pages.items.as_ref().map_or(
        "",
        |_| "[`items`](runtime::Request::items) gives the items of all of them, ",
    );
    format!(
        "The answer comes in pages: {items}[`pages`](runtime::Request::pages) gives one page after the other."
    )
}

/// What the body is sent as, where that is not plainly JSON.
fn sent(operation: &Operation<'_>) -> Vec<String> {
    let body = operation.body.as_ref();
    let is_plain = |content: &Content| content.sent == "application/json";
    let said = body.filter(|body| !body.others.is_empty() || !is_plain(body.main.content));
    let line = said.map(|body| format!("The body is sent {}", with_media_type(body.main.content)));
    line.into_iter().collect()
}

/// What becomes of a call without a key.
fn key(operation: &Operation<'_>) -> Vec<String> {
    let made = operation.source.idempotency_key();
    let made = made.filter(|(param, key)| !param.required && *key == IdempotencyKey::Made);
    let said = made.map(|(param, _)| {
        let header = markdown::code(&param.wire);
        format!("A call without the header {header} makes one, the same for all its attempts, and is repeated like one that is safe.")
    });
    said.into_iter().collect()
}

/// `as text/csv`; a range leaves the choice to the caller.
fn with_media_type(content: &Content) -> String {
    let sent = markdown::code(&content.sent);
    if content.is_named_by_callers() {
        format!(
            "as what the header `content-type` names, which has to be in {sent}; without that header the call is an error."
        )
    } else if !content.media_type.contains('*') {
        format!("as {sent}.")
    } else {
        let range = markdown::code(&content.media_type);
        format!("as {sent}; the header `content-type` may name anything else in {range}.")
    }
}

fn about(operation: &Operation<'_>) -> Vec<String> {
    let docs = &operation.source.docs;
    let mut lines = Vec::new();
    if let Some(title) = &docs.title {
        lines.push(markdown::sentence(&markdown::line(title)));
    }
    let described = docs.description.as_deref();
    if let Some(description) = described.filter(|text| docs.title.as_deref() != Some(*text)) {
        doc::paragraph(&mut lines, markdown::lines(description));
    }
    doc::paragraph(&mut lines, doc::more(docs.link.as_deref()));
    lines
}

/// The route, and what the request value has setters for.
fn route(operation: &Operation<'_>) -> String {
    let route = super::route(operation);
    let setters = operation.setters().map(|param| param.name.code());
    let body = operation.optional_body().map(|_| "body".to_owned());
    let setters: Vec<String> = setters
        .chain(body)
        .map(|name| markdown::code(&name))
        .collect();
    match &setters[..] {
        [] => format!("{route}."),
        [one] => format!("{route}, with the setter {one}."),
        all => format!("{route}, with the setters {}.", all.join(", ")),
    }
}

/// The required parameters, which are arguments.
fn arguments(operation: &Operation<'_>) -> Vec<String> {
    let described = operation.arguments().filter_map(|param| {
        let facts = doc::short(&param.source.docs);
        let name = markdown::code(&param.name.code());
        (!facts.is_empty()).then(|| format!("- {name}: {}", facts.join(" ")))
    });
    described.collect()
}

/// The credentials that the client is not made with, and what tokens have to be good for.
fn needed(operation: &Operation<'_>) -> Vec<String> {
    let link = |name: &Name| {
        let name = name.code();
        format!(
            "[{}](runtime::ClientBuilder::{name})",
            markdown::code(&name)
        )
    };
    let said = [operation.needed(link), operation.allowed(markdown::code)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() {
        said
    } else {
        vec![said.join(" ")]
    }
}

/// A call; what every example needs is hidden.
fn example(operation: &Operation<'_>, plan: &Plan) -> Vec<String> {
    let Some(call) = examples::call(operation, plan, Extent::Short) else {
        return Vec::new();
    };
    let package = plan.package.crate_name();
    let mut lines = vec!["# Example".to_owned(), "```".to_owned()];
    if !call.models.is_empty() {
        let models: Vec<&str> = call.models.iter().map(String::as_str).collect();
        let models = if let [one] = models[..] {
            one.to_owned()
        } else {
            format!("{{{}}}", models.join(", "))
        };
        lines.push(format!("use {package}::models::{models};"));
    }
    let (variable, client) = (examples::client(plan), &*plan.package.client);
    let error = &*plan.package.error;
    lines.push(format!(
        "# async fn example({variable}: {package}::{client}) -> Result<(), {package}::{error}> {{"
    ));
    lines.extend(call.lines());
    lines.extend(["# Ok(()) }", "```"].map(str::to_owned));
    lines
}
