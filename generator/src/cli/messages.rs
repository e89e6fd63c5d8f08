//! Diagnostics as somebody wants to have them: a listing for people, lines of JSON for programs, or annotations of GitHub Actions.

use std::fmt::Write as _;

use clap::ValueEnum;
use serde_json::json;

use crate::diag::{Counts, Severity, command_data, command_property, json_line};
use crate::failure::{Failure, Finding};

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// As rustc shows them
    Human,
    /// A line of JSON for each, and one for how many there are
    Json,
    /// Annotations of GitHub Actions
    Github,
}

impl Format {
    /// What went wrong.
    pub(super) fn failed(self, failure: &Failure) -> String {
        let findings = failure.diagnostics();
        let mut errors = findings
            .iter()
            .filter(|one| one.severity == Severity::Error);
        let first = errors.next();
        match (self, first) {
            (Self::Human, Some(first)) => format!(
                "{}\n\n{}; nothing was written; `tintype explain {}` says more\n",
                failure.to_string().trim_end(),
                failure.counts(),
                first.code
            ),
            (Self::Human, None) => failure.to_string(),
            _ => self.listed(
                failure.counts(),
                || failure.to_string(),
                || findings.to_vec(),
            ),
        }
    }

    /// What a run has to say: the listing for people, or the findings.
    pub(super) fn listed(
        self,
        counts: Counts,
        listing: impl FnOnce() -> String,
        findings: impl FnOnce() -> Vec<Finding>,
    ) -> String {
        match self {
            Self::Human => listing(),
            Self::Json => {
                let findings = findings();
                let all = findings.iter().map(of_json);
                all.chain([summary(counts)]).collect()
            }
            Self::Github => findings().iter().map(annotation).collect(),
        }
    }
}

fn of_json(one: &Finding) -> String {
    json_line(&json!({
        "kind": "diagnostic",
        "code": one.code,
        "name": one.name,
        "severity": one.severity.word(),
        "file": one.file.as_ref().map(|file| file.to_string_lossy()),
        "line": one.line,
        "column": one.column,
        "pointer": one.pointer,
        "message": one.message,
        "help": one.help,
    }))
}

fn summary(counts: Counts) -> String {
    json_line(&json!({
        "kind": "summary",
        "errors": counts.errors,
        "warnings": counts.warnings,
        "notes": counts.notes,
    }))
}

fn annotation(one: &Finding) -> String {
    let command = match one.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut place = String::new();
    if let Some(file) = &one.file {
        let _ = write!(place, "file={},", command_property(&file.to_string_lossy()));
    }
    if let (Some(line), Some(column)) = (one.line, one.column) {
        let _ = write!(place, "line={line},col={column},");
    }
    let title = command_property(&format!("{} {}", one.code, one.name));
    let help = if one.help.is_empty() {
        String::new()
    } else {
        format!(" ({})", one.help)
    };
    let message = command_data(&format!("{}{help}", one.message));
    format!("::{command} {place}title={title}::{message}\n")
}
