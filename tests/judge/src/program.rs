//! A program that calls every operation of an API with values that it reads: the plan in, text out.

mod answer;
mod body;

use tintype::inspect::rust_type;
use tintype::ir::{Body, Content, Param, ParamLocation, Type};
use tintype::naming::{Name, ident};
use tintype::plan::{Answer, Operation, Plan, Role};
use tintype_prism_tests::construct;

/// What is the same in each program. It needs `client`, `CALLERS` and the types of the generated crate.
const FRAME: &str = include_str!("program/frame.rs");

/// What the program says where it would need a method for a form of the body and a form of the answer at once.
pub(crate) const BOTH: &str = " and asks for another answer";

/// What stands for files in the program of a crate that has none: nothing calls it.
const NO_FILES: &str = "
struct File;

impl File {
    fn new(_: impl Into<Vec<u8>>) -> Self { Self }
    fn name(self, _: impl Into<String>) -> Self { self }
}
";

/// How the items of a stream are read, where a crate has streams.
const ITEMS: &str = "
/// All items of a stream.
async fn items<T: Serialize + Debug>(mut items: EventStream<T>) -> Value {
    let mut all = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => all.push(value(&item)),
            Err(error) => return json!({ \"kind\": \"stream\", \"items\": all, \"error\": error.to_string() }),
        }
    }
    stream(all)
}
";

/// The program.
pub fn of(plan: &Plan) -> String {
    let lib = plan.package.crate_name();
    let operations: Vec<Operation<'_>> = plan.operations().collect();
    let callers = operations.iter().map(|operation| caller(operation, plan));
    let callers: Vec<String> = callers.collect();
    let rows: Vec<String> = operations.iter().map(row).collect();
    let files = if plan.sends_files() {
        format!("use {lib}::{{File, MultipartForm}};\n")
    } else {
        NO_FILES.to_owned()
    };
    let items = if plan.has_streams() {
        format!("use {lib}::EventStream;\n{ITEMS}")
    } else {
        String::new()
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
{files}{items}
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

fn row(operation: &Operation<'_>) -> String {
    format!("    ({:?}, call_{}),\n", operation.route(), operation.key.0)
}

/// One form in which an operation is asked for its answer: its method, and what it gives.
struct Form<'o, 'p> {
    /// The method of another form than the plain one.
    function: Option<&'p Name>,
    answer: &'o Answer<'p>,
    /// The answers that only this form asks for and reads: the status and the media type as the document writes them.
    reads: Vec<(String, String)>,
}

/// The forms of an operation, the plain one last: it takes what no other one reads.
fn forms<'o, 'p>(operation: &'o Operation<'p>) -> Vec<Form<'o, 'p>> {
    let source = operation.source;
    let Some(asked) = operation.answer() else {
        return Vec::new();
    };
    let plain = source.plain_answer();
    let others = operation.other_answers().iter().zip(source.other_answers());
    let others = others.map(|(answer, other)| {
        let named = other.reads.iter().filter_map(|(response, content)| {
            let (from, form) = source.form((*response, (*content)?))?;
            let media_type = form.media_type.as_str();
            let is_plain = plain.reads.contains(&(*response, *content))
                && asked.accepted.contains(&media_type);
            let is_own = !is_plain && answer.accepted.contains(&media_type);
            is_own.then(|| (from.status.to_string(), media_type.to_owned()))
        });
        Form {
            function: Some(answer.function),
            answer,
            reads: named.collect(),
        }
    });
    let plain = Form {
        function: None,
        answer: asked,
        reads: Vec::new(),
    };
    others.chain([plain]).collect()
}

/// The function that makes the calls of one operation.
fn caller(operation: &Operation<'_>, plan: &Plan) -> String {
    let mut reads = Vec::new();
    let mut arguments = Vec::new();
    let mut setters = Vec::new();
    for (position, param) in operation.params.iter().enumerate() {
        let source = param.source;
        let ty = held(&source.ty, plan);
        let (place, wire) = (word(source), &source.wire);
        match param.role {
            Role::Argument => {
                reads.push(format!(
                    "        let p{position}: {ty} = case.required({place:?}, {wire:?})?;\n"
                ));
                arguments.push(lent(&source.ty, &format!("p{position}"), plan));
            }
            Role::Setter => {
                let setter = ident(param.name);
                let value = lent(&source.ty, "given", plan);
                setters.push(format!(
                    "            if let Some(given) = case.given::<{ty}>({place:?}, {wire:?})? {{ request = request.{setter}({value}); }}\n"
                ));
            }
            Role::Fixed => {}
        }
    }
    let (reads, setters) = (reads.concat(), setters.concat());
    let ranged = ranged(operation);
    let documented = answer::documented(operation, plan);
    let calls = forms(operation).into_iter().map(|form| {
        let request = request(operation, form.function, &arguments, plan);
        let told = answer::told(operation, form.answer, plan);
        let is_asked = match form.function {
            Some(_) => format!("if case.is_answered(&{:?}) ", form.reads),
            None => String::new(),
        };
        format!(
            "        {is_asked}{{
            let mut request = {request};
{setters}{ranged}            return Ok(report(request.server_url(&case.server).send().await, |told| Box::pin(async move {{ {told} }}), |error, said| {documented}, case).await);
        }}
"
        )
    });
    let calls: String = calls.collect();
    let index = operation.key.0;
    format!(
        "fn call_{index}<'c>(client: &'c Api, case: &'c Case) -> Done<'c> {{
    Box::pin(async move {{
{reads}{calls}    }})
}}
"
    )
}

