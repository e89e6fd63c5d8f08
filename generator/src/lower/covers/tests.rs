//! What schemas of a few words say of each other: whose type stands for all says what all say.

use std::cell::OnceCell;
use std::path::Path;

use indexmap::IndexMap;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::config::Config;
use crate::cx::Cx;
use crate::lower::beyond::Wanted;
use crate::lower::called::Called;
use crate::lower::compared::Compared;
use crate::lower::document::Document;
use crate::lower::heirs::Candidates;
use crate::source::files::Memory;
use crate::{model, normalize, source};

/// The components that each document has.
const NAMES: [&str; 4] = ["A", "B", "C", "D"];

/// For each two of the components, whether the one says all that the other says; and which of them say what all say.
fn relation(schemas: &[Value]) -> (Vec<Vec<bool>>, Vec<bool>) {
    let mut components = json!({
        "Object": {"type": "object", "properties": {"a": {"type": "string"}}},
        "Enum": {"type": "string", "enum": ["a", "b"]},
        "Union": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
    });
    for (name, schema) in NAMES.iter().zip(schemas) {
        components[name] = schema.clone();
    }
    let root = json!({
        "openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {},
        "components": {"schemas": components},
    });
    let files = Memory::default().with("a.json", root.to_string());
    let mut cx = Cx::new(Config::default());
    let tree = source::read(&files, Path::new("a.json"), &mut cx).unwrap();
    let tree = normalize::to_v30(tree, &mut cx).unwrap();
    let typed = model::parse(&tree).reported(&tree, &mut cx);
    cx.stop_on_errors().unwrap();
    let wanted = Wanted::of(&tree, &mut cx);
    let doc = Document {
        typed: &typed,
        tree: &tree,
        later: &model::later_operations(&tree, &mut cx),
        tuples: &super::super::tuples::of(&tree),
        candidates: &Candidates::of(&typed),
        compared: &Compared::default(),
        heirs: &OnceCell::new(),
        nested: &OnceCell::new(),
        called: &Called::default(),
        formats: &cx.config().types.clone(),
        replaced: &IndexMap::new(),
        wanted: &wanted,
    };
    let view = View::new(doc, &[]);
    let all = NAMES.iter().map(|name| {
        let id = doc.component(name).unwrap();
        parts::of_all(view, &doc.component_source(id)).list
    });
    let all: Vec<Vec<Part<'_>>> = all.collect();
    let says = |one: &Vec<Part<'_>>| all.iter().map(|other| cover(view, one, other)).collect();
    (all.iter().map(says).collect(), saying_all(view, &all))
}

/// Schemas of a few words, which often say the same.
fn schema() -> impl Strategy<Value = Value> {
    let plain = vec![
        json!({}),
        json!({"type": "string"}),
        json!({"type": "string", "format": "date"}),
        json!({"type": "string", "format": "uuid"}),
        json!({"format": "date"}),
        json!({"type": "string", "enum": ["a"]}),
        json!({"type": "string", "enum": ["a", "b"]}),
        json!({"enum": ["a", "b"]}),
        json!({"enum": ["b", "c"]}),
        json!({"type": "integer"}),
        json!({"type": "integer", "format": "int32"}),
        json!({"type": "number"}),
        json!({"enum": [1, 2]}),
        json!({"type": "object"}),
        json!({"type": "array"}),
        json!({"additionalProperties": true}),
        json!({"type": "object", "additionalProperties": false}),
        json!({"required": ["a"]}),
        json!({"type": "string", "nullable": true}),
        json!({"maxLength": 4}),
    ];
    let names = ["Object", "Enum", "Union"];
    let references = names.map(|name| json!({"$ref": format!("#/components/schemas/{name}")}));
    let leaf = prop_oneof![
        4 => proptest::sample::select(plain),
        1 => proptest::sample::select(references.to_vec()),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        let member = prop_oneof![Just("a"), Just("b")];
        let members = proptest::collection::btree_map(member, inner.clone(), 1..3);
        let several = proptest::collection::vec(inner.clone(), 1..3);
        prop_oneof![
            3 => (members, any::<bool>(), any::<bool>()).prop_map(|(members, is_typed, is_needed)| {
                let mut object = json!({"properties": members});
                if is_typed {
                    object["type"] = json!("object");
                }
                if is_needed {
                    object["required"] = json!(["a"]);
                }
                object
            }),
            1 => inner.clone().prop_map(|items| json!({"type": "array", "items": items})),
            1 => inner.clone().prop_map(|items| json!({"items": items})),
            1 => inner.prop_map(|values| json!({"type": "object", "additionalProperties": values})),
            1 => several.clone().prop_map(|all| json!({"oneOf": all})),
            1 => several.clone().prop_map(|all| json!({"anyOf": all})),
            1 => several.prop_map(|all| json!({"allOf": all})),
        ]
    })
}

proptest! {
    #[test]
    fn who_says_all_says_the_same_as_one_that_says_what_each_other_says(
        schemas in proptest::collection::vec(schema(), NAMES.len())
    ) {
        let (says, saying_all) = relation(&schemas);
        let each = |one: usize| says[one].iter().all(|says| *says);
        for one in 0..NAMES.len() {
            prop_assert!(says[one][one], "{} of itself: {}", NAMES[one], json!(schemas));
            let mut all = (0..NAMES.len()).filter(|most| each(*most));
            let is_right = !saying_all[one] || all.any(|most| says[one][most] && says[most][one]);
            prop_assert!(is_right, "{}: {}", NAMES[one], json!(schemas));
        }
    }
}
