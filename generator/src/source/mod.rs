//! Reading: a path in, the tree of the document out, with a place for every node. Knows texts and trees, not what they mean.

pub mod files;
#[cfg(feature = "diff")]
pub mod git;
pub mod grammar;
mod json;
mod keys;
mod manifest;
mod maps;
mod origins;
#[cfg(feature = "overlays")]
mod overlay;
mod package;
mod reading;
pub mod resources;
pub mod settings;
mod several;
mod texts;
pub mod through;
mod toml_spans;
mod toml_text;
mod tree;
mod uri;
mod values;
mod yaml;
mod yaml_breaks;
mod yaml_spans;

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::lines::Lines;
use crate::diag::sources::Locate;
use crate::diag::spans::Spans;
use crate::diag::{Code, Diagnostic, FileId, Place, Position, Reported, Sources, codes};
use crate::pointer::Pointer;
use files::{Files, MAX_BYTES};
use grammar::purpose::is_documentation;
pub use origins::Origins;
pub use reading::MAX_COPIED;
use reading::{Problem, Reading, What};
pub use several::is_remote;
pub use tree::{Tree, Written};

/// A text that is not even values.
#[derive(Debug)]
struct Broken {
    reason: String,
    position: Option<Position>,
}

/// Reads a document, JSON or YAML, with the other files that it refers to, and does what the overlays of the configuration say;
/// mistakes that leave it readable are reported and do not fail.
///
/// # Errors
///
/// When the document cannot be read. What is wrong with other files is reported.
pub fn read(files: &dyn Files, path: &Path, cx: &mut Cx) -> Result<Tree, Reported> {
    let (root, file) = parse(files, path, None, cx)?;
    if !root.is_object() {
        let at = Pointer::root();
        let found = codes::NO_DOCUMENT.at(Place { file, at });
        return Err(cx.error(found.arg("what", name_of(&root))));
    }
    let tree = Tree {
        root,
        file,
        origins: Origins::default(),
        parts: BTreeMap::new(),
    };
    let beside = path.parent().unwrap_or(Path::new("")).to_path_buf();
    let folder = cx.config().root.clone().unwrap_or(beside);
    let tree = several::join(files, path, &folder, tree, cx)?;
    #[cfg(feature = "overlays")]
    let tree = overlay::apply(files, tree, cx)?;
    Ok(tree)
}

/// Reads a file; `place` is where it is referred to.
fn parse(
    files: &dyn Files,
    path: &Path,
    place: Option<Place>,
    cx: &mut Cx,
) -> Result<(Value, FileId), Reported> {
    let text = load(files, path, place, cx)?;
    let is_json = is_json_text(path, &text);
    let locate: Locate = if is_json {
        json::locate
    } else {
        yaml_spans::locate
    };
    let file = cx.sources_mut().add(path, Arc::clone(&text), locate);
    if !is_json && let Some(at) = yaml_spans::too_deep(&text) {
        let found = codes::TOO_DEEP.plain().at_position(file, at);
        return Err(cx.error(found.arg("limit", reading::MAX_DEPTH)));
    }
    let mut reading = Reading::default();
    let (read, syntax) = if is_json {
        (json::read(&text, &mut reading), codes::JSON_SYNTAX)
    } else {
        (yaml::read(&text, &mut reading), codes::YAML_SYNTAX)
    };
    let has_stopped = reading
        .problems
        .iter()
        .any(|problem| is_fatal(problem.what));
    for problem in &reading.problems {
        report(problem, file, cx);
    }
    read.map(|root| (root, file)).map_err(|broken| {
        if has_stopped && let Err(reported) = cx.stop_on_errors() {
            // What stopped the reader was reported already, and better.
            return reported;
        }
        cx.error(unread(&broken, syntax, &reading, file, &text))
    })
}

