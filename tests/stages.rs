//! The stages of the front half on small documents: what selection keeps, what normalisation makes, what the typed document holds.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests may fail like tests"
)]

use std::path::Path;

use openapiv3::{ReferenceOr, SchemaKind, Type};
use serde_json::{Value, json};
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::pointer::Pointer;
use tintype::source::Tree;
use tintype::source::files::Memory;
use tintype::{check, model, normalize, select, source};

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

fn tree(text: &str, cx: &mut Cx) -> Tree {
    whole(format!("{HEAD}{text}"), cx)
}

fn whole(text: String, cx: &mut Cx) -> Tree {
    let files = Memory::default().with("a.yaml", text);
    let tree = source::read(&files, Path::new("a.yaml"), cx).unwrap();
    let tree = normalize::to_v30(tree, cx).unwrap();
    select::select(tree, cx).unwrap_or_else(|_| panic!("{}", cx.rendered()))
}

fn at(text: &str) -> Pointer {
    Pointer::parse(text).unwrap()
}

const PETS: &str = r"
security: [{key: []}]
tags: [{name: users}, {name: pets, description: Pets.}]
paths:
  /pets:
    parameters: [{$ref: '#/components/parameters/page'}]
    get:
      operationId: listPets
      tags: [pets]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
    post:
      operationId: addPet
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}
  /users/{id}:
    get:
      operationId: getUser
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      tags: [users]
      security: [{bearer: []}]
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: {$ref: '#/paths/~1pets/post/responses/200/content/application~1json/schema'}
components:
  parameters:
    page: {name: page, in: query, schema: {$ref: '#/components/schemas/Page'}}
    unused: {name: unused, in: query, schema: {type: string}}
  schemas:
    Page: {type: integer}
    Pet: {type: object, discriminator: {propertyName: kind, mapping: {mouse: Mouse, dog: '#/components/schemas/Dog'}}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Claws/properties/paw'}]}
    Dog: {type: object}
    Mouse: {type: object}
    Claws: {type: object, properties: {paw: {type: string}, other: {$ref: '#/components/schemas/Other'}}}
    Other: {type: object}
    User: {type: object}
  securitySchemes:
    key: {type: apiKey, in: header, name: k}
    bearer: {type: http, scheme: bearer}
    basic: {type: http, scheme: basic}
";

fn keys(value: Option<&Value>) -> Vec<&str> {
    value
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|map| map.keys().map(String::as_str))
        .collect()
}

#[test]
fn a_tag_keeps_what_its_operations_reach_and_nothing_else() {
    let mut config = Config::default();
    config.select.tags = vec!["pets".to_owned()];
    let mut cx = Cx::new(config);
    let tree = tree(PETS, &mut cx);
    let get = |text: &str| tree.get(&at(text));
    assert_eq!(keys(get("/paths")), ["/pets"]);
    assert_eq!(keys(get("/paths/~1pets")), ["parameters", "get"]);
    assert_eq!(
        keys(get("/components/schemas")),
        ["Page", "Pet", "Cat", "Dog", "Mouse", "Claws", "Other"]
    );
    assert_eq!(keys(get("/components/parameters")), ["page"]);
    assert_eq!(keys(get("/components/securitySchemes")), ["key"]);
    assert_eq!(
        get("/tags"),
        Some(&json!([{"name": "pets", "description": "Pets."}]))
    );
    assert_eq!(
        tree.place(&at("/tags/0/description")).at,
        at("/tags/1/description")
    );
}

#[test]
fn operations_of_any_method_are_selected_and_what_is_said_of_others_is_not_told() {
    let document = "openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /a:
    additionalOperations:
      COPY: {operationId: copy, responses: {}, callbacks: {done: {}}}
      MOVE: {operationId: move, responses: {}, callbacks: {done: {}}}
    query: {operationId: find, responses: {}}
  /b:
    additionalOperations: {LINK: {operationId: link, responses: {}}}
";
    let mut config = Config::default();
    config.select.operations = vec!["copy".to_owned()];
    let mut cx = Cx::new(config);
    let tree = whole(document.to_owned(), &mut cx);
    assert_eq!(keys(tree.get(&at("/paths"))), ["/a"]);
    assert_eq!(keys(tree.get(&at("/paths/~1a"))), ["additionalOperations"]);
    let others = tree.get(&at("/paths/~1a/additionalOperations"));
    assert_eq!(keys(others), ["COPY"]);
    check::run(&tree, &mut cx).unwrap();
    let said = cx.rendered();
    assert!(!said.contains("MOVE") && said.contains("COPY"), "{said}");
}

#[test]
fn a_path_or_an_id_can_be_selected_and_references_into_other_paths_still_lead_there() {
    for (paths, operations) in [
        (vec!["/users/*"], vec![]),
        (vec!["/users/{id}"], vec![]),
        (vec![], vec!["getUser"]),
    ] {
        let mut config = Config::default();
        config.select.paths = paths.into_iter().map(str::to_owned).collect();
        config.select.operations = operations.into_iter().map(str::to_owned).collect();
        let mut cx = Cx::new(config);
        let tree = tree(PETS, &mut cx);
        let _ = check::run(&tree, &mut cx);
        assert_eq!(cx.rendered(), "");
        let document = model::parse(&tree).reported(&tree, &mut cx);
        assert_eq!(document.operations().count(), 1);
        let reference =
            "/paths/~1users~1{id}/get/responses/200/content/application~1json/schema/$ref";
        let target = at(tree.get(&at(reference)).unwrap().as_str().unwrap());
        assert!(model::schema_at(&tree, &target).is_some());
        assert!(tree.place(&target).at.is_within(&at("/paths/~1pets/post")));
        assert_eq!(
            keys(tree.get(&at("/components/securitySchemes"))),
            ["key", "bearer"]
        );
    }
}

