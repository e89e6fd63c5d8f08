//! The cases of a document, made: the foreign side makes them up and answers, the program that is generated calls.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tintype_examples_tests::document::Document;
use tintype_examples_tests::program::Programs;
use tintype_prism_tests::npm;

use crate::program;

/// A case, what the server decoded of its request, and what the SDK gave.
#[derive(Debug)]
pub struct Case {
    /// What was given and answered.
    pub given: Value,
    /// What came to the server; null for nothing.
    pub received: Value,
    /// What became of the call.
    pub result: Value,
}

/// What became of a document.
#[derive(Debug)]
pub struct Run {
    /// The cases that were made.
    pub cases: Vec<Case>,
    /// How many operations the document has.
    pub operations: u64,
    /// What cannot be tried: where, and why.
    pub impossible: Vec<(String, String)>,
}

/// Compiles the program of a document and makes all cases.
///
/// # Errors
///
/// A text for a person: the crate does not compile, Node.js is missing, or one of the programs does not run.
pub fn run(
    path: &Path,
    document: &Document,
    programs: &Programs,
    folder: &Path,
) -> Result<Run, String> {
    let cases = folder.join(format!("{}.cases.jsonl", document.package));
    make(path, &cases)?;
    let program = programs.build(document, &program::of(&document.plan))?;
    let server = Server::start(
        path,
        &cases,
        folder.join(format!("{}.report.jsonl", document.package)),
    )?;
    let lines = lines(&cases)?;
    let results = call(&program, &server.url, &cases, lines.len())?;
    let received = server.end()?;
    let numbered = |list: &[Value], number: usize| {
        let mut own = list
            .iter()
            .filter(|one| one["case"].as_u64() == u64::try_from(number).ok());
        own.next().cloned().unwrap_or_default()
    };
    let mut run = Run {
        cases: Vec::new(),
        operations: 0,
        impossible: Vec::new(),
    };
    for (number, given) in lines.into_iter().enumerate() {
        if let Some(impossible) = given.get("impossible") {
            let said = |key: &str| impossible[key].as_str().unwrap_or_default().to_owned();
            run.impossible.push((said("at"), said("why")));
        } else if let Some(count) = given["operations"].as_u64() {
            run.operations = count;
        } else {
            run.cases.push(Case {
                given,
                received: numbered(&received, number),
                result: numbered(&results, number)["result"].take(),
            });
        }
    }
    Ok(run)
}

fn node(verb: &str, files: &[&Path]) -> Result<Command, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    npm::install(folder, "swagger2openapi/package.json")?;
    let mut command = Command::new("node");
    command
        .arg(folder.join("node/main.mjs"))
        .arg(verb)
        .args(files);
    Ok(command)
}

fn make(document: &Path, cases: &Path) -> Result<(), String> {
    done(node("make", &[document, cases])?)
}

/// Writes a document of Swagger 2.0 or in several files as other tools do it in one file of OpenAPI 3; whether it is one.
///
/// # Errors
///
/// What Node.js says, or that it is missing.
pub fn whole(document: &Path, out: &Path) -> Result<bool, String> {
    let _ = fs::remove_file(out);
    done(node("whole", &[document, out])?)?;
    Ok(out.is_file())
}

fn done(mut command: Command) -> Result<(), String> {
    let output = command.output();
    let output = output.map_err(|error| npm::missing("node", &error))?;
    if output.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&output.stderr).into_owned())
}

fn lines(path: &Path) -> Result<Vec<Value>, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let lines = text.lines().map(serde_json::from_str);
    lines
        .collect::<Result<_, _>>()
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// Makes the calls. Where the program ends early, that is the result of the case, and the next one goes on.
fn call(program: &Path, server: &str, cases: &Path, count: usize) -> Result<Vec<Value>, String> {
    let mut results: Vec<Value> = Vec::new();
    let mut from = 0;
    while from < count {
        let output = Command::new(program)
            .arg(server)
            .arg(cases)
            .arg(from.to_string())
            .output()
            .map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&output.stdout);
        let before = results.len();
        results.extend(
            text.lines()
                .filter_map(|line| serde_json::from_str(line).ok()),
        );
        if output.status.success() {
            break;
        }
        let last = results.last().and_then(|one| one["case"].as_u64());
        let last = last
            .and_then(|number| usize::try_from(number).ok())
            .filter(|_| results.len() > before);
        let failed = last.map_or(from, |number| number + 1);
        let why = String::from_utf8_lossy(&output.stderr).into_owned();
        let why = format!("the program ended: {}: {why}", output.status);
        results.push(serde_json::json!({ "case": failed, "result": { "refused": why } }));
        from = failed + 1;
    }
    Ok(results)
}

/// The foreign server, as a child process.
struct Server {
    child: Child,
    url: String,
    report: PathBuf,
}

impl Server {
    fn start(document: &Path, cases: &Path, report: PathBuf) -> Result<Self, String> {
        let mut command = node("serve", &[document, cases, &report])?;
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command
            .spawn()
            .map_err(|error| npm::missing("node", &error))?;
        let mut port = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output)
                .read_line(&mut port)
                .map_err(|error| error.to_string())?;
        }
        let url = format!("http://127.0.0.1:{}", port.trim());
        let server = Self { child, url, report };
        match port.trim().parse::<u16>() {
            Ok(_) => Ok(server),
            Err(_) => Err(format!("the server does not listen: {port}")),
        }
    }

    /// Ends it, and gives what it received.
    fn end(mut self) -> Result<Vec<Value>, String> {
        drop(self.child.stdin.take());
        self.child.wait().map_err(|error| error.to_string())?;
        lines(&self.report)
    }
}

impl Drop for Server {
    /// One that has ended already is no trouble.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
