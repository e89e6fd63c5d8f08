//! REVIEWING.md: its table is that of the rules, and its workflow works as far as it can be tried without GitHub.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tintype::diff::rules;
use tintype::diff::{Bump, Judgement, Wire};

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("REVIEWING.md");
    fs::read_to_string(path).unwrap()
}

const fn wire(wire: Wire) -> &'static str {
    match wire {
        Wire::None => "none",
        Wire::Compatible => "compatible",
        Wire::Breaking => "breaking",
    }
}

const fn level(level: Bump) -> &'static str {
    match level {
        Bump::None => "none",
        Bump::Patch => "patch",
        Bump::Minor => "minor",
        Bump::Major => "major",
    }
}

/// What both directions have, or what each has.
fn both(rule: &rules::Rule, say: fn(Judgement) -> &'static str) -> String {
    let said: Vec<&str> = [rule.request, rule.response]
        .into_iter()
        .flatten()
        .map(say)
        .collect();
    match said[..] {
        [one, other] if one != other => format!("{one} / {other}"),
        [one, ..] => one.to_owned(),
        [] => String::new(),
    }
}

#[test]
fn the_table_has_every_rule() {
    let rows = rules::ALL.iter().map(|rule| {
        let (wire, rust, why) = (
            both(rule, |one| wire(one.wire)),
            both(rule, |one| level(one.rust)),
            both(rule, |one| one.reason),
        );
        let way = match (rule.request, rule.response) {
            (Some(_), Some(_)) => "request / response",
            (Some(_), None) => "request",
            (None, _) => "response",
        };
        format!(
            "| `{}` | {} | {way} | {wire} | {rust} | {why} |\n",
            rule.id, rule.title
        )
    });
    let head = "| rule | what happened | direction | wire | Rust | why |\n| --- | --- | --- | --- | --- | --- |\n";
    let table = head.to_owned() + &rows.collect::<String>();
    let page = page();
    let (_, found) = page.split_once("<!-- rules -->\n\n").unwrap_or_default();
    assert!(
        found == table,
        "the table of REVIEWING.md has to be\n\n{table}"
    );
}

/// The scripts of the workflow, in their order.
fn scripts() -> Vec<String> {
    let page = page();
    let (_, rest) = page.split_once("```yaml\n").unwrap();
    let (workflow, _) = rest.split_once("```").unwrap();
    let workflow: serde_json::Value = serde_yaml::from_str(workflow).unwrap();
    let steps = workflow["jobs"]["review"]["steps"].as_array().unwrap();
    let scripts = steps.iter().filter_map(|step| step["run"].as_str());
    scripts.map(str::to_owned).collect()
}

/// A repository with a document and its crate, as a pull request leaves it.
struct Repository {
    folder: tempfile::TempDir,
    base: String,
}

const DOCUMENT: &str = "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths: {}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
";

impl Repository {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut repository = Self {
            folder,
            base: String::new(),
        };
        let root = repository.root();
        for folder in ["spec", "bin"] {
            fs::create_dir(root.join(folder)).unwrap();
        }
        fs::write(
            root.join("spec/tintype.toml"),
            "spec = 'api.yaml'\noutput = '../generated-sdk'\n",
        )
        .unwrap();
        fs::write(root.join("spec/api.yaml"), DOCUMENT).unwrap();
        repository.script("gh", "echo \"$@\" > asked.txt; cp review.md commented.md");
        // Installing it is what `cargo install` does; here it was built by the test.
        repository.script("cargo", "echo \"$@\" > installed.txt");
        let tintype = format!("exec {} \"$@\"", env!("CARGO_BIN_EXE_tintype"));
        repository.script("tintype", &tintype);
        repository.ok("tintype generate --config spec/tintype.toml");
        repository.ok("git init -q . && git add spec generated-sdk");
        repository.ok("git -c user.name=t -c user.email=t@example.com commit -qm base");
        let base = repository.ok("git rev-parse HEAD");
        base.trim().clone_into(&mut repository.base);
        repository
    }

    fn root(&self) -> PathBuf {
        self.folder.path().to_path_buf()
    }

    fn script(&self, name: &str, text: &str) {
        let path = self.root().join("bin").join(name);
        fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
        let made = Command::new("chmod").arg("+x").arg(&path).status().unwrap();
        assert!(made.success());
    }

    fn run(&self, script: &str) -> Output {
        let path = std::env::var("PATH").unwrap();
        let path = format!("{}:{path}", self.root().join("bin").display());
        let mut command = Command::new("bash");
        // As GitHub runs a step.
        command.args(["-e", "-o", "pipefail", "-c", script]);
        command
            .env("PATH", path)
            .env("PR", "7")
            .env("SDK", "generated-sdk");
        command.env("BASE", &self.base).current_dir(self.root());
        command.output().unwrap()
    }

    fn ok(&self, script: &str) -> String {
        let output = self.run(script);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{script}\n{said}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn change(&self, from: &str, to: &str) {
        assert!(DOCUMENT.contains(from));
        fs::write(
            self.root().join("spec/api.yaml"),
            DOCUMENT.replace(from, to),
        )
        .unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.root().join(name)).unwrap()
    }
}

#[test]
fn the_workflow_comments_on_what_is_added_and_passes() {
    let repository = Repository::new();
    repository.change("{type: string}", "{type: string}, age: {type: integer}");
    repository.ok("tintype generate --config spec/tintype.toml");
    let said: Vec<String> = scripts().iter().map(|one| repository.ok(one)).collect();
    assert_eq!(
        repository.read("installed.txt").trim(),
        "install --locked --path tintype"
    );
    assert!(repository.read("asked.txt").starts_with("pr comment 7 "));
    assert!(repository.read("commented.md").contains("field-added"));
    assert!(repository.read("review.html").contains("Pet.<wbr>age"));
    assert!(
        said.iter().any(|said| said.contains("::notice file=")),
        "{said:?}"
    );
}

#[test]
fn the_workflow_fails_where_the_crate_is_stale() {
    let repository = Repository::new();
    repository.change("{type: string}", "{type: integer}");
    let scripts = scripts();
    let check = scripts
        .iter()
        .find(|one| one.contains("tintype check"))
        .unwrap();
    assert_eq!(repository.run(check).status.code(), Some(1));
}

#[test]
fn the_workflow_fails_at_its_end_where_callers_break() {
    let repository = Repository::new();
    repository.change("{type: string}", "{type: integer}");
    repository.ok("tintype generate --config spec/tintype.toml");
    let scripts = scripts();
    let (last, others) = scripts.split_last().unwrap();
    for script in others {
        repository.ok(script);
    }
    assert_eq!(repository.run(last).status.code(), Some(1));
}