#[test]
fn a_reference_with_siblings_becomes_an_all_of_that_still_knows_its_place() {
    let mut cx = Cx::default();
    let tree = tree(
        "paths: {}\ncomponents:\n  schemas:\n    A: {type: object}\n    B: {$ref: '#/components/schemas/A', type: object, nullable: true}\n    C: {$ref: '#/components/schemas/A', type: object}\n",
        &mut cx,
    );
    let schemas = tree.get(&at("/components/schemas")).unwrap();
    assert_eq!(
        schemas["B"],
        json!({"nullable": true, "allOf": [{"$ref": "#/components/schemas/A"}]})
    );
    assert_eq!(schemas["C"], json!({"$ref": "#/components/schemas/A"}));
    let place = tree.place(&at("/components/schemas/B/allOf/0/$ref"));
    assert_eq!(place.at, at("/components/schemas/B/$ref"));
    assert_eq!(cx.sources().position(&place).unwrap().column, 15);
}

#[test]
fn sloppy_values_do_not_hide_the_type_of_a_schema() {
    let mut cx = Cx::default();
    let tree = tree(
        "paths: {}\ncomponents:\n  schemas:\n    A: {type: integer, minimum: -9223372036854776000, maximum: 1e3, format: int64, minLength: 1}\n    B: {type: object, required: true, minItems: 1, format: x, properties: {c: }}\n",
        &mut cx,
    );
    let _ = check::run(&tree, &mut cx);
    let document = model::parse(&tree).reported(&tree, &mut cx);
    assert!(cx.stop_on_errors().is_ok(), "{}", cx.rendered());
    let kind = |name: &str| match &document.components.as_ref().unwrap().schemas[name] {
        ReferenceOr::Item(schema) => schema.schema_kind.clone(),
        ReferenceOr::Reference { .. } => panic!("{name}"),
    };
    let SchemaKind::Type(Type::Integer(integer)) = kind("A") else {
        panic!()
    };
    assert_eq!((integer.minimum, integer.maximum), (None, Some(1000)));
    let SchemaKind::Type(Type::Object(object)) = kind("B") else {
        panic!()
    };
    assert!(object.properties.contains_key("c"));
}

#[test]
fn one_bad_entry_does_not_take_the_others_with_it() {
    let mut cx = Cx::default();
    let tree = tree(
        "paths:\n  /a:\n    get: {responses: [1]}\n    post: {responses: {}}\n    summary: S\ncomponents:\n  securitySchemes:\n    bad: {type: http}\n    good: {type: http, scheme: basic}\n",
        &mut cx,
    );
    let _ = check::run(&tree, &mut cx);
    let document = model::parse(&tree).reported(&tree, &mut cx);
    assert_eq!(document.operations().count(), 2);
    assert_eq!(
        document
            .components
            .unwrap()
            .security_schemes
            .keys()
            .collect::<Vec<_>>(),
        ["good"]
    );
    let codes: Vec<_> = cx.diagnostics().iter().map(|one| one.code().id).collect();
    assert_eq!(codes, ["S013", "M001"]);
}

#[test]
fn yaml_means_what_people_mean() {
    let mut cx = Cx::default();
    let tree = tree(
        "paths: {/a: {get: {responses: {200: {description: NO}, '4XX': {description: =}}}}}\nx-a: &a {b: 1, c: 2}\nx-b: {<<: *a, b: 3}\nx-c: {<<: [{d: 1}, *a], true: yes, 1.5: 012}\n",
        &mut cx,
    );
    let root = &tree.root;
    let responses = &root["paths"]["/a"]["get"]["responses"];
    assert_eq!(
        responses,
        &json!({"200": {"description": "NO"}, "4XX": {"description": "="}})
    );
    assert_eq!(root["x-b"], json!({"b": 3, "c": 2}));
    assert_eq!(
        root["x-c"],
        json!({"true": "yes", "1.5": "012", "d": 1, "b": 1, "c": 2})
    );
    assert_eq!(cx.rendered(), "");
}

#[test]
fn options_are_read_relative_to_their_file() {
    let text = "spec = 'api.yaml'\noutput = '../out'\n[package]\nname = 'p'\n[client]\nfrom-env = 'KEY'\n[types]\ndate-time = 'typed'\n[rename]\n'#/a' = 'B'\n";
    let files = Memory::default().with("spec/tintype.toml", text);
    let mut cx = Cx::default();
    source::settings::load(&files, Path::new("spec/tintype.toml"), &mut cx).unwrap();
    let config = cx.config();
    assert_eq!(config.spec.as_deref(), Some(Path::new("spec/api.yaml")));
    assert_eq!(config.output.as_deref(), Some(Path::new("out")));
    assert_eq!(config.client.from_env.as_deref(), Some("KEY"));
    assert_eq!(config.types.date_time, Some(tintype::config::Choice::Typed));
    let place = cx.config_place(&["rename", "#/a"]).unwrap();
    assert_eq!(cx.sources().position(&place).unwrap().line, 10);
}
