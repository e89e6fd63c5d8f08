//! What users read and write is where their own document has it, whatever version of OpenAPI that is.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::ends;

const SWAGGER: &str = r"
swagger: '2.0'
info: {title: T, version: '1'}
paths:
  /a/{id}:
    parameters:
      - {name: id, in: path, required: true, type: string}
    post:
      operationId: postA
      parameters:
        - {name: b, in: body, schema: {type: object, properties: {inner: {type: string}}}}
        - {$ref: '#/parameters/Limit'}
      responses:
        200: {description: Found., schema: {$ref: '#/definitions/A'}}
        400: {$ref: '#/responses/Wrong'}
    put:
      operationId: putA
      consumes: [application/x-www-form-urlencoded, multipart/form-data]
      parameters:
        - {name: state, in: formData, type: string, enum: [on, off]}
      responses:
        200: {description: Found., schema: {type: object, properties: {done: {type: boolean}}}}
parameters:
  Limit: {name: limit, in: query, type: string, enum: [few, many]}
responses:
  Wrong: {description: Wrong., schema: {type: object, properties: {message: {type: string}}}}
definitions:
  A: {type: object, properties: {state: {type: object, properties: {y: {type: string}}}, sum: {type: number}}}
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
  Key: {type: apiKey, in: header, name: Y-Key}
";

const NEWER: &str = r"
openapi: 3.2.0
info: {title: T, version: '1'}
paths:
  /a:
    get:
      operationId: getA
      responses:
        '200':
          description: Found.
          content:
            text/event-stream: {itemSchema: {type: object, properties: {data: {const: beat}}}}
            application/json: {schema: {$ref: '#/components/schemas/A'}}
webhooks:
  newPet:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {p: {type: string}}}}}}
      responses: {'200': {description: Taken.}}
components:
  schemas:
    A:
      type: object
      properties:
        pair:
          {type: array, minItems: 1, maxItems: 1, prefixItems: [{type: object, properties: {first: {type: string}}}]}
        rest: {$ref: '#/components/schemas/A/$defs/D'}
        both: {type: ['null', string, object], properties: {m: {type: string}}}
        map: {type: object, patternProperties: {'^x': {type: object, properties: {k: {type: string}}}}, additionalProperties: false}
      $defs:
        D: {type: object, properties: {d: {type: string}}}
";

fn folder(document: &str, configuration: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("api.yaml"), document).unwrap();
    let whole = format!("spec = \"api.yaml\"\noutput = \"sdk\"\n{configuration}");
    fs::write(dir.path().join("tintype.toml"), whole).unwrap();
    dir
}

/// Every pointer of the report, which both forms of it have.
fn pointers(dir: &Path) -> Vec<String> {
    let report = ends(dir, 0, &["inspect", "--format", "json"]).out;
    let report: Value = serde_json::from_str(&report).unwrap();
    let entries = ["schemas", "values", "not_modelled", "names"].map(|list| &report[list]);
    let entries = entries.into_iter().filter_map(Value::as_array).flatten();
    let pointers = entries.map(|entry| entry["pointer"].as_str().unwrap().to_owned());
    let pointers: Vec<String> = pointers.collect();
    let text = ends(dir, 0, &["inspect"]).out;
    let schemas = report["schemas"].as_array().unwrap();
    for schema in schemas {
        let line = format!("  {} ", schema["pointer"].as_str().unwrap());
        assert!(text.contains(&line), "{line} in {text}");
    }
    pointers
}

#[test]
fn inspect_says_where_a_document_of_2_0_has_what_it_lists() {
    let dir = folder(SWAGGER, "");
    let pointers = pointers(dir.path());
    for expected in [
        "#/definitions/A",
        "#/definitions/A/properties/state",
        "#/parameters/Limit",
        "#/responses/Wrong/schema",
        "#/securityDefinitions/key",
        "#/paths/~1a~1{id}/parameters/0",
        "#/paths/~1a~1{id}/post/parameters/0/schema",
        "#/paths/~1a~1{id}/put/parameters",
        "#/paths/~1a~1{id}/put/parameters/0",
        "#/paths/~1a~1{id}/put/responses/200/schema",
    ] {
        assert!(
            pointers.iter().any(|one| one == expected),
            "{expected} in {pointers:#?}"
        );
    }
    for ours in ["components", "requestBody", "content"] {
        let ours = format!("/{ours}/");
        assert!(
            !pointers.iter().any(|one| one.contains(&ours)),
            "{ours} in {pointers:#?}"
        );
    }
}

