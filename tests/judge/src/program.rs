//! A program that calls every operation of an API with values that it reads: the plan in, text out.

use tintype::inspect::rust_type;
use tintype::ir::{
    Additional, Content, ContentKind, Param, ParamLocation, Shape, Struct, Type, TypeId,
};
use tintype::naming::{Name, ident};
use tintype::plan::{Outcome, Plan, Presence, Role};
use tintype_prism_tests::construct;

/// What is the same in each program. It needs `client`, `CALLERS` and the types of the generated crate.
const FRAME: &str = include_str!("program/frame.rs");

/// What the program says where it would need a method for a form of the body and a form of the answer at once.
pub(crate) const BOTH: &str = " and asks for another answer";

/// The program.
pub fn of(plan: &Plan) -> String {
    let lib = plan.package.crate_name();
    let operations = 0..plan.api.operations.len();
    let callers: Vec<String> = operations
        .clone()
        .map(|index| caller(index, plan))
        .collect();
    let rows: Vec<String> = operations.map(|index| row(index, plan)).collect();
    let files = if plan.sends_files() {
        format!("use {lib}::{{File, MultipartForm}};\n")
    } else {
        format!("use {lib}::runtime::File;\n")
    };
    let client = &plan.package.client;
    let made = construct(plan);
    format!(
        "#![allow(deprecated, dead_code, unused, non_snake_case, clippy::all)]

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{{Value, json}};
use {lib}::runtime::Redirect;
use {lib}::{{{client}, Error, Response, RetryConfig}};
{files}
{FRAME}
type Api = {client};

fn client(server: &str) -> Api {{
    {made}
}}

const CALLERS: &[(&str, Caller)] = &[
{}];

{}",
        rows.concat(),
        callers.join("\n")
    )
}

fn row(index: usize, plan: &Plan) -> String {
    let operation = &plan.api.operations[index];
    let key = format!("{} {}", operation.method, operation.path);
    format!("    ({key:?}, call_{index}),\n")
}

/// One form in which an operation is asked for its answer: its method, and what it gives.
struct Form<'p> {
    /// The method of another form than the plain one.
    function: Option<&'p Name>,
    output: &'p Name,
    outcome: &'p Outcome,
    /// The answers that only this form asks for and reads: the status and the media type as the document writes them.
    reads: Vec<(String, String)>,
}

/// The forms of an operation, the plain one last: it takes what no other one reads.
fn forms(index: usize, plan: &Plan) -> Vec<Form<'_>> {
    let (operation, call, names) = (&plan.api.operations[index], &plan.calls[index], &plan.names);
    let plain = operation.plain_answer();
    let asked = plan.accepted(index, &plain);
    let mut forms = Vec::new();
    for (other, answer) in operation.other_answers().into_iter().enumerate() {
        let asks = plan.accepted(index, &answer);
        let named = answer.reads.iter().filter_map(|(response, content)| {
            let media_type = operation
                .answered(*response)
                .get((*content)?)?
                .media_type
                .as_str();
            let is_plain =
                plain.reads.contains(&(*response, *content)) && asked.contains(&media_type);
            let status = operation.responses[*response].status.to_string();
            (!is_plain && asks.contains(&media_type)).then(|| (status, media_type.to_owned()))
        });
        forms.push(Form {
            function: Some(names.answer_function(index, other)),
            output: names.answer_output(index, other),
            outcome: &call.others[other],
            reads: named.collect(),
        });
    }
    forms.push(Form {
        function: None,
        output: names.output(index),
        outcome: &call.success,
        reads: Vec::new(),
    });
    forms
}

/// The function that makes the calls of one operation.
fn caller(index: usize, plan: &Plan) -> String {
    let operation = &plan.api.operations[index];
    let mut reads = Vec::new();
    let mut arguments = Vec::new();
    let mut setters = Vec::new();
    for (position, param) in operation.params.iter().enumerate() {
        let ty = held(&param.ty, plan);
        let (place, wire) = (word(param), &param.wire);
        match plan.param_role(param) {
            Role::Argument => {
                reads.push(format!(
                    "        let p{position}: {ty} = case.required({place:?}, {wire:?})?;\n"
                ));
                arguments.push(lent(&param.ty, &format!("p{position}"), plan));
            }
            Role::Setter => {
                let setter = ident(plan.names.param(index, position));
                let value = lent(&param.ty, "given", plan);
                setters.push(format!(
                    "            if let Some(given) = case.given::<{ty}>({place:?}, {wire:?})? {{ request = request.{setter}({value}); }}\n"
                ));
            }
            Role::Fixed => {}
        }
    }
    let (reads, setters) = (reads.concat(), setters.concat());
    let documented = documented(index, plan);
    let calls = forms(index, plan).into_iter().map(|form| {
        let request = request(index, form.function, &arguments, plan);
        let told = told(index, &form, plan);
        let is_asked = match form.function {
            Some(_) => format!("if case.is_answered(&{:?}) ", form.reads),
            None => String::new(),
        };
        format!(
            "        {is_asked}{{
            let mut request = {request};
{setters}            return Ok(report(request.server_url(&case.server).send().await, |told| {told}, |error, said| {documented}, case));
        }}
"
        )
    });
    let calls: String = calls.collect();
    format!(
        "fn call_{index}<'c>(client: &'c Api, case: &'c Case) -> Done<'c> {{
    Box::pin(async move {{
{reads}{calls}    }})
}}
"
    )
}