/// Says which media type of a range such as `image/*` the body is: the caller alone knows.
fn ranged(operation: &Operation<'_>) -> &'static str {
    let body = operation.source.body.iter();
    let mut contents = body.flat_map(Body::contents);
    let is_range =
        |content: &Content| content.media_type.ends_with("/*") && content.media_type != "*/*";
    if contents.any(is_range) {
        "            if let Some(named) = case.concrete() { request = request.header(\"content-type\", named); }\n"
    } else {
        ""
    }
}

/// The request value, by the media type of its body. `asking` is the method of another form of the answer.
fn request(
    operation: &Operation<'_>,
    asking: Option<&Name>,
    arguments: &[String],
    plan: &Plan,
) -> String {
    let resource = format!("client.{}()", ident(operation.resource.method));
    let function = asking.unwrap_or(operation.function);
    let plain = format!("{resource}.{}({})", ident(function), arguments.join(", "));
    let Some(body) = &operation.body else {
        return plain;
    };
    let with = |function: &Name, content: &Content| {
        let (before, given) = body::sent(content, plan);
        let all = [arguments, &[given]].concat().join(", ");
        let media_type = &content.media_type;
        let call = format!("{{ {before} {resource}.{}({all}) }}", ident(function));
        format!("                Some({media_type:?}) => {call}\n")
    };
    let mut arms = Vec::new();
    let main = body.main.content;
    if body.required {
        arms.push(with(function, main));
    } else {
        let (before, given) = body::sent(main, plan);
        arms.push(format!("                None => {plain},\n"));
        arms.push(format!(
            "                Some({:?}) => {{ {before} {plain}.body({given}) }}\n",
            main.media_type
        ));
    }
    for sent in body.others.iter().filter(|_| asking.is_none()) {
        arms.push(with(sent.function, sent.content));
    }
    let both = if asking.is_some() { BOTH } else { "" };
    format!(
        "match case.media() {{\n{}                other => return Err(format!(\"no method sends {{other:?}}{both}\")),\n            }}",
        arms.concat()
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
        ParamLocation::Query if param.whole_query.is_some() => "querystring",
        ParamLocation::Query => "query",
        ParamLocation::Header => "header",
        ParamLocation::Cookie => "cookie",
    }
}
