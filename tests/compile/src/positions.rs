//! Documents with a name in every position that has one.

use serde_json::{Map, Value, json};

/// A document and what it is for.
#[derive(Debug, Clone)]
pub struct Document {
    /// The position, as the name of a package.
    pub name: &'static str,
    /// The text.
    pub text: String,
}

/// A document for each position, with all names in it.
pub fn positions(names: &[String]) -> Vec<Document> {
    let document = |name, value: Value| Document {
        name,
        text: value.to_string(),
    };
    vec![
        document("structs", schemas(names, structure)),
        document("unions", schemas(names, union)),
        document("enums", schemas(names, enumeration)),
        document("constants", schemas(names, constant)),
        document("aliases", schemas(names, alias)),
        document("properties", properties(names)),
        document("values", values(names)),
        document("params", params(names)),
        document("operations", operations(names)),
        document("groups", groups(names)),
        document("settings", settings(names)),
    ]
}

fn whole(paths: Map<String, Value>, components: Value) -> Value {
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Names", "version": "1"},
        "servers": [{"url": "https://names.example"}],
        "paths": paths,
        "components": components
    })
}

/// A reference to the component schema of this name.
fn schema(name: &str) -> Value {
    let name = name
        .replace('~', "~0")
        .replace('/', "~1")
        .replace('%', "%25");
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// A component for each name, which may refer to the two behind it.
fn schemas(names: &[String], make: fn(&str, &str, &str) -> Value) -> Value {
    // Circles of types, and no longer ones than the compiler can follow.
    let all: Map<_, _> = names
        .chunks(20)
        .flat_map(|names| {
            let after = |index: usize| names[index % names.len()].as_str();
            let all = names.iter().enumerate();
            all.map(move |(index, name)| {
                (name.clone(), make(name, after(index + 1), after(index + 2)))
            })
        })
        .collect();
    whole(Map::new(), json!({"schemas": all}))
}

fn structure(_: &str, next: &str, other: &str) -> Value {
    json!({
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "next": {"allOf": [schema(next)], "nullable": true},
            "others": {"type": "object", "additionalProperties": {"type": "array", "items": schema(other)}}
        },
        "additionalProperties": {"type": "integer"}
    })
}

/// Of types that are unions themselves, so that each conversion has a name of its own.
fn union(_: &str, next: &str, other: &str) -> Value {
    json!({"oneOf": [schema(next), {"type": "array", "items": schema(other)}, {"type": "string"}]})
}

fn enumeration(name: &str, next: &str, _: &str) -> Value {
    json!({"type": "string", "enum": [name, next, "x"]})
}

fn constant(name: &str, _: &str, _: &str) -> Value {
    json!({"type": "string", "enum": [name]})
}

fn alias(name: &str, next: &str, _: &str) -> Value {
    match name.chars().count() % 3 {
        0 => json!({"type": "string", "format": "date-time"}),
        1 => json!({"type": "object", "additionalProperties": {"type": "integer"}}),
        _ => {
            json!({"type": "array", "items": {"type": "object", "properties": {next: {"type": "number"}}}})
        }
    }
}

