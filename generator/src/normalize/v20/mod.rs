//! Swagger 2.0 to the shape of OpenAPI 3.0: one part of a document a file. What 3.0 knows under another key moves there; keys that
//! 2.0 does not know stay where they are, so that the checks name them.

mod bodies;
mod defaults;
mod made;
mod operations;
mod parameters;
mod responses;
mod schemas;
mod security;
mod servers;

use serde_json::{Map, Value, json};

use crate::cx::Cx;
use crate::diag::Reported;
use crate::pointer::Pointer;
use crate::source::Tree;
use defaults::Defaults;
use made::Made;
use responses::Types;

/// Brings a document of Swagger 2.0 to the shape of 3.0.
///
/// # Errors
///
/// When the document repeats its media types without measure.
pub(super) fn run(tree: &mut Tree, cx: &mut Cx) -> Result<(), Reported> {
    let Value::Object(old) = std::mem::take(&mut tree.root) else {
        return Ok(());
    };
    let mut made = Made::default();
    let new = document(&old, &mut made);
    made.put(tree, new, cx)?;
    schemas::run(tree, cx);
    Ok(())
}

fn document(old: &Map<String, Value>, made: &mut Made) -> Value {
    let defaults = Defaults::of(old);
    let (mut new, mut components) = (Map::new(), Map::new());
    for (key, value) in old {
        let at = Pointer::root().child(key);
        let mut component = |section: &str, value: Value, made: &mut Made| {
            made.is(Pointer::root().child("components").child(section), &at);
            components.insert(section.to_owned(), value);
        };
        match key.as_str() {
            "swagger" => {
                made.is(Pointer::root().child("openapi"), &at);
                new.insert("openapi".to_owned(), json!("3.0.3"));
            }
            "host" | "basePath" | "schemes" => {
                if let Some(list) = servers::of(old, old.get("schemes"), &Pointer::root(), made) {
                    new.insert("servers".to_owned(), list);
                }
            }
            "consumes" | "produces" => {}
            "definitions" => component("schemas", value.clone(), made),
            "parameters" => {
                let (to, kept) = parameters::shared(value, &at, made);
                made.is(to, &at);
                components.insert("parameters".to_owned(), kept);
            }
            "responses" => {
                let to: Pointer = ["components", "responses"].iter().collect();
                let types = Types {
                    produces: defaults.produces,
                    own: None,
                    defaults: &defaults,
                };
                let kept = responses::all(value, &at, &to, &types, made);
                made.is(to, &at);
                components.insert("responses".to_owned(), kept);
            }
            "securityDefinitions" => {
                let to: Pointer = ["components", "securitySchemes"].iter().collect();
                let kept = security::all(value, &at, &to, made);
                made.is(to, &at);
                components.insert("securitySchemes".to_owned(), kept);
            }
            "paths" => {
                made.is(at.clone(), &at);
                new.insert(key.clone(), operations::paths(value, &at, &defaults, made));
            }
            _ => {
                made.is(at.clone(), &at);
                new.insert(key.clone(), value.clone());
            }
        }
    }
    if !components.is_empty() {
        new.insert("components".to_owned(), Value::Object(components));
    }
    Value::Object(new)
}