#[test]
fn the_configuration_names_places_of_a_document_of_2_0() {
    let dir = folder(
        SWAGGER,
        r##"
[rename]
"#/definitions/A" = "Account"
"#/definitions/A/properties/state" = "condition"
"#/paths/~1a~1{id}/post/parameters/0/schema" = "Sent"
"#/paths/~1a~1{id}/post/parameters/0/schema/properties/inner" = "core"
"#/parameters/Limit" = "most"
"#/responses/Wrong/schema" = "Fault"
"#/paths/~1a~1{id}/put/parameters" = "Change"
"#/paths/~1a~1{id}/put/parameters/0" = "Switch"
[attributes]
"#/definitions/A" = ["derive(Eq)"]
"#/responses/Wrong/schema" = ["derive(Hash)"]
[replace]
"#/definitions/A/properties/sum" = "crate::Money"
[beyond]
keep-members = ["#/paths/~1a~1{id}/post/parameters/0/schema"]
empty-path-parameters = ["#/paths/~1a~1{id}/parameters/0"]
"##,
    );
    let at = dir.path();
    ends(at, 0, &["generate"]);
    let model = |name: &str| fs::read_to_string(at.join("sdk/src/models").join(name)).unwrap();
    let account = model("account.rs");
    for expected in [
        "/// Schema: `#/definitions/A`.",
        "#[derive(Eq)]\n#[non_exhaustive]\npub struct Account {",
        "pub condition: Option<AccountState>",
        "pub sum: Option<crate::Money>",
    ] {
        assert!(account.contains(expected), "{expected} in {account}");
    }
    let sent = model("sent.rs");
    assert!(
        sent.contains("pub core: ") && sent.contains("pub additional_properties"),
        "{sent}"
    );
    let fault = model("fault.rs");
    assert!(
        fault.contains("#[derive(Hash)]\n#[non_exhaustive]\npub struct Fault"),
        "{fault}"
    );
    let change = model("change.rs");
    assert!(change.contains("pub state: Option<Switch>"), "{change}");
    let surface = fs::read_to_string(at.join("sdk/api-surface.txt")).unwrap();
    assert!(
        surface.contains("most(") && !surface.contains("limit("),
        "{surface}"
    );
    let page = fs::read_to_string(at.join("sdk/docs/models/account.md")).unwrap();
    assert!(page.contains("Schema: `#/definitions/A`"), "{page}");
}

#[test]
fn a_place_that_only_3_0_would_have_is_no_place_of_a_document_of_2_0() {
    let rename = "[rename]\n\"#/components/schemas/A\" = \"Account\"\n";
    let dir = folder(SWAGGER, rename);
    let refused = ends(dir.path(), 2, &["generate"]).err;
    assert!(refused.contains("error[C006]"), "{refused}");
    assert!(refused.contains("`#/definitions/A`"), "{refused}");
}

#[test]
fn inspect_says_where_a_document_of_3_2_has_what_it_lists() {
    let dir = folder(NEWER, "");
    let pointers = pointers(dir.path());
    let stream = "#/paths/~1a/get/responses/200/content/text~1event-stream/itemSchema";
    let a = "#/components/schemas/A";
    for expected in [
        stream.to_owned(),
        format!("{stream}/properties/data"),
        format!("{a}/properties/pair/prefixItems/0"),
        format!("{a}/properties/map/patternProperties/^x"),
        format!("{a}/properties/both/type/2"),
        format!("{a}/properties/both/properties/m"),
        format!("{a}/$defs/D"),
        "#/webhooks/newPet/post/requestBody/content/application~1json/schema".to_owned(),
    ] {
        assert!(pointers.contains(&expected), "{expected} in {pointers:#?}");
    }
    assert!(
        !pointers.iter().any(|one| one.contains("x-tintype")),
        "{pointers:#?}"
    );
}

#[test]
fn the_configuration_names_places_of_a_document_of_3_2() {
    let dir = folder(
        NEWER,
        r##"
[rename]
"#/paths/~1a/get/responses/200/content/text~1event-stream/itemSchema" = "Beat"
"#/components/schemas/A/properties/pair/prefixItems/0" = "Left"
"#/components/schemas/A/properties/both/type/2" = "Long"
"#/components/schemas/A/$defs/D" = "Detail"
"#/webhooks/newPet/post/requestBody/content/application~1json/schema" = "Arrival"
[beyond]
keep-members = ["#/components/schemas/A/properties/pair"]
"##,
    );
    let at = dir.path();
    ends(at, 0, &["generate"]);
    let models = at.join("sdk/src/models");
    for (name, expected) in [
        ("beat.rs", "text~1event-stream/itemSchema`."),
        (
            "a.rs",
            "pub struct Left {\n    pub first: Option<String>,\n    /// Fields",
        ),
        ("a.rs", "pub struct Long {"),
        ("detail.rs", "A/$defs/D`."),
        ("arrival.rs", "`#/webhooks/newPet/post"),
    ] {
        let text = fs::read_to_string(models.join(name)).unwrap();
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn a_name_for_a_property_is_for_its_field_or_for_its_type_as_it_is_written() {
    let property = "#/definitions/A/properties/state";
    for (name, field, ty) in [("mood", "mood", "AState"), ("Mood", "state", "Mood")] {
        let dir = folder(SWAGGER, &format!("[rename]\n\"{property}\" = \"{name}\"\n"));
        ends(dir.path(), 0, &["generate"]);
        let text = fs::read_to_string(dir.path().join("sdk/src/models/a.rs")).unwrap();
        let expected = format!("pub {field}: Option<{ty}>");
        assert!(text.contains(&expected), "{expected} in {text}");
    }
}
