//! What is shown: results on standard output, diagnostics on standard error, progress only to a person at a terminal, advice to logs too.

use std::io::{self, IsTerminal, Write};

/// Shows what is being done.
#[derive(Debug)]
pub(super) struct Progress {
    is_shown: bool,
    is_quiet: bool,
}

impl Progress {
    /// Shows progress if someone is looking.
    pub(super) fn shown() -> Self {
        Self {
            is_shown: io::stderr().is_terminal(),
            is_quiet: false,
        }
    }

    /// Shows nothing.
    pub(super) const fn quiet() -> Self {
        Self {
            is_shown: false,
            is_quiet: true,
        }
    }

    /// Shows a line that is worth keeping in a log too.
    pub(super) fn advise(&self, line: &str) {
        if !self.is_quiet {
            complain(line);
        }
    }

    /// Shows a line.
    pub(super) fn say(&self, line: &str) {
        if self.is_shown {
            complain(line);
        }
    }
}

/// Writes to standard error; a closed stream is no reason to fail in another way.
pub(super) fn complain(text: &str) {
    let mut stderr = anstream::stderr().lock();
    for line in text.trim_end().lines() {
        let _ = writeln!(stderr, "{}", coloured(line));
    }
}

/// Writes a result to standard output; a reader that stopped reading, such as `head`, is no error.
pub(super) fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

const BOLD: &str = "\u{1b}[1m";
const RED: &str = "\u{1b}[1;31m";
const YELLOW: &str = "\u{1b}[1;33m";
const BLUE: &str = "\u{1b}[1;34m";
const CYAN: &str = "\u{1b}[1;36m";
const PLAIN: &str = "\u{1b}[0m";

/// A line of a listing with the colours of rustc, which the stream takes out again where nobody sees them. No text of a document begins
/// a line of a listing, and none has an escape of its own.
fn coloured(line: &str) -> String {
    let heads = [("error", RED), ("warning", YELLOW), ("note", CYAN)];
    for (word, colour) in heads {
        let Some(rest) = line.strip_prefix(word).filter(|rest| rest.starts_with('[')) else {
            continue;
        };
        if let Some((code, message)) = rest.split_once(": ") {
            return format!("{colour}{word}{code}{PLAIN}{BOLD}: {message}{PLAIN}");
        }
    }
    let set_in = line.trim_start();
    for mark in ["--> ", "::: ", "= help:", "= pointer:"] {
        if let Some(rest) = set_in.strip_prefix(mark) {
            let space = &line[..line.len() - set_in.len()];
            return format!(
                "{space}{BLUE}{}{PLAIN} {}",
                mark.trim_end(),
                rest.trim_start()
            );
        }
    }
    if let Some((margin, rest)) = line.split_once(" |") {
        let is_margin = margin.trim().bytes().all(|byte| byte.is_ascii_digit());
        let carets = rest.trim_start();
        if is_margin && margin.trim().is_empty() && carets.starts_with('^') {
            let space = &rest[..rest.len() - carets.len()];
            return format!("{BLUE}{margin} |{PLAIN}{space}{RED}{carets}{PLAIN}");
        }
        if is_margin {
            return format!("{BLUE}{margin} |{PLAIN}{rest}");
        }
    }
    line.to_owned()
}

#[cfg(test)]
mod tests {
    use super::coloured;

    #[test]
    fn what_a_listing_says_is_the_same_without_its_colours() {
        let listing = "error[S012]: `a: b` is none\n  --> a.yaml:1:2\n   |\n12 | a | b\n   | ^^^^ here\n   = pointer: #/a\n   = help: do\n  a.yaml:3:4: x\n";
        for line in listing.lines() {
            let shown = coloured(line);
            let plain = anstream::adapter::strip_str(&shown).to_string();
            assert_eq!(plain, line);
            assert_eq!(shown == line, line.starts_with("  a.yaml"), "{line}");
        }
    }
}
