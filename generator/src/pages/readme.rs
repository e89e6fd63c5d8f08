//! The README of the crate: what it is, how to start, where the rest is.

use std::collections::BTreeMap;

use super::table::{bars, cell, table};
use super::{model_page, slug};
use crate::cargo_toml::{ALL_MODELS, ALL_RESOURCES};
use crate::draft::Draft;
use crate::examples;
use crate::ir::{KeyLocation, SchemeKind};
use crate::markdown;
use crate::plan::{File, Plan};
use crate::templates::{self, Safe};

/// The README.
pub(super) fn item(plan: &Plan) -> Draft {
    let info = &plan.api.info;
    let about = info.description.as_deref().map_or_else(
        || vec![markdown::line(&plan.package.description)],
        markdown::lines,
    );
    let slots = [
        ("package", Safe::written(plan.package.name.clone())),
        ("about", Safe::written(about.join("\n"))),
        ("title", Safe::written(markdown::line(&info.title))),
        ("api_version", Safe::written(markdown::line(&info.version))),
        ("example", Safe::written(example(plan).join("\n"))),
        ("server", Safe::written(server(plan))),
        ("servers", Safe::written(servers(plan))),
        ("variables", Safe::written(variables(plan))),
        ("credentials", Safe::written(credentials(plan))),
        ("error", Safe::written(plan.package.error.to_string())),
        ("errors", Safe::written(errors(plan))),
        ("futures", Safe::written(futures(plan))),
        ("formats", Safe::written(formats(plan))),
        ("alone", Safe::written(alone(plan))),
        ("resources", Safe::written(resources(plan).join("\n"))),
        ("models", Safe::written(models(plan).join("\n"))),
    ];
    Draft::text("README.md", templates::fill(templates::README, &slots))
}

/// The first operation that has a good example.
fn example(plan: &Plan) -> Vec<String> {
    examples::first(plan).map_or_else(
        || {
            vec![format!(
                "use {}::{};",
                plan.package.crate_name(),
                plan.package.client
            )]
        },
        |call| examples::program(&call, plan),
    )
}

/// The server that is called where nobody names another one.
fn server(plan: &Plan) -> String {
    match plan.api.servers.first() {
        _ if plan.client().address.is_some() => "the one that the client was made with".to_owned(),
        Some(server) => markdown::code(&server.url),
        None => "none".to_owned(),
    }
}

/// The servers, where there is something to say of them.
fn servers(plan: &Plan) -> String {
    let servers = markdown::servers(&plan.api.servers);
    if servers.is_empty() {
        return String::new();
    }
    let text = servers.join("\n");
    format!(
        "## Servers\n\nThe servers of the document by number, the first of which is called by default, with the variables of their URLs:\n\n{text}\n\n"
    )
}

/// The row of what takes values for the URLs of servers.
fn variables(plan: &Plan) -> String {
    if plan.has_server_variables() {
        "\n| `server_variable` | sets a variable in the URL of a server | that of the document |"
            .to_owned()
    } else {
        String::new()
    }
}

