//! The judge is judged: each way of breaking a generated crate is found by it. `TINTYPE_BREAKAGES=part,of,words` leaves the others out.

#![expect(
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it does"
)]

use std::path::Path;

use tintype_examples_tests::document::Document;
use tintype_examples_tests::program::Programs;
use tintype_judge_tests::report::report;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// A change of a generated crate that makes it wrong.
struct Breakage {
    what: &'static str,
    document: &'static str,
    file: &'static str,
    find: &'static str,
    replace: &'static str,
}

const BREAKAGES: &[Breakage] = &[
    Breakage {
        what: "a query parameter goes into a header",
        document: "parameters.yaml",
        file: "src/operations/api.rs",
        find: "set count: query, i64;",
        replace: "set count: header, i64;",
    },
    Breakage {
        what: "`explode` is dropped",
        document: "parameters.yaml",
        file: "src/runtime/style.rs",
        find: "Pieces::of(value, explode, delimiter, encoding)",
        replace: "Pieces::of(value, false, delimiter, encoding)",
    },
    Breakage {
        what: "values are not percent-encoded",
        document: "parameters.yaml",
        file: "src/runtime/percent.rs",
        find: "Self::Strict => UNRESERVED,",
        replace: "Self::Strict => return text.to_owned(),",
    },
    Breakage {
        what: "a list is joined by another sign",
        document: "parameters.yaml",
        file: "src/runtime/style.rs",
        find: "QueryStyle::PipeDelimited => \"%7C\",",
        replace: "QueryStyle::PipeDelimited => \",\",",
    },
    Breakage {
        what: "headers are not sent",
        document: "parameters.yaml",
        file: "src/runtime/parts.rs",
        find: "self.set_header(name, &text);",
        replace: "drop(text);",
    },
    Breakage {
        what: "a form is empty",
        document: "bodies.yaml",
        file: "src/runtime/form.rs",
        find: "form(&values, fields).into()",
        replace: "{ let _ = form(&values, fields); super::body::Body::default() }",
    },
    Breakage {
        what: "the name of a file is lost",
        document: "bodies.yaml",
        file: "src/runtime/multipart_body.rs",
        find: "file_name: file_name.map(str::to_owned)",
        replace: "file_name: file_name.map(|_| name.to_owned())",
    },
    Breakage {
        what: "whole numbers go through a float",
        document: "bodies.yaml",
        file: "src/runtime/numbers.rs",
        find: "                json.plain(self);",
        replace: "json.plain(&(*self as f64 as i64));",
    },
    Breakage {
        what: "the tag of a union is not written",
        document: "bodies.yaml",
        file: "src/runtime/union.rs",
        find: "json.tagged(value, Tag { name, values });",
        replace: "drop(Tag { name, values }); value.encode(json);",
    },
    Breakage {
        what: "a union is always its first candidate",
        document: "answers.yaml",
        file: "src/runtime/choice.rs",
        find: "candidates.position(|candidate| self.is_of(candidate.tags))",
        replace: "candidates.position(|_| self.text.is_some())",
    },
    Breakage {
        what: "bytes are decoded with replacement characters",
        document: "answers.yaml",
        file: "src/runtime/reading.rs",
        find: "readable(&incoming.raw).cloned()",
        replace: "Ok(String::from_utf8_lossy(&incoming.raw.body).into_owned().into())",
    },
    Breakage {
        what: "the status of a success is ignored",
        document: "answers.yaml",
        file: "src/runtime/operation_table.rs",
        find: "let status = incoming.status();",
        replace: "let status = 200_u16;",
    },
    Breakage {
        what: "a documented error is that of another status",
        document: "answers.yaml",
        file: "src/operations/api.rs",
        find: "status 404 = NotFound",
        replace: "status 499 = NotFound",
    },
    Breakage {
        what: "the name of an event is lost",
        document: "streams.yaml",
        file: "src/runtime/event_parser.rs",
        find: "event.filter(|name| !name.is_empty())",
        replace: "event.filter(|_| false)",
    },
];

/// Whether the judge finds something wrong with the broken crate.
fn is_found(breakage: &Breakage, programs: &Programs, folder: &Path) -> Result<bool, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(breakage.document);
    let mut document = Document::read(&path)?;
    let text = document.output.files.get_mut(breakage.file);
    let text = text.ok_or_else(|| format!("{} is not there", breakage.file))?;
    if !text.contains(breakage.find) {
        return Err(format!("{} has no {:?}", breakage.file, breakage.find));
    }
    *text = text.replace(breakage.find, breakage.replace);
    let report = report(&path, &document, programs, folder)?;
    println!("{}: {} cases are wrong", breakage.what, report.wrong.len());
    Ok(!report.wrong.is_empty())
}

#[test]
fn each_breakage_is_found() {
    // Where the crates of the documents are compiled already.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("judge");
    let programs = Programs::new(&folder, &Path::new(ROOT).join("Cargo.lock"))
        .unwrap()
        .with_sockets();
    let mut missed = Vec::new();
    let only = std::env::var("TINTYPE_BREAKAGES").unwrap_or_default();
    let wanted = |breakage: &&Breakage| only.split(',').any(|part| breakage.what.contains(part));
    for breakage in BREAKAGES.iter().filter(wanted) {
        match is_found(breakage, &programs, &folder) {
            Ok(true) => {}
            Ok(false) => missed.push(format!("not found: {}", breakage.what)),
            Err(error) => missed.push(format!("{}: {error}", breakage.what)),
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
