//! The report as JSON. Its form is stable: keys are added, never changed. The JSON Schema of it is [`SCHEMA`].
//!
//! - `verdict`: the level that the crate needs, `none`, `patch`, `minor` or `major`.
//! - `wire`: the worst of all changes for programs that were built before.
//! - `api`: the `title` and the version in the `old` and the `new` document; `crate`: the `version` of the old crate, and `next`, the
//!   least that says what changed.
//! - `breaking`: whether callers break, those built before or those built again.
//! - `new`: whether there is nothing to compare with, since the crate is new.
//! - `counts`: how many changes have each level, and how many break the wire.
//! - `changes`: each with
//!   - `rule`, the stable id, and `title`, what happened;
//!   - `subject`, what the change is about, `also`, others that share its place, and `detail`, what exactly;
//!   - `documentation`, what changed of the documentation of the item besides, each with `rule`, `title` and `detail`;
//!   - `resources`, the resources whose operations meet it, `operations`, at most 20 of these, and `operation_count`;
//!   - `direction`: `request`, `response` or `both`;
//!   - `wire`: `none`, `compatible` or `breaking`; `rust`: a level; `reason`, why;
//!   - `old` and `new`, the item on each side or null: `pointer`, `file`, `line`, `column`, `excerpt` (`first`, the number of
//!     the first line, `lines`, `item`, the numbers of the first and last line of the item, `printed`, whether the lines are
//!     the item alone, since the document has none, and `cut`, whether the item goes on), `signature` and `code`;
//!   - `fingerprint`, the same for the same change.
//! - `unseen`: in how many places the documents differ although nothing else that is told of here does.
//! - `not_compared`: parts that are not modelled, those that differ first, each with
//!   - `code`, the id of the diagnostic that tells of it, or `annotation`, and `reason`, why;
//!   - `changed`, whether the two documents say something else there; nobody knows what it means then;
//!   - `old` and `new`, as of a change, without code.

use serde_json::{Value, json};

use super::super::{Bump, Change, Documented, NotCompared, Report, Spot};
use crate::diag::json_text;

/// The JSON Schema of the report.
pub const SCHEMA: &str = include_str!("schema.json");

/// The operations of a change that are named.
const OPERATIONS: usize = 20;

/// The report.
pub fn json(report: &Report) -> String {
    let changes: Vec<Value> = report.changes.iter().map(change).collect();
    let not_compared: Vec<Value> = report.not_compared.iter().map(not_compared).collect();
    let report = json!({
        "verdict": report.verdict.word(),
        "wire": report.wire().word(),
        "breaking": report.is_breaking(),
        "new": report.is_new,
        "api": {
            "title": report.about.title,
            "old": report.about.old,
            "new": report.about.new,
        },
        "crate": {
            "version": report.about.version,
            "next": report.about.due,
        },
        "counts": {
            "major": report.count(Bump::Major),
            "minor": report.count(Bump::Minor),
            "patch": report.count(Bump::Patch),
            "none": report.count(Bump::None),
            "wire": report.count_wire(),
        },
        "changes": changes,
        "not_compared": not_compared,
        "unseen": report.unseen.as_ref().map_or(0, |unseen| unseen.count),
    });
    json_text(&report)
}

fn change(change: &Change) -> Value {
    json!({
        "rule": change.rule.id,
        "title": change.rule.title,
        "subject": change.subject,
        "also": change.also,
        "documentation": change.documentation.iter().map(documented).collect::<Vec<_>>(),
        "detail": change.detail,
        "resources": change.resources,
        "operations": change.operations.iter().take(OPERATIONS).map(AsRef::as_ref).collect::<Vec<&str>>(),
        "operation_count": change.operations.len(),
        "direction": change.direction.word(),
        "wire": change.wire.word(),
        "rust": change.rust.word(),
        "reason": change.reason,
        "old": change.old.as_ref().map(spot),
        "new": change.new.as_ref().map(spot),
        "fingerprint": change.fingerprint,
    })
}

fn documented(with: &Documented) -> Value {
    json!({ "rule": with.rule.id, "title": with.rule.title, "detail": with.detail })
}

fn not_compared(part: &NotCompared) -> Value {
    json!({
        "code": part.code,
        "reason": part.reason,
        "changed": part.is_changed,
        "old": part.old.as_ref().map(spot),
        "new": part.new.as_ref().map(spot),
    })
}

fn spot(spot: &Spot) -> Value {
    json!({
        "pointer": spot.pointer,
        "file": spot.file,
        "line": spot.line,
        "column": spot.column,
        "excerpt": {
            "first": spot.excerpt.first,
            "lines": spot.excerpt.lines,
            "item": [spot.excerpt.item.0, spot.excerpt.item.1],
            "printed": spot.excerpt.is_printed,
            "cut": spot.excerpt.is_cut,
        },
        "signature": spot.signature,
        "code": spot.code,
    })
}
