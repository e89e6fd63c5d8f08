//! JSONPath (RFC 9535): a path and a document in, pointers out. The only file that names the reader of paths.

use serde_json::Value;
use serde_json_path::{JsonPath, NormalizedPath};

use crate::pointer::Pointer;

/// Brackets may be nested this deep: the reader of paths calls itself for each of them.
const MAX_DEPTH: usize = 16;

/// The nodes that a path selects, each once, in the order of the document; or why it is no path.
pub(super) fn select(path: &str, root: &Value) -> Result<Vec<Pointer>, String> {
    if depth(path) > MAX_DEPTH {
        return Err(format!("it is nested deeper than {MAX_DEPTH}"));
    }
    if !path.starts_with('$') {
        return Err("a JSONPath begins with `$`".to_owned());
    }
    let path = JsonPath::parse(path).map_err(|error| {
        // What the reader says beyond that is for its developers.
        let at = error.position();
        format!("it is malformed near its letter {at}; names with signs stand in brackets, as in `$['x-a']`")
    })?;
    let found = path.query_located(root).dedup();
    let pointers = found.locations().map(NormalizedPath::to_json_pointer);
    Ok(pointers.filter_map(|at| Pointer::parse(&at)).collect())
}

/// How deep brackets are nested, those in texts included.
fn depth(path: &str) -> usize {
    let (mut depth, mut most) = (0_usize, 0);
    for letter in path.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth);
    }
    most
}
