//! What became of a document, as a line of a table and a list of what is wrong.

use std::collections::BTreeMap;
use std::path::Path;

use tintype_examples_tests::document::Document;
use tintype_examples_tests::program::Programs;

use crate::run::{Case, run, whole};
use crate::verdict::Court;

/// The counts of a document.
#[derive(Debug, Default)]
pub struct Report {
    /// The file.
    pub file: String,
    /// Operations of the document.
    pub operations: u64,
    /// Calls with what is required, and with everything.
    pub calls: usize,
    /// Answers that were given to further calls.
    pub answers: usize,
    /// Cases that are wrong: which, and how.
    pub wrong: Vec<String>,
    /// What was not tried: the reasons, and how often.
    pub impossible: BTreeMap<String, usize>,
}

/// The head of the table that [`Report::row`] has the rows of.
pub const HEAD: &str = "| document | operations | calls | answers | wrong | not possible |\n\
                        | --- | ---: | ---: | ---: | ---: | --- |";

impl Report {
    /// The counts as a row of a Markdown table.
    pub fn row(&self) -> String {
        let impossible = self.impossible.iter();
        let impossible: Vec<String> = impossible
            .map(|(why, count)| format!("{count}: {why}"))
            .collect();
        format!(
            "| {} | {} | {} | {} | {} | {} |",
            self.file,
            self.operations,
            self.calls,
            self.answers,
            self.wrong.len(),
            impossible.join("; ").replace('|', "\\|")
        )
    }
}

/// Makes all cases of a document, and judges them. What stands in another form than one file of OpenAPI 3 is judged as other tools
/// write it in that form: the crate is made of the document as it is.
///
/// # Errors
///
/// A text for a person: the crate does not compile, or one of the programs does not run.
pub fn report(
    path: &Path,
    document: &Document,
    programs: &Programs,
    folder: &Path,
) -> Result<Report, String> {
    if !document.plan.has_operations() {
        return Ok(Report {
            file: document.file.clone(),
            ..Report::default()
        });
    }
    let written = folder.join(format!("{}.json", document.package));
    let other = whole(path, &written)?.then(|| Document::read(&written));
    let other = other.transpose()?;
    let (path, judged) = other
        .as_ref()
        .map_or((path, document), |other| (written.as_path(), other));
    let made = run(path, document, programs, folder)?;
    let mut court = Court::new(judged);
    let mut report = Report {
        file: document.file.clone(),
        ..Report::default()
    };
    report.operations = made.operations;
    for case in &made.cases {
        if let Some(why) = Court::is_impossible(case) {
            *report.impossible.entry(why.to_owned()).or_default() += 1;
            continue;
        }
        if case.given["what"] == "call" {
            report.calls += 1;
        } else {
            report.answers += 1;
        }
        if let Some(why) = Court::is_unread(case) {
            *report.impossible.entry(why.to_owned()).or_default() += 1;
        }
        let faults = court.faults(case);
        if !faults.is_empty() {
            report
                .wrong
                .push(format!("{}: {}", name(case), faults.join("; ")));
        }
    }
    for (_, why) in made.impossible {
        *report.impossible.entry(why).or_default() += 1;
    }
    Ok(report)
}

/// A case in a few words.
fn name(case: &Case) -> String {
    let said = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let operation = said(&case.given["operation"]);
    if case.given["what"] == "call" {
        return format!(
            "{operation} ({} {})",
            said(&case.given["extent"]),
            said(&case.given["body"]["said"])
        );
    }
    let answer = &case.given["answer"];
    format!(
        "{operation} -> {} {}",
        said(&answer["documented"]),
        said(&answer["said"])
    )
}
