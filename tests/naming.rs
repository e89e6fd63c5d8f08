//! `inspect` says of every name that is not just the document's text in the case of Rust why it is what it is.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::json;
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::ir::{OperationId, SchemeId};
use tintype::source::files::Memory;
use tintype::{inspect, pipeline, source, templates};

const DOCUMENT: &str = "
openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a/{limit}:
    get:
      operationId: getA
      parameters:
        - {name: limit, in: path, required: true, schema: {type: string}}
        - {name: limit, in: query, schema: {type: string}}
        - {name: timeout, in: query, schema: {type: string}}
      responses: {'404': {$ref: '#/components/responses/Missing'}}
components:
  responses:
    Missing: {description: No., content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
  schemas:
    Missing: {type: object, properties: {type: {type: string}, 2fa: {type: string}, plain_name: {type: string}}}
    Chosen: {type: object, properties: {inner: {type: object, properties: {a: {type: string}}}}}
    ChosenInner: {type: string, enum: ['>=', asc, ASC, Unknown]}
    Vec: {type: string, enum: [a, b]}
    a_very_long_name_that_somebody_made_of_all_that_there_is_to_say_about_what_the_thing_does_and_why_it_does_so_and_not_otherwise_as_somebody_might_expect: {type: string, enum: [a, b]}
";

const EXPECTED: &str = "\
Names with a reason
  #/paths/~1a~1{limit}/get/parameters/1  limit_query: another item has the shorter name
    see #/paths/~1a~1{limit}/get/parameters/0
  #/paths/~1a~1{limit}/get/parameters/2  timeout_param: the generated code has another use for the shorter name
  #/components/schemas/Chosen  Picked: chosen by name
  #/components/schemas/Vec  VecModel: the generated code has another use for the shorter name
  #/components/schemas/a_very_long_name_that_somebody_made_of_all_that_there_is_to_say_about_what_the_thing_does_and_why_it_does_so_and_not_otherwise_as_somebody_might_expect  AVeryLongNameThatSomebodyMadeOfAllThatThereIsToSayAboutX5511cdAndNotOtherwiseAsSomebodyMightExpect: the text is too long for a name
  #/components/responses/Missing/content/application~1json/schema  MissingResponse: another item has the shorter name
    see #/components/schemas/Missing
  #/components/schemas/Missing/properties/type  type: a keyword of Rust, written with `r#`
  #/components/schemas/Missing/properties/2fa  v2fa: no name begins with a digit
  #/components/schemas/ChosenInner/enum/0  GreaterEqual: the text has no letter and no digit
  #/components/schemas/ChosenInner/enum/2  AscUpper: another item has this name in another spelling
    see #/components/schemas/ChosenInner/enum/1
  #/components/schemas/ChosenInner/enum/3  UnknownValue: the generated code has another use for the shorter name
";

#[test]
fn inspect_gives_the_reason_for_each_name() {
    let files = Memory::default().with("spec.yaml", DOCUMENT).with(
        "tintype.toml",
        "spec = 'spec.yaml'\n[rename]\n'#/components/schemas/Chosen' = 'Picked'\n",
    );
    let mut cx = Cx::new(Config::default());
    source::settings::load(&files, Path::new("tintype.toml"), &mut cx).unwrap();
    let plan = pipeline::plan(&files, Path::new("spec.yaml"), &mut cx).unwrap();
    let report = inspect::text(&plan);
    let section = &report[report.find("Names with a reason").unwrap()..];
    assert_eq!(section.trim_end(), EXPECTED.trim_end());
    let json = inspect::json(&plan);
    assert!(
        json.contains(
            r##""others": [
        "#/components/schemas/Missing"
      ]"##
        ),
        "{json}"
    );
}

/// The names of the functions of a type of the runtime, private ones too.
const METHODS: &str = "
openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /a:
    query:
      operationId: find
      requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
      responses: {'204': {description: Done.}}
    additionalOperations:
      COPY: {responses: {'200': {description: Done., content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}}}
";

/// They stand under keys that 3.0 does not have, which is nothing that people should see.
#[test]
fn operations_of_later_methods_are_told_of_and_renamed_where_they_are_written() {
    let operation = "#/paths/~1a/additionalOperations/COPY";
    let sent = "#/paths/~1a/query/requestBody/content/application~1json/schema";
    let mut config = Config::default();
    config
        .rename
        .insert(operation.to_owned(), "duplicate".to_owned());
    config.rename.insert(sent.to_owned(), "Question".to_owned());
    let files = Memory::default().with("a.yaml", METHODS);
    let mut cx = Cx::new(config);
    let plan = pipeline::plan(&files, Path::new("a.yaml"), &mut cx);
    let plan = plan.unwrap_or_else(|_| panic!("{}", cx.rendered()));
    let report = inspect::json(&plan);
    for part in [
        "Api::duplicate\"",
        "models::Question\"",
        sent,
        "#/paths/~1a/additionalOperations/COPY/responses/200/content/application~1json/schema",
    ] {
        assert!(report.contains(part), "{part}: {report}");
    }
    let mut texts = pipeline::output(&plan).files;
    texts.insert("inspect".to_owned(), report);
    for (name, text) in texts {
        assert!(!text.contains("x-tintype"), "{name}: {text}");
    }
}

fn functions(ty: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, text) in templates::RUNTIME {
        for item in syn::parse_file(text).unwrap().items {
            let syn::Item::Impl(block) = item else {
                continue;
            };
            let of_type = matches!(&*block.self_ty, syn::Type::Path(path) if path.path.segments.last().unwrap().ident == ty);
            if block.trait_.is_some() || !of_type {
                continue;
            }
            found.extend(block.items.iter().filter_map(|item| match item {
                syn::ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
                _ => None,
            }));
        }
    }
    assert!(found.len() > 5, "{ty}");
    found
}

/// Setters, and the method of the error model, stand beside the functions of the runtime. A new one needs its row in
/// `naming/tables.rs`.
#[test]
fn no_name_is_that_of_a_function_of_the_runtime() {
    let mut wrong = Vec::new();
    for ty in ["Request", "ClientBuilder", "Error"] {
        for function in functions(ty) {
            let answer = json!({"description": "No.", "content": {"application/json": {"schema": {"$ref": format!("#/components/schemas/{function}")}}}});
            let document = json!({
                "openapi": "3.0.3",
                "info": {"title": "T", "version": "1"},
                "security": [{"first": []}, {&function: []}],
                "paths": {"/a": {"get": {
                    "parameters": [{"name": &function, "in": "query", "schema": {"type": "string"}}],
                    "responses": {"404": answer}
                }}},
                "components": {
                    "schemas": {&function: {"type": "object", "properties": {"a": {"type": "string"}}}},
                    "securitySchemes": {"first": {"type": "http", "scheme": "bearer"}, &function: {"type": "http", "scheme": "basic"}}
                }
            });
            let files = Memory::default().with("spec.json", document.to_string());
            let mut cx = Cx::new(Config::default());
            let plan = pipeline::plan(&files, Path::new("spec.json"), &mut cx).unwrap();
            let given = match ty {
                "Request" => plan.names.param(OperationId(0), 0).clone(),
                "ClientBuilder" => plan.names.scheme(SchemeId(1)).clone(),
                _ => plan.error_model().unwrap().method.clone(),
            };
            if *given == *function {
                wrong.push(format!("{ty}::{function}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
