//! The runtime, file by file, as it stands in `templates/`, without the parts that the document has no use for.

use crate::draft::Draft;
use crate::plan::Plan;
use crate::templates;

/// The modules that only operations with pages need.
const PAGES: &[&str] = &[
    "items",
    "link",
    "pages",
    "pages_table",
    "paging",
    "position",
];

/// The files of the runtime.
pub(super) fn items(plan: &Plan) -> impl Iterator<Item = Draft> {
    let unused = if plan.has_pages() { &[] } else { PAGES };
    let files = templates::RUNTIME.iter().filter_map(move |(name, text)| {
        let path = format!("src/runtime/{name}");
        match name.strip_suffix(".rs")? {
            module if unused.contains(&module) => None,
            "mod" if !unused.is_empty() => Some(Draft::verbatim(path, without(text, unused))),
            _ => Some(Draft::verbatim(path, *text)),
        }
    });
    files.collect::<Vec<_>>().into_iter()
}

/// The text of the list of modules without some of them: each statement about one goes, with the attributes in front of it.
fn without(text: &str, modules: &[&str]) -> String {
    let is_about = |line: &str| {
        let named = ["mod ", "pub use ", "pub(crate) use "]
            .iter()
            .find_map(|start| line.strip_prefix(start));
        let end = |named: &str| named.find([';', ':']).unwrap_or(named.len());
        named.is_some_and(|named| modules.contains(&&named[..end(named)]))
    };
    let mut out = String::new();
    let mut attributes = String::new();
    for line in text.lines() {
        if line.starts_with("#[") {
            attributes.push_str(line);
            attributes.push('\n');
        } else if is_about(line) {
            attributes.clear();
        } else if !(line.is_empty() && out.ends_with("\n\n")) {
            out.push_str(&std::mem::take(&mut attributes));
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}