/// What each security scheme is given to, and what becomes of it.
fn credentials(plan: &Plan) -> String {
    let client = plan.client();
    let variable = client.from_env.map(|variable| {
        let variable = markdown::code(variable);
        format!(", or stands in {variable} for `from_env`")
    });
    let taken_by = format!("`new` and `builder`{}", variable.unwrap_or_default());
    let first = client.credential.map(|one| (one, taken_by));
    let further = client.further.iter().copied();
    let further = further.map(|one| (one, format!("`{}` of the builder", one.name.code())));
    let rows: Vec<Vec<String>> = first
        .into_iter()
        .chain(further)
        .map(|(one, taken_by)| {
            let about: Option<Vec<String>> = one.scheme.description.as_deref().map(markdown::flat);
            let wire = bars(&markdown::code(&one.scheme.wire));
            let about = about.map(|lines| cell(&lines)).unwrap_or_default();
            vec![wire, taken_by, sent_as(&one.scheme.kind), about]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let mut lines = vec!["## Credentials".to_owned(), String::new()];
    lines.extend(table(
        &["scheme", "is given to", "is sent as", "what it is"],
        &rows,
    ));
    lines.extend(["", "A credential is a text, a user name and a password (`Credential::basic`), or a function that is asked for each call (`Credential::from_fn`)."].map(str::to_owned));
    if client.credential.is_some() {
        lines.push("`builder_without_credential` makes a client whose calls need none, are given that of another scheme, or each have their own.".to_owned());
    }
    if plan.has_oauth_tokens() {
        lines.push("`OAuth` gets tokens of OAuth 2, and renews them.".to_owned());
    }
    lines.extend([String::new(), String::new()]);
    lines.join("\n")
}

/// Where a credential stands in a request.
fn sent_as(kind: &SchemeKind) -> String {
    let header = |scheme: &str| bars(&markdown::code(&format!("Authorization: {scheme}")));
    match kind {
        SchemeKind::Bearer => header("Bearer …"),
        SchemeKind::Basic => header("Basic …"),
        SchemeKind::Http(_) | SchemeKind::Outside => header("…"),
        SchemeKind::ApiKey { location, name } => {
            let location = match location {
                KeyLocation::Header => "header",
                KeyLocation::Query => "query parameter",
                KeyLocation::Cookie => "cookie",
            };
            format!("the {location} {}", bars(&markdown::code(name)))
        }
    }
}

/// The row of the feature of streams.
fn futures(plan: &Plan) -> String {
    if plan.has_items() {
        "\n| `futures` | streams of items and of pages as a `Stream` of the crate `futures-core` | no |".to_owned()
    } else {
        String::new()
    }
}

/// The features that convert texts with a format, as rows.
fn formats(plan: &Plan) -> String {
    let mut rows: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for format in &plan.formats {
        if let Some(feature) = format.feature {
            let names = rows.entry(feature).or_default();
            names.push(format!("`{}`", format.name));
        }
    }
    let row = |(feature, names): (&str, Vec<String>)| {
        let names = names.join(", ");
        format!("\n| `{feature}` | conversions of {names} with the crate `{feature}` | no |")
    };
    let webhooks = plan.api.has_webhooks.then(|| {
        let about =
            "`webhooks::Verifier`, which checks the signatures of webhooks and reads their events";
        format!("\n| `webhooks` | {about} | no |")
    });
    rows.into_iter().map(row).chain(webhooks).collect()
}

/// What the crate is with few features.
fn alone(plan: &Plan) -> String {
    let Some(one) = plan.resource_features().into_iter().next() else {
        return "Without any feature the crate is its models alone.".to_owned();
    };
    format!(
        r#"Each resource is a feature too: its operations, and the models that they need. `{ALL_RESOURCES}` has all of them and is on by default. Where few
of them are enough, the others need not be compiled; each page below `docs/sdks` names the feature of its resource:

```toml
{package} = {{ version = "{version}", default-features = false, features = ["https", "streaming", "{one}"] }}
```

Models that no resource needs, such as what webhooks send, come with `{ALL_MODELS}`, which `{ALL_RESOURCES}` turns on. With `{ALL_MODELS}` and nothing else the
crate is its models alone."#,
        package = plan.package.name,
        version = plan.package.version,
    )
}

/// An example of what to do about an error, and what the API's own error model is.
fn errors(plan: &Plan) -> String {
    let mut lines = Vec::new();
    let mut operations = plan.operations();
    let program = operations.find_map(|operation| examples::program_with_errors(&operation, plan));
    if let Some(program) = program {
        lines.extend([String::new(), "```rust".to_owned()]);
        lines.extend(program);
        lines.push("```".to_owned());
    }
    if let Some(error) = plan.error_model() {
        let (name, method) = (error.model, error.method.code());
        let page = model_page(name);
        lines.push(String::new());
        lines.push(format!("Whatever the status, `error.{method}()` gives [`{name}`](docs/{page}) where the body is one."));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn resources(plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    for resource in plan.resources() {
        let name = resource.name;
        let page = format!("docs/sdks/{}/README.md", slug(name));
        lines.push(format!("* [{name}]({page})"));
        for operation in resource.operations() {
            let function = operation.function;
            let title = operation.source.docs.title.as_deref().map(markdown::line);
            let title = title.map_or_else(String::new, |title| format!(" - {title}"));
            lines.push(format!("  * [{function}]({page}#{function}){title}"));
        }
    }
    lines
}

fn models(plan: &Plan) -> Vec<String> {
    let names = plan.files().flat_map(File::names);
    names
        .map(|name| format!("* [{name}](docs/{})", model_page(name)))
        .collect()
}
