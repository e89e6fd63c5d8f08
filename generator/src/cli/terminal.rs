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
    let _ = writeln!(io::stderr(), "{}", text.trim_end());
}

/// Writes a result to standard output; a reader that stopped reading, such as `head`, is no error.
pub(super) fn print(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}
