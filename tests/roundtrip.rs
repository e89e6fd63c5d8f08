//! Every example of the document through the generated types and back, and through real calls; `serde_json` is the judge.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

#[expect(dead_code, reason = "the failures of the server are for other tests")]
mod loopback;

use std::fs;

use clerk_backend_api::models::{
    ClerkError, ClerkErrors, CreateSignInTokenRequestBody, SignInToken, SignInTokenObject,
    SignInTokenStatus,
};
use clerk_backend_api::operations::sign_in_tokens::{
    CreateSignInTokenError, RevokeSignInTokenError,
};
use clerk_backend_api::{Clerk, SdkError as Error};
use loopback::{Reply, Server};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, from_value, to_value};

/// Reads JSON as a generated type, and writes it again.
type RoundTrip = fn(Value) -> serde_json::Result<Value>;

fn through<T: DeserializeOwned + Serialize>(json: Value) -> serde_json::Result<Value> {
    to_value(from_value::<T>(json)?)
}

/// The generated type of each schema that has one. An example of any other schema fails the tests.
const TYPES: &[(&str, RoundTrip)] = &[
    ("/components/schemas/ClerkError", through::<ClerkError>),
    ("/components/schemas/ClerkErrors", through::<ClerkErrors>),
    ("/components/schemas/SignInToken", through::<SignInToken>),
    (
        "/components/schemas/SignInToken/properties/object",
        through::<SignInTokenObject>,
    ),
    (
        "/components/schemas/SignInToken/properties/status",
        through::<SignInTokenStatus>,
    ),
    (
        "/paths/~1sign_in_tokens/post/requestBody/content/application~1json/schema",
        through::<CreateSignInTokenRequestBody>,
    ),
];

fn document() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/spec/sign_in_tokens.yaml");
    serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// All objects of a document, each with its JSON pointer.