/// Why a text cannot be read.
fn unread(
    broken: &Broken,
    syntax: &'static Code,
    reading: &Reading,
    file: FileId,
    text: &str,
) -> Diagnostic {
    let at = reading.failed_at();
    // The reader has limits of its own, on top of ours.
    let code = match broken.reason.as_str() {
        "repetition limit exceeded" => codes::TOO_MANY_NODES,
        "recursion limit exceeded" => codes::TOO_DEEP,
        _ => syntax,
    };
    let found = code
        .at(Place { file, at })
        .arg("reason", &broken.reason)
        .arg("limit", reading::MAX_DEPTH);
    if code != syntax {
        return found;
    }
    let end = Position {
        line: text.lines().count().max(1),
        column: 1,
    };
    found.at_position(file, broken.position.unwrap_or(end))
}

/// A file that was read, once more as it was written, before anything was moved or rewritten in it.
pub fn written(sources: &Sources, file: FileId) -> Option<Value> {
    let (path, text) = (sources.path(file)?, sources.text(file)?);
    let mut reading = Reading::default();
    let read = if is_json_text(path, text) {
        json::read(text, &mut reading)
    } else {
        yaml::read(text, &mut reading)
    };
    read.ok()
}

/// Reads the text of a file.
fn load(
    files: &dyn Files,
    path: &Path,
    place: Option<Place>,
    cx: &mut Cx,
) -> Result<Arc<str>, Reported> {
    let bytes = match files.read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let reason = match error.kind() {
                ErrorKind::NotFound => "there is no such file".to_owned(),
                ErrorKind::PermissionDenied => "it may not be read".to_owned(),
                _ => error.to_string(),
            };
            let is_configured = cx.config().spec.as_deref() == Some(path);
            let named = cx.config_place(&["spec"]).filter(|_| is_configured);
            let place = place.or(named);
            let url = path.to_string_lossy();
            if is_remote(&url) {
                let name = url.rsplit('/').find(|part| !part.is_empty());
                let name = name.and_then(|name| name.split(['?', '#']).next());
                let found = codes::DOCUMENT_ON_THE_NETWORK.maybe_at(place);
                let found = found.arg("url", &url);
                return Err(cx.error(found.arg("name", name.unwrap_or_default())));
            }
            let found = codes::FILE_NOT_READABLE
                .maybe_at(place)
                .arg("path", path.display());
            return Err(cx.error(found.arg("reason", reason)));
        }
    };
    if bytes.len() > MAX_BYTES {
        let found = codes::TOO_LARGE.plain().arg("path", path.display());
        return Err(cx.error(found.arg("limit", MAX_BYTES / 1024 / 1024)));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Arc::from(text.strip_prefix('\u{feff}').unwrap_or(&text))),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let text: Arc<str> = Arc::from(String::from_utf8_lossy(error.as_bytes()));
            let position = Lines::new(&text).position(valid);
            let file = cx.sources_mut().add(path, text, |_| Spans::default());
            Err(cx.error(codes::NOT_UTF8.plain().at_position(file, position)))
        }
    }
}

fn is_json_text(path: &Path, text: &str) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("json") => true,
        // YAML takes most of JSON, but not its escapes beyond the basic plane.
        _ => {
            text.trim_start().starts_with('{')
                && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
        }
    }
}

fn is_fatal(what: What) -> bool {
    matches!(what, What::Depth | What::Nodes | What::Key)
}

fn report(problem: &Problem, file: FileId, cx: &mut Cx) {
    let at = problem.at();
    let place = Place {
        file,
        at: at.clone(),
    };
    let key = at.last().unwrap_or_default();
    let code: &'static Code = match problem.what {
        What::Duplicate { is_same } if is_same || is_documentation(&at) => {
            codes::DUPLICATE_ANNOTATION
        }
        What::Duplicate { .. } => codes::DUPLICATE_KEY,
        What::Tag => codes::CUSTOM_TAG,
        What::Merge => codes::BAD_MERGE,
        What::Key => codes::ODD_KEY,
        What::Depth => codes::TOO_DEEP,
        What::Nodes => codes::TOO_MANY_NODES,
    };
    let found = code
        .at(place)
        .arg("key", key)
        .arg("limit", reading::MAX_DEPTH);
    cx.report(match problem.what {
        What::Duplicate { .. } => found.on_key().first_key("first here"),
        _ => found,
    });
}

/// The kind of a value in words.
pub fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a map",
    }
}
