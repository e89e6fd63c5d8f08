//! `type` beside `oneOf` or `anyOf`: holds for each candidate, so those that do not say one say it too.

use serde_json::{Value, json};

use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite;
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Syntax};

/// Gives candidates the type that stands beside their union. What an object is, its members say.
pub(super) fn run(tree: &mut Tree) {
    rewrite(
        &mut tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |_, kind, map| {
            let word = map.get("type").and_then(Value::as_str);
            let Some(word) = word.filter(|word| kind == Kind::Schema && *word != "object") else {
                return;
            };
            let word = json!(word);
            for key in ["oneOf", "anyOf"] {
                let candidates = map.get_mut(key).and_then(Value::as_array_mut);
                for candidate in candidates.into_iter().flatten() {
                    if let Value::Object(candidate) = candidate
                        && !candidate.contains_key("$ref")
                    {
                        candidate.entry("type").or_insert_with(|| word.clone());
                    }
                }
            }
        },
    );
}