fn objects(value: &Value, at: String, found: &mut Vec<(String, Map<String, Value>)>) {
    match value {
        Value::Object(fields) => {
            found.push((at.clone(), fields.clone()));
            for (name, value) in fields {
                let step = name.replace('~', "~0").replace('/', "~1");
                objects(value, format!("{at}/{step}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                objects(item, format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// The examples of a media type, of a parameter or of a schema.
fn examples(fields: &Map<String, Value>) -> Vec<Value> {
    let several = fields.get("examples").and_then(Value::as_object);
    let several = several.into_iter().flat_map(Map::values);
    let named = several.filter_map(|example| example.get("value"));
    fields
        .get("example")
        .into_iter()
        .chain(named)
        .cloned()
        .collect()
}

/// The schema at a pointer, behind any reference, with the pointer where it stands.
fn schema<'d>(document: &'d Value, at: &str) -> (String, &'d Value) {
    let schema = document.pointer(at).unwrap();
    match schema.get("$ref").and_then(Value::as_str) {
        Some(reference) => self::schema(document, reference.trim_start_matches('#')),
        None => (at.to_owned(), schema),
    }
}

/// Checks that a value survives the type of its schema.
fn check(at: &str, value: &Value) {
    let Some((_, round_trip)) = TYPES.iter().find(|(schema, _)| *schema == at) else {
        panic!("no generated type is named for {at}");
    };
    match round_trip(value.clone()) {
        Ok(written) => assert_eq!(written, *value, "{at}"),
        Err(error) => panic!("{at}: {error}: {value}"),
    }
}

/// A value of a schema, put together from the examples of its parts.
fn example_of(document: &Value, at: &str) -> Value {
    let (at, schema) = schema(document, at);
    if let Some(example) = schema.get("example") {
        return example.clone();
    }
    match schema["type"].as_str().unwrap() {
        "array" => Value::from(vec![example_of(document, &format!("{at}/items"))]),
        "object" => {
            let names = schema.get("properties").and_then(Value::as_object);
            let names = names.into_iter().flat_map(Map::keys);
            names
                .map(|name| {
                    let value = example_of(document, &format!("{at}/properties/{name}"));
                    (name.clone(), value)
                })
                .collect()
        }
        other => panic!("{at}: no example of type {other}"),
    }
}

#[test]
fn every_example_of_a_body_is_read_and_written_back_equal() {
    let document = document();
    let mut found = Vec::new();
    objects(&document, String::new(), &mut found);
    let mut count = 0;
    for (at, fields) in found.iter().filter(|(at, _)| at.contains("/content/")) {
        if fields.contains_key("schema") {
            let (schema, _) = schema(&document, &format!("{at}/schema"));
            let examples = examples(fields);
            assert!(!examples.is_empty(), "{at} has no example");
            for example in examples {
                check(&schema, &example);
                count += 1;
            }
        }
    }
    assert_eq!(count, 7, "one of each request and each answer");
}

#[test]
fn the_examples_of_the_properties_of_each_model_are_read_and_written_back_equal() {
    let document = document();
    for (at, _) in TYPES {
        let whole = example_of(&document, at);
        check(at, &whole);
        let Some(fields) = whole.as_object() else {
            continue;
        };
        let required = document.pointer(at).unwrap().get("required");
        let is_required = |name: &str| {
            let names = required.and_then(Value::as_array);
            names.is_some_and(|names| names.contains(&Value::from(name)))
        };
        // Each property that may be left out alone with those that may not, and those without any other.
        let optional = fields.keys().filter(|name| !is_required(name)).map(Some);
        for kept in optional.chain([None]) {
            let mut some = fields.clone();
            some.retain(|name, _| is_required(name) || Some(name) == kept);
            check(at, &Value::from(some));
        }
    }
}

#[test]
fn every_value_of_an_enum_is_known_and_written_back_equal() {
    let document = document();
    let mut found = Vec::new();
    objects(&document, String::new(), &mut found);
    let mut statuses = 0;
    for (at, fields) in found {
        let values = fields.get("enum").and_then(Value::as_array);
        for value in values.into_iter().flatten() {
            check(&at, value);
            // An open enum reads whatever it is given; the values of the document must have variants.
            if at.ends_with("/status") {
                assert!(
                    from_value::<SignInTokenStatus>(value.clone())
                        .unwrap()
                        .is_known()
                );
                statuses += 1;
            }
        }
    }
    assert_eq!(statuses, 3);
}

/// An operation of the document with its examples.
struct Call {
    id: String,
    path: String,
    request: Value,
    answers: Vec<(u16, Value)>,
}

fn calls() -> Vec<Call> {
    let document = document();
    let mut calls = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            let mut path = path.clone();
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let name = parameter["name"].as_str().unwrap();
                path = path.replace(
                    &format!("{{{name}}}"),
                    parameter["example"].as_str().unwrap(),
                );
            }
            let content = |value: &Value| value["content"]["application/json"]["example"].clone();
            let responses = operation["responses"].as_object().unwrap().iter();
            calls.push(Call {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                path,
                request: content(&operation["requestBody"]),
                answers: responses
                    .map(|(status, answer)| (status.parse().unwrap(), content(answer)))
                    .collect(),
            });
        }
    }
    calls
}

impl Call {
    /// Makes the call with what the document gives as examples.
    async fn make(&self, clerk: &Clerk) -> Result<SignInToken, Error> {
        let calls = clerk.sign_in_tokens();
        match self.id.as_str() {
            "CreateSignInToken" => {
                let body = from_value(self.request.clone()).unwrap();
                calls.create_sign_in_token(&body).await
            }
            "RevokeSignInToken" => {
                let id = self.path.split('/').nth(2).unwrap();
                calls.revoke_sign_in_token(id).await
            }
            other => panic!("no call is written here for {other}"),
        }
    }

    /// The body of the documented error.
    fn documented(&self, error: &Error) -> Option<ClerkErrors> {
        match self.id.as_str() {
            "CreateSignInToken" => match error.documented()? {
                CreateSignInTokenError::NotFound(errors)
                | CreateSignInTokenError::UnprocessableEntity(errors) => Some(errors),
                _ => None,
            },
            _ => match error.documented()? {
                RevokeSignInTokenError::BadRequest(errors)
                | RevokeSignInTokenError::NotFound(errors) => Some(errors),
                _ => None,
            },
        }
    }
}

#[tokio::test]
async fn every_example_survives_a_real_call() {
    for call in calls() {
        for (status, example) in &call.answers {
            let server = Server::with([Reply::json(*status, &example.to_string())]);
            let clerk = Clerk::builder("sk_test").server_url(server.url());
            let result = call.make(&clerk.build().unwrap()).await;
            let written = match &result {
                Ok(token) => to_value(token).unwrap(),
                Err(error) => to_value(call.documented(error)).unwrap(),
            };
            assert_eq!(result.is_ok(), *status == 200, "{result:?}");
            assert_eq!(written, *example, "{} {status}: {result:?}", call.id);
            let request = server.request();
            assert_eq!(request.path(), format!("/v1{}", call.path));
            let sent: Value = serde_json::from_str(&request.body).unwrap_or_default();
            assert_eq!(call.request, sent, "{}", call.id);
        }
    }
}

#[tokio::test]
async fn the_mock_answers_with_the_examples_of_the_document() {
    let clerk = clerk_backend_api::mock::client();
    for call in calls() {
        let token = call.make(&clerk).await.unwrap();
        let (_, example) = call
            .answers
            .iter()
            .find(|(status, _)| *status == 200)
            .unwrap();
        assert_eq!(to_value(token).unwrap(), *example, "{}", call.id);
    }
}
