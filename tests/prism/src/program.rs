//! A program that makes every call of an API, as Rust: the plan in, text out.

use tintype::examples::{self, Call, Extent};
use tintype::ir::SchemeKind;
use tintype::plan::{Credential, Plan};

/// What is the same in each program. It needs `client`, `all` and the errors of the generated crate.
const FRAME: &str = include_str!("program/frame.rs");

/// How much the calls give, with the word for it.
pub(crate) const EXTENTS: [(Extent, &str); 2] = [(Extent::Short, "short"), (Extent::Full, "full")];

/// The program. An operation without an example call is left out.
pub(crate) fn of(plan: &Plan) -> String {
    let lib = plan.package.crate_name();
    let client = &plan.package.client;
    let variable = examples::client(plan);
    let mut calls = Vec::new();
    let mut functions = Vec::new();
    for (extent, word) in EXTENTS {
        for operation in plan.operations() {
            if let Some(call) = examples::call(&operation, plan, extent) {
                let marker = operation.marker;
                let label = format!("{word}\t{marker}");
                let body = body(&call, &label, &lib);
                calls.push(format!("    {word}_{marker}({variable}).await;\n"));
                functions.push(format!(
                    "async fn {word}_{marker}({variable}: &{client}) {{\n{body}}}\n"
                ));
            }
        }
    }
    let (made, calls, functions) = (construct(plan), calls.concat(), functions.join("\n"));
    // Everything that is optional is given, also what is deprecated.
    format!(
        "#![allow(deprecated, non_snake_case)]

use {lib}::{{{client}, Error, ErrorKind, Response, RetryConfig}};

{FRAME}
fn client(server: &str) -> {client} {{
    {made}
}}

async fn all({variable}: &{client}) {{
{calls}}}

{functions}"
    )
}

fn body(call: &Call, label: &str, lib: &str) -> String {
    let models = call.models.iter();
    let imports: Vec<String> = models
        .map(|model| format!("    use {lib}::models::{model};\n"))
        .collect();
    let setup = call.setup.join("\n    ");
    format!(
        "{}    {setup}\n    let answer = {}.send().await;\n    report({label:?}, answer);\n",
        imports.concat(),
        call.request
    )
}

/// The expression that makes a client with a credential for every scheme, for the variable `server`.
pub fn construct(plan: &Plan) -> String {
    let client = plan.client();
    let secret = |credential: &Credential<'_>| match credential.scheme.kind {
        SchemeKind::Basic => "user:password",
        SchemeKind::Http(_) => "Scheme secret",
        SchemeKind::Bearer | SchemeKind::ApiKey { .. } | SchemeKind::Outside => "secret",
    };
    let first = client.credential.iter();
    let first = first.map(|credential| format!("{:?}", secret(credential)));
    let further = client.further.iter().map(|credential| {
        let key = &credential.scheme.wire;
        format!(".credential({key:?}, {:?})", secret(credential))
    });
    let url = client.address.map(|_| "server".to_owned());
    let arguments: Vec<String> = url.into_iter().chain(first).collect();
    format!(
        "{}::builder({}){}.server_url(server).retries(RetryConfig::NEVER).build().unwrap()",
        plan.package.client,
        arguments.join(", "),
        further.collect::<String>()
    )
}
