//! cargo-semver-checks: installed if it is missing, run on two crates, its report read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use tintype::diff::Bump;

use crate::crates::marked_with;

/// The version whose report is read here. Its lints are part of what the tests expect.
const VERSION: &str = "0.51.0";

/// An installed cargo-semver-checks.
#[derive(Debug)]
pub struct Tool {
    program: PathBuf,
    levels: BTreeMap<String, Bump>,
}

/// Something that it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The module that it is about: one of those that were merged.
    pub module: String,
    /// The id of the lint.
    pub lint: String,
    /// What the lint asks for.
    pub level: Bump,
}

impl Tool {
    /// Finds it below `target`, or installs it there with Cargo.
    ///
    /// # Errors
    ///
    /// A text for a person: it cannot be installed, or does not run.
    pub fn installed(target: &Path) -> Result<Self, String> {
        let root = target.join("tools");
        let name = format!("cargo-semver-checks{}", std::env::consts::EXE_SUFFIX);
        let mut tool = Self {
            program: root.join("bin").join(name),
            levels: BTreeMap::new(),
        };
        if !tool.is_there() {
            install(&root)?;
        }
        tool.levels = levels(&printed(tool.command().arg("--list"))?.1);
        Ok(tool)
    }

    /// What it finds when `old` becomes `new`: two descriptions of one crate.
    ///
    /// # Errors
    ///
    /// A text for a person: it does not run, or says something else than expected.
    pub fn compare(&self, name: &str, old: &Path, new: &Path) -> Result<Vec<Finding>, String> {
        let mut command = self.command();
        command
            .arg("--color=never")
            // With this it names what is minor, too.
            .args(["--release-type", "patch"])
            .arg("--baseline-rustdoc")
            .arg(old)
            .arg("--current-rustdoc")
            .arg(new);
        let (is_done, text) = printed(&mut command)?;
        let findings = self.findings(name, &text)?;
        if is_done == findings.is_empty() {
            Ok(findings)
        } else {
            Err(text)
        }
    }

    fn is_there(&self) -> bool {
        let version = printed(self.command().arg("--version"));
        version.is_ok_and(|(_, text)| text.trim().ends_with(&format!(" {VERSION}")))
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("semver-checks");
        command
    }

    fn findings(&self, name: &str, report: &str) -> Result<Vec<Finding>, String> {
        let mut findings = Vec::new();
        let mut lint = "";
        for line in report.lines() {
            if let Some(title) = line.strip_prefix("--- failure ") {
                lint = title.split(':').next().unwrap_or_default();
            } else if let Some(module) = module(name, line) {
                let level = self.levels.get(lint).copied();
                findings.push(Finding {
                    module: module.to_owned(),
                    lint: lint.to_owned(),
                    level: level.ok_or_else(|| format!("{lint} is not listed: {line}"))?,
                });
            }
        }
        Ok(findings)
    }
}

/// The module that a finding is about: the first in the path of the item, or in that of its file. What is set in further
/// says where the lint is documented.
fn module<'l>(name: &str, line: &'l str) -> Option<&'l str> {
    let finding = line.strip_prefix("  ")?;
    let item = format!("{name}::");
    if finding.starts_with(' ') {
        None
    } else if let Some(module) = finding.split("::").find_map(|part| marked_with(word(part))) {
        // Each module shows the types of the runtime, so the path may be that of any.
        Some(module)
    } else if let Some((_, path)) = finding.split_once(&item) {
        Some(word(path))
    } else {
        let (_, path) = finding.split_once("/src/")?;
        path.split('/').next()
    }
}

/// The identifier that a text begins with.
fn word(text: &str) -> &str {
    let end = text.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    &text[..end.unwrap_or(text.len())]
}

fn install(root: &Path) -> Result<(), String> {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["install", "--quiet", "--locked", "cargo-semver-checks"])
        .arg(format!("--version=={VERSION}"))
        .arg("--root")
        .arg(root)
        .arg("--target-dir")
        .arg(root.join("build"))
        // It is compiled longer than it runs.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    let output = command.output().map_err(|error| error.to_string())?;
    if output.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

/// The lints with what they ask for, as the tool lists them.
fn levels(list: &str) -> BTreeMap<String, Bump> {
    let rows = list.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (lint, level) = (words.next()?, words.next()?);
        let level = match level {
            "major" => Bump::Major,
            "minor" => Bump::Minor,
            _ => return None,
        };
        Some((lint.to_owned(), level))
    });
    rows.collect()
}

/// Whether a command ended well, and what it printed.
fn printed(command: &mut Command) -> Result<(bool, String), String> {
    let output = command.output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let is_reported = output.status.success() || !text.trim().is_empty();
    if is_reported {
        Ok((output.status.success(), text))
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}