/// Members that are required, that may be absent or null, of their own type, that are secret, and fields of a form.
fn properties(names: &[String]) -> Value {
    let mut all = Map::new();
    let mut paths = Map::new();
    for (index, names) in names.chunks(40).enumerate() {
        let of = |schema: Value| -> Map<String, Value> {
            names
                .iter()
                .map(|name| (name.clone(), schema.clone()))
                .collect()
        };
        let own = format!("Own{index}");
        for (name, required, properties) in [
            ("Required", true, of(json!({"type": "string"}))),
            (
                "Null",
                false,
                of(json!({"type": "string", "format": "date", "nullable": true})),
            ),
            ("Own", false, of(schema(&own))),
            (
                "Secret",
                false,
                of(json!({"type": "string", "x-sensitive": true})),
            ),
            (
                "Fixed",
                true,
                of(json!({"type": "boolean", "enum": [true]})),
            ),
        ] {
            let required = if required { names } else { &[] };
            let schema = json!({"type": "object", "required": required, "properties": properties, "additionalProperties": true});
            all.insert(format!("{name}{index}"), schema);
        }
        let form = of(json!({"type": "string", "format": "binary"}));
        let form =
            json!({"multipart/form-data": {"schema": {"type": "object", "properties": form}}});
        let form = json!({"requestBody": {"content": form}, "responses": {"204": {"description": "Done."}}});
        // What is sent has setters of all the names, and a union of it conversions.
        let kinds = ["Required", "Null", "Own", "Secret", "Fixed"];
        let kinds: Vec<Value> = kinds
            .iter()
            .map(|kind| schema(&format!("{kind}{index}")))
            .collect();
        all.insert(format!("Any{index}"), json!({"oneOf": kinds}));
        let any = json!({"application/json": {"schema": schema(&format!("Any{index}"))}});
        let any = json!({"requestBody": {"content": any}, "responses": {"204": {"description": "Done."}}});
        paths.insert(format!("/{index}"), json!({"post": form, "put": any}));
    }
    whole(paths, json!({"schemas": all}))
}

/// Values of one enum, and of one of numbers.
fn values(names: &[String]) -> Value {
    let numbers: Vec<usize> = (0..names.len()).collect();
    let all = json!({
        "Texts": {"type": "string", "enum": names},
        "Numbers": {"type": "integer", "enum": numbers, "x-enum-varnames": names}
    });
    whole(Map::new(), json!({"schemas": all}))
}

/// A path with a variable for each name.
fn steps(names: &[&String]) -> String {
    let steps: Vec<String> = names.iter().map(|name| format!("/{{{name}}}")).collect();
    steps.concat()
}

/// Parameters of each place, required and not, of each kind of type. A type is called like its parameter.
fn params(names: &[String]) -> Value {
    let mut paths = Map::new();
    let in_path = |name: &&String| !name.is_empty() && !name.contains(['{', '}', '/', '?', '#']);
    let in_header = |name: &&String| {
        let is_sign = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
        !name.is_empty() && name.chars().all(is_sign)
    };
    for place in ["path", "query", "header", "cookie"] {
        let mut seen = std::collections::BTreeSet::new();
        let fits = names.iter().filter(|name| match place {
            "path" => in_path(name),
            "header" => in_header(name) && seen.insert(name.to_lowercase()),
            "cookie" => in_header(name),
            _ => true,
        });
        let fits: Vec<&String> = fits.collect();
        for (index, names) in fits.chunks(40).enumerate() {
            for required in [true, false] {
                if place == "path" && !required {
                    continue;
                }
                let all = names.iter().enumerate().map(|(kind, name)| {
                    json!({"name": name, "in": place, "required": required, "schema": kind_of(kind)})
                });
                let all: Vec<Value> = all.collect();
                let steps: String = if place == "path" {
                    steps(names)
                } else {
                    String::new()
                };
                let operation = json!({
                    "tags": [place],
                    "parameters": all,
                    "requestBody": {"required": required, "content": {"application/json": {"schema": {"type": "integer"}}}},
                    "responses": {"204": {"description": "Done."}}
                });
                paths.insert(
                    format!("/{place}/{index}/{required}{steps}"),
                    json!({"post": operation}),
                );
            }
        }
    }
    whole(paths, json!({"schemas": small()}))
}

fn kind_of(kind: usize) -> Value {
    match kind % 6 {
        0 => json!({"type": "string"}),
        1 => json!({"type": "integer"}),
        2 => schema("Kind"),
        3 => json!({"type": "string", "format": "uuid"}),
        4 => json!({"type": "array", "items": schema("Kind")}),
        _ => schema("Model"),
    }
}

