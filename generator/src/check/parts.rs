//! How many schemas the `allOf` of a schema comes to. All of them are put together, so what has no measure would have no end.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::cx::Cx;
use crate::diag::{Reported, codes};
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Syntax};

/// The most schemas that one comes to.
const MOST: usize = 256;
/// The most that all schemas of a document come to together, one that several parts lead to as often as they do: each way is gone.
const MOST_IN_ALL: usize = 100_000;

/// Reports the first schema that is beyond measure, since those that it stands in are as well.
pub(super) fn check(tree: &Tree, cx: &mut Cx) -> Result<(), Reported> {
    let mut all = 0;
    let mut found = None;
    walk(
        &tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, met| match met {
            Met::Object(Kind::Schema, map) if map.contains_key("allOf") && found.is_none() => {
                let count = count(tree, map);
                all += count.ways;
                let what = if count.schemas > MOST {
                    format!("comes to more than {MOST} schemas")
                } else if all > MOST_IN_ALL {
                    format!(
                        "is where the `allOf` of the document come to more than {MOST_IN_ALL} schemas, each as often as something leads to it"
                    )
                } else {
                    return;
                };
                let at = trail.pointer();
                let beyond = codes::TOO_MANY_PARTS.at(tree.place(&at)).on_key();
                found = Some(
                    beyond
                        .arg("name", name(&tree.written(&at)))
                        .arg("what", what),
                );
            }
            _ => {}
        },
    );
    found.map_or(Ok(()), |found| Err(cx.error(found)))
}

/// What people call the schema at a place.
fn name(at: &Pointer) -> String {
    let segments: Vec<String> = at.segments().collect();
    match &segments[..] {
        [first, second, name] if first == "components" && second == "schemas" => name.clone(),
        _ => at.to_string(),
    }
}

/// What the `allOf` of a schema comes to.
struct Count {
    /// The schemas, each once.
    schemas: usize,
    /// The ways that lead to them.
    ways: usize,
}

/// How many schemas this one comes to; no more than one too many is looked for.
fn count(tree: &Tree, schema: &Map<String, Value>) -> Count {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut count = Count {
        schemas: 0,
        ways: 1,
    };
    let mut open = vec![schema];
    while let Some(schema) = open.pop() {
        count.schemas += 1;
        let parts = schema.get("allOf").and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            if count.schemas + open.len() > MOST {
                count.schemas = MOST + 1;
                return count;
            }
            count.ways += 1;
            open.extend(target(tree, part, &mut seen));
        }
    }
    count
}

/// The schema that a part is or leads to, `None` if it was there already.
fn target<'t>(
    tree: &'t Tree,
    part: &'t Value,
    seen: &mut BTreeSet<&'t str>,
) -> Option<&'t Map<String, Value>> {
    let mut part = part.as_object()?;
    while let Some(reference) = part.get("$ref").and_then(Value::as_str) {
        if !seen.insert(reference) {
            return None;
        }
        part = tree.get(&Pointer::parse(reference)?)?.as_object()?;
    }
    Some(part)
}