/// The request value, by the media type of its body. `asking` is the method of another form of the answer.
fn request(index: usize, asking: Option<&Name>, arguments: &[String], plan: &Plan) -> String {
    let operation = &plan.api.operations[index];
    let group = plan.names.group_method(group(index, plan));
    let resource = format!("client.{}()", ident(group));
    let function = asking.unwrap_or(plan.names.function(index));
    let plain = format!("{resource}.{}({})", ident(function), arguments.join(", "));
    let Some(body) = &operation.body else {
        return plain;
    };
    let with = |function: &Name, content: &Content| {
        let (before, given) = sent(content, plan);
        let all = [arguments, &[given]].concat().join(", ");
        let media_type = &content.media_type;
        let call = format!("{{ {before} {resource}.{}({all}) }}", ident(function));
        format!("                Some({media_type:?}) => {call}\n")
    };
    let mut arms = Vec::new();
    if body.required {
        arms.push(with(function, &body.main));
    } else {
        let (before, given) = sent(&body.main, plan);
        arms.push(format!("                None => {plain},\n"));
        arms.push(format!(
            "                Some({:?}) => {{ {before} {plain}.body({given}) }}\n",
            body.main.media_type
        ));
    }
    for (other, content) in body.others.iter().enumerate().filter(|_| asking.is_none()) {
        arms.push(with(plan.names.body_function(index, other), content));
    }
    let both = if asking.is_some() { BOTH } else { "" };
    format!(
        "match case.media() {{\n{}                other => return Err(format!(\"no method sends {{other:?}}{both}\")),\n            }}",
        arms.concat()
    )
}

/// The statements that read a body, and how it is lent.
fn sent(content: &Content, plan: &Plan) -> (String, String) {
    match content.kind {
        ContentKind::Bytes | ContentKind::Stream(_) => ("let body = case.bytes();".to_owned(), "body".to_owned()),
        ContentKind::Text => ("let body = case.text()?;".to_owned(), "&body".to_owned()),
        ContentKind::Multipart if content.ty == Type::Any => (
            "let mut body = MultipartForm::new(); for (name, value) in case.rest::<Value>(&[])? { body = body.value(&name, &value); }".to_owned(),
            "&body".to_owned(),
        ),
        ContentKind::Json | ContentKind::Form | ContentKind::Multipart => {
            if let Some((id, form)) = form(&content.ty, plan) {
                return (put_together(id, form, plan), "&body".to_owned());
            }
            let ty = held(&content.ty, plan);
            (format!("let body: {ty} = case.body()?;"), lent(&content.ty, "body", plan))
        }
    }
}

/// The struct of a form with files, which no JSON is read into.
fn form<'p>(ty: &Type, plan: &'p Plan) -> Option<(TypeId, &'p Struct)> {
    let Type::Named(id) = ty else { return None };
    match &plan.api.get(*id).shape {
        Shape::Struct(object) if object.is_form => Some((*id, object)),
        Shape::Alias(inner) => form(inner, plan),
        _ => None,
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
        let (name, ty) = (ident(plan.names.additional(id)), rust_type(value, plan));
        setters.push(format!(
            " body = body.{name}(case.rest::<{ty}>(&{named:?})?);"
        ));
    }
    let ty = rust_type(&Type::Named(id), plan);
    format!(
        "let mut body = {ty}::new({});{}",
        arguments.join(", "),
        setters.concat()
    )
}

/// The path of a type of an operation.
fn path(index: usize, name: &Name, plan: &Plan) -> String {
    let (package, module) = (plan.package.crate_name(), group(index, plan));
    let module = plan.names.group_module(module);
    format!("{package}::operations::{}::{}", ident(&module), ident(name))
}

/// The group of an operation.
fn group(index: usize, plan: &Plan) -> usize {
    let mut groups = plan.groups.iter();
    let group = groups.position(|group| group.operations.contains(&index));
    group.unwrap_or_default()
}

/// What the success is, as the program tells it.
fn told(index: usize, form: &Form<'_>, plan: &Plan) -> String {
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
        Outcome::Json(_) => "value(told)",
        Outcome::Text => "text(told)",
        Outcome::Bytes => "bytes(told)",
        Outcome::Stream(..) => "stream()",
        Outcome::Redirect(body) => return format!("redirect(told, |told| {})", one(body)),
        Outcome::ByStatus(_) => "Value::Null",
    };
    told.to_owned()
}

/// The documented error, as the program tells it: that of the status, or the model of another form of it.
fn documented(index: usize, plan: &Plan) -> String {
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

/// The type that an argument is read as. A text is lent as a `str`, whatever its format.
fn held(ty: &Type, plan: &Plan) -> String {
    match plan.text(ty) {
        Some(_) => "String".to_owned(),
        None => rust_type(ty, plan),
    }
}

fn lent(ty: &Type, name: &str, plan: &Plan) -> String {
    let is_number = matches!(ty, Type::Bool | Type::Integer(_) | Type::Number(_));
    if is_number && plan.text(ty).is_none() {
        name.to_owned()
    } else {
        format!("&{name}")
    }
}

fn word(param: &Param) -> &'static str {
    match param.location {
        ParamLocation::Path => "path",
        ParamLocation::Query => "query",
        ParamLocation::Header => "header",
        ParamLocation::Cookie => "cookie",
    }
}
