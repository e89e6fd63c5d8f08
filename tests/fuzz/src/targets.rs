//! What a fuzzer calls: bytes in, and nothing but diagnostics may come of them. Each holds what must be true of every input.

use std::path::Path;

use tintype::config::Config;
use tintype::cx::Cx;
use tintype::diag::{Focus, Place};
use tintype::output::lock;
use tintype::pointer::Pointer;
use tintype::run::{self, Request};
use tintype::source::files::Memory;
use tintype::source::{self, Tree};
use tintype::{diff, pipeline};

/// Reads a document. Where a key stands and what it says comes of two readers of YAML, which have to agree.
pub fn read(bytes: &[u8]) {
    let files = Memory::default().with("fuzzed.yaml", bytes);
    let mut cx = Cx::new(Config::default());
    let read = source::read(&files, Path::new("fuzzed.yaml"), &mut cx);
    assert_eq!(read.is_err(), cx.stop_on_errors().is_err() && read.is_err());
    let _ = cx.rendered();
    if let Ok(tree) = read {
        agree(&tree.root, &Pointer::root(), &tree, &cx);
    }
}

/// Every key of letters stands at its place.
fn agree(value: &serde_json::Value, at: &Pointer, tree: &Tree, cx: &Cx) {
    if let Some(list) = value.as_array() {
        for (index, element) in list.iter().enumerate() {
            agree(element, &at.index(index), tree, cx);
        }
    }
    for (key, inner) in value.as_object().into_iter().flatten() {
        let at = at.child(key);
        let is_plain = key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let place = Place {
            file: tree.file,
            at: at.clone(),
        };
        if is_plain && let Some(span) = cx.sources().span(&place, Focus::Key) {
            let line = cx
                .sources()
                .line(place.file, span.start.line)
                .unwrap_or_default();
            let text: String = line.chars().skip(span.start.column - 1).collect();
            let is_spelled = text
                .trim_start_matches(['"', '\''])
                .starts_with(key.as_str());
            // Escapes, tags and anchors are another spelling of a key; so is one on several lines.
            let is_other = text.contains('\\')
                || text.starts_with(['!', '&', '*', '?', '|', '>'])
                || text.trim().is_empty();
            assert!(
                is_spelled || is_other,
                "{at}: {}:{}: {text}",
                span.start.line,
                span.start.column
            );
        }
        agree(inner, &at, tree, cx);
    }
}

/// Generates all that there is.
pub fn generate(bytes: &[u8]) {
    let files = Memory::default().with("fuzzed.yaml", bytes);
    let mut cx = Cx::new(Config::default());
    let plan = pipeline::plan(&files, Path::new("fuzzed.yaml"), &mut cx);
    assert_eq!(plan.is_err(), cx.stop_on_errors().is_err());
    let _ = cx.rendered();
    if let Ok(plan) = plan {
        for (path, text) in pipeline::output(&plan).files {
            assert!(!text.contains("a bug in Tintype"), "{path}: {text}");
        }
        pipeline::single_file(&plan, &["https".to_owned()].into());
        let _ = tintype::inspect::text(&plan);
    }
}

/// Compares two documents, which a line of four equals signs parts.
pub fn compare(bytes: &[u8]) {
    const PART: &[u8] = b"\n====\n";
    let at = bytes.windows(PART.len()).position(|window| window == PART);
    let Some(at) = at else {
        return;
    };
    let side = |bytes: &[u8]| {
        let files = Memory::default().with("fuzzed.yaml", bytes);
        let request = Request {
            spec: Some("fuzzed.yaml".into()),
            ..Request::default()
        };
        run::placed(&files, &request).ok()
    };
    let (old, new) = (side(&bytes[..at]), side(&bytes[at + PART.len()..]));
    if let (Some(old), Some(new)) = (old, new) {
        let report = diff::compare(old.side(), new.side());
        let _ = diff::report::text(&report);
        let _ = diff::report::html(&report, "old", "new");
    }
}

/// Reads a lock file, and the seal of a single file.
pub fn lock(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        if let Ok(known) = lock::Lock::parse(text) {
            assert_eq!(lock::Lock::parse(&known.text()), Ok(known));
        }
        assert!(lock::is_sealed(&lock::seal(&text.replace('\r', ""))));
        lock::is_sealed(text);
    }
}

/// Reads a configuration, and a manifest that it names.
pub fn configuration(bytes: &[u8]) {
    const DOCUMENT: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {type: object}}}\n";
    let files = Memory::default()
        .with("tintype.toml", bytes)
        .with("Cargo.extra.toml", bytes)
        .with("openapi.yaml", DOCUMENT);
    let mut cx = Cx::default();
    let loaded = source::settings::load(&files, Path::new("tintype.toml"), &mut cx);
    assert_eq!(loaded.is_err(), cx.stop_on_errors().is_err());
    if loaded.is_ok()
        && let Ok(plan) = pipeline::plan(&files, Path::new("openapi.yaml"), &mut cx)
    {
        pipeline::output(&plan);
    }
    let _ = cx.rendered();
}
