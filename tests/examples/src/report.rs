//! What came of the values of a document, as a line of a table and a list of what failed.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::compare::{Outcome, compare, short};
use crate::document::Document;
use crate::examples::Example;
use crate::judge::Judge;
use crate::program::{Case, Programs};

/// The counts of a document.
#[derive(Debug, Default)]
pub struct Report {
    /// The file.
    pub file: String,
    /// Values that were tried.
    pub found: usize,
    /// Valid ones.
    pub valid: usize,
    /// Valid ones whose place has no type of its own, such as a part of an `allOf`.
    pub untyped: usize,
    /// Came back equal.
    pub equal: usize,
    /// Came back without properties that no schema names.
    pub without_unnamed: usize,
    /// Pointer, type and reason of the others.
    pub failures: Vec<String>,
}

/// The head of the table that [`Report::row`] has the rows of.
pub const HEAD: &str = "| document | values | valid | no type of their own | equal | equal but for properties that no schema names | failed |\n\
                        | --- | ---: | ---: | ---: | ---: | ---: | ---: |";

impl Report {
    /// The counts as a row of a Markdown table.
    pub fn row(&self) -> String {
        format!(
            "| {} | {} | {} | {} | {} | {} | {} |",
            self.file,
            self.found,
            self.valid,
            self.untyped,
            self.equal,
            self.without_unnamed,
            self.failures.len()
        )
    }
}

/// Judges each value, then reads and writes those that are valid.
///
/// # Errors
///
/// The crate does not compile, or the program ends early.
pub fn report(
    document: &Document,
    values: &[Example],
    programs: &Programs,
) -> Result<Report, String> {
    let mut judge = Judge::new(document);
    let mut report = Report {
        file: document.file.clone(),
        found: values.len(),
        ..Report::default()
    };
    let mut valid = Vec::new();
    for value in values {
        match judge.is_valid(&value.schema, value.view, &value.value) {
            Some(true) => valid.push(value),
            Some(false) => {}
            None => report.failures.push(format!("{}: no validator", value.at)),
        }
    }
    report.valid = valid.len();
    let mut cases = Vec::new();
    let mut sources = Vec::new();
    for value in valid {
        let types = readable(&value.types);
        report.untyped += usize::from(types.is_empty());
        for ty in types {
            sources.push(value);
            cases.push(Case {
                ty: ty.clone(),
                value: value.value.clone(),
            });
        }
    }
    let answers = programs.run(document, &cases)?;
    if answers.len() != cases.len() {
        return Err(format!(
            "{} answers to {} values",
            answers.len(),
            cases.len()
        ));
    }
    for ((example, case), answer) in sources.into_iter().zip(&cases).zip(answers) {
        let schema = (example.schema.as_str(), example.view);
        let outcome =
            answer.map(|after| compare(&mut judge, document, schema, &example.value, &after));
        let reason = match outcome {
            Ok(Outcome::Equal) => {
                report.equal += 1;
                continue;
            }
            Ok(Outcome::WithoutUnnamed) => {
                report.without_unnamed += 1;
                continue;
            }
            Ok(Outcome::Different(difference)) => difference,
            Err(error) => error,
        };
        report.failures.push(failure(example, case, &reason));
    }
    Ok(report)
}

/// Bytes are no JSON; any JSON is held by its own type.
fn readable(types: &BTreeSet<String>) -> Vec<&String> {
    types.iter().filter(|ty| *ty != "bytes::Bytes").collect()
}

fn failure(example: &Example, case: &Case, reason: &str) -> String {
    let value: &Value = &example.value;
    format!(
        "{} as {}: {reason}\n    {}",
        example.at,
        case.ty,
        short(value)
    )
}
