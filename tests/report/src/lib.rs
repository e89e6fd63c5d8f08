//! What the tests of the HTML report need: the pages, a browser and what drives it, each installed where it is missing.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use tintype::diff::{self, report};
use tintype::run::{self, Placed, Request};
use tintype::source::files::Memory;

/// Where Debian's package puts the browser.
pub const CHROMIUM: &str = "/usr/bin/chromium";

/// The report about two documents.
///
/// # Errors
///
/// The diagnostics of a document.
pub fn page(old: &str, new: &str) -> Result<String, String> {
    let (old, new) = (planned("old.yaml", old)?, planned("new.yaml", new)?);
    let changes = diff::compare(old.side(), new.side());
    Ok(report::html(&changes, "old.yaml", "new.yaml"))
}

fn planned(name: &str, text: &str) -> Result<Placed, String> {
    let files = Memory::default().with(name, text);
    let request = Request {
        spec: Some(name.into()),
        ..Request::default()
    };
    run::placed(&files, &request).map_err(|failure| failure.to_string())
}

/// Installs the browser, if it is missing and this machine lets us, and the packages of the lock file.
///
/// # Errors
///
/// A text for a person: what is missing, and how to get it.
pub fn install() -> Result<(), String> {
    browser().and_then(|()| packages())
}

fn browser() -> Result<(), String> {
    if Path::new(CHROMIUM).exists() {
        return Ok(());
    }
    // What is no Debian, or is not ours, has no such command or refuses it.
    let _ = run_quietly("apt-get", &["update", "-qq"]);
    let _ = run_quietly("apt-get", &["install", "-y", "-qq", "chromium"]);
    if Path::new(CHROMIUM).exists() {
        return Ok(());
    }
    Err(format!(
        "{CHROMIUM} is missing: `apt-get install chromium` as root. All other tests run without it: cargo test --workspace"
    ))
}

fn packages() -> Result<(), String> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    match run_quietly(npm, &["ci"]) {
        Ok(true) => Ok(()),
        Ok(false) => Err("`npm ci` failed in tests/report".to_owned()),
        Err(error) => Err(format!(
            "cannot run `{npm}`: {error}. These tests need Node.js 18 or later: see https://nodejs.org"
        )),
    }
}

fn run_quietly(program: &str, arguments: &[&str]) -> io::Result<bool> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    Ok(command.status()?.success())
}