/// Ids of operations whose successes differ, and which have a documented error. Some have a body in several forms.
fn operations(names: &[String]) -> Value {
    let all = names.iter().enumerate();
    let paths = all.map(|(index, name)| {
        let mut operation = json!({
            "operationId": name,
            "tags": [format!("t{}", index % 3)],
            "responses": {"200": answer("Model"), "202": {"description": "Later."}, "404": answer("Kind")}
        });
        if index % 8 == 0 {
            operation["requestBody"] = json!({"required": true, "content": {
                "application/json": {"schema": schema("Model")},
                "application/x-www-form-urlencoded": {"schema": schema("Model")},
                "text/plain": {"schema": {"type": "string"}}
            }});
        }
        (format!("/{index}"), json!({"post": operation}))
    });
    whole(paths.collect(), json!({"schemas": small()}))
}

/// Schemas to refer to.
fn small() -> Value {
    json!({
        "Kind": {"type": "string", "enum": ["a", "b"]},
        "Model": {"type": "object", "properties": {"a": {"type": "string"}}}
    })
}

fn answer(name: &str) -> Value {
    json!({"description": "So.", "content": {"application/json": {"schema": schema(name)}}})
}

/// Tags, and the groups and methods that a document chooses.
fn groups(names: &[String]) -> Value {
    let all = names.iter().enumerate();
    let paths = all.map(|(index, name)| {
        let responses = json!({"204": {"description": "Done."}});
        let tagged = json!({"operationId": format!("tagged{index}"), "tags": [name], "responses": responses});
        let chosen = json!({
            "operationId": format!("chosen{index}"), "x-speakeasy-group": "chosen", "x-speakeasy-name-override": name,
            "responses": responses
        });
        (format!("/{index}"), json!({"get": tagged, "put": chosen}))
    });
    whole(paths.collect(), json!({}))
}

/// Security schemes, variables of servers, headers of answers.
fn settings(names: &[String]) -> Value {
    let each = |make: &dyn Fn(&String) -> Value| -> Map<String, Value> {
        names
            .iter()
            .map(|name| (name.clone(), make(name)))
            .collect()
    };
    let in_url = |name: &&String| !name.is_empty() && !name.contains(['{', '}']);
    let in_url: Vec<&String> = names.iter().filter(in_url).collect();
    let steps = steps(&in_url);
    let variables: Map<String, Value> = in_url
        .iter()
        .map(|name| ((*name).clone(), json!({"default": "a", "enum": ["a", "b"]})))
        .collect();
    let headers = each(&|_| json!({"schema": {"type": "string"}}));
    let operation = json!({"operationId": "get", "responses": {"204": {"description": "Done.", "headers": headers}}});
    let mut document = whole(
        Map::from_iter([("/a".to_owned(), json!({"get": operation}))]),
        json!({"securitySchemes": each(&|_| json!({"type": "http", "scheme": "bearer"}))}),
    );
    document["servers"] =
        json!([{"url": format!("https://names.example{steps}"), "variables": variables}]);
    document["security"] = names.iter().map(|name| json!({name: []})).collect();
    document
}

/// A document with one name: that of the only security scheme, of the one error model, of its member and of its value.
pub fn one_name(name: &str) -> String {
    // The runtime that all of them share has what setters are made of.
    let setter = json!({"name": "q", "in": "query", "schema": {"type": "string"}});
    let operation = json!({"operationId": "get", "tags": ["t"], "parameters": [setter], "responses": {"204": {"description": "Done."}, "404": answer(name)}});
    let model = json!({"type": "string", "enum": [name, "x"]});
    let mut document = whole(
        Map::from_iter([("/a".to_owned(), json!({"post": operation}))]),
        json!({"schemas": {name: model}, "securitySchemes": {name: {"type": "http", "scheme": "bearer"}}}),
    );
    document["security"] = json!([{name: []}]);
    document.to_string()
}
