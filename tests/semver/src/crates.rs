//! The crates of many pairs of documents, as one old crate and one new one.

use std::collections::BTreeMap;

use tintype_compile_tests::Merged;

use crate::pair::Pair;

/// The file that adds methods to the error of the runtime.
const ERRORS: &str = "src/errors.rs";

/// The file that comes with a method of the client's builder, which a shared runtime has for all.
const VARIABLES: &str = "src/runtime/server_variables.rs";

/// What the code of models and calls needs, as the manifest of a generated crate has it. Nobody makes a call here.
const MANIFEST: &str = r#"
edition = "2024"
publish = false

[features]
default = ["client"]
client = []
# Known, and never on.
blocking = []
https = []
mock = []
tracing = []

[dependencies]
base64 = "0.23"
bytes = "1.10"
http = "1.3"
httpdate = "1.0"
percent-encoding = "2.3"
serde = "1.0"
serde_json = "1.0"
tokio = { version = "1.45", features = ["rt", "sync", "time"] }
url = "2.5"
"#;

/// What the methods are called that a crate adds to types of the runtime, which all modules share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Added {
    /// As callers call them.
    Plain,
    /// After their module, so that none hides one of the same name from who looks for names alone.
    Marked,
}

/// Between the name of a method and that of its module.
const MARK: &str = "__";

/// The module that a method is named after.
pub(crate) fn marked_with(method: &str) -> Option<&str> {
    method.split_once(MARK).map(|(_, module)| module)
}

/// The method without its mark.
pub(crate) fn unmarked(method: &str) -> &str {
    method.split_once(MARK).map_or(method, |(method, _)| method)
}

/// The two crates of some pairs: that of the old documents and that of the new ones, each with a module for each pair.
///
/// Both have one name, for only versions of one package can be compared.
pub(crate) fn of(package: &str, pairs: &[Pair], added: Added) -> [Merged; 2] {
    let manifest = |version: &str| {
        Merged::new(format!(
            "[package]\nname = {package:?}\nversion = {version:?}{MANIFEST}"
        ))
    };
    let mut crates = ["1.0.0", "1.0.1"].map(manifest);
    for pair in pairs {
        let module = pair.module();
        let both = [&pair.old, &pair.new].map(|run| run.run.crate_files().files);
        let has = |file: &str| both.iter().any(|files| files.contains_key(file));
        let has_variables = has(VARIABLES);
        // The error of one runtime cannot have two methods of one name.
        let is_alone = has_variables || has(ERRORS);
        for (merged, files) in crates.iter_mut().zip(&both) {
            match added {
                Added::Plain => merged.add(&module, files, is_alone),
                Added::Marked => merged.add(
                    &module,
                    &with_setters(marked(files, &module), &module),
                    has_variables,
                ),
            }
        }
    }
    crates
}

/// The files with the name of the module in that of each method that they add to types of the runtime.
pub fn marked(files: &BTreeMap<String, String>, module: &str) -> BTreeMap<String, String> {
    let mark = |text: &String| {
        let mut is_runtime = false;
        let lines = text.split_inclusive('\n').map(|line| {
            is_runtime = !line.starts_with('}') && (is_runtime || is_added(line));
            let is_method = is_runtime && line.starts_with("    pub ") && line.contains(" fn ");
            match line.find(['(', '<']) {
                Some(end) if is_method => {
                    format!("{}{MARK}{module}{}", &line[..end], &line[end..])
                }
                _ => line.to_owned(),
            }
        });
        lines.collect()
    };
    let files = files.iter();
    files
        .map(|(path, text)| (path.clone(), mark(text)))
        .collect()
}

/// The same for the lines of tables from which setters are made. Their arguments, which are called as they are, get the mark too, and the
/// comparison of crates does not look at names of arguments; that with the list of the public API does, and tells setters by the operation.
fn with_setters(mut files: BTreeMap<String, String>, module: &str) -> BTreeMap<String, String> {
    for text in files.values_mut() {
        let lines = text.split_inclusive('\n').map(|line| match line.find(':') {
            Some(end) if line.starts_with("    set ") => {
                format!("{}{MARK}{module}{}", &line[..end], &line[end..])
            }
            _ => line.to_owned(),
        });
        *text = lines.collect();
    }
    files
}

/// Whether methods of a type of the runtime follow.
fn is_added(line: &str) -> bool {
    let is_generic = line.starts_with("impl<") && line.contains("> runtime::");
    (line.starts_with("impl runtime::") || is_generic) && !line.contains(" for ")
}
