//! The README of the crate: what it is, how to start, where the rest is.

use std::collections::BTreeMap;

use super::{model_page, slug};
use crate::cargo_toml::{ALL_MODELS, ALL_RESOURCES};
use crate::draft::Draft;
use crate::examples;
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
    let server = plan
        .api
        .servers
        .first()
        .map_or_else(|| "none".to_owned(), |server| markdown::code(&server.url));
    let slots = [
        ("package", Safe::written(plan.package.name.clone())),
        ("about", Safe::written(about.join("\n"))),
        ("title", Safe::written(markdown::line(&info.title))),
        ("api_version", Safe::written(markdown::line(&info.version))),
        ("example", Safe::written(example(plan).join("\n"))),
        ("server", Safe::written(server)),
        ("error", Safe::written(plan.package.error.to_string())),
        ("errors", Safe::written(errors(plan))),
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
