//! What an error says in a line of a log.

use std::fmt::{self, Display, Formatter};

use super::tame::{SHOWN, tame};
use super::{error::Error, problem::Problem, reading::describe};

/// How much of a cause is shown.
const MOST: usize = 4096;

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.operation() {
            write!(f, "{operation}: ")?;
        }
        let problem = self.failed().map(Problem::of).unwrap_or_default();
        if let Some(status) = self.status() {
            write!(f, "{status}: ")?;
        }
        match (&problem.code, &problem.message, self.failed()) {
            (Some(code), Some(message), _) => write!(f, "{code}: {message}")?,
            (Some(text), None, _) | (None, Some(text), _) => f.write_str(text)?,
            (None, None, Some(response)) if !response.is_empty() => {
                write!(f, "{}, {}", self.why(), describe(response))?;
            }
            (None, None, _) => f.write_str(self.why())?,
        }
        if let Some(source) = std::error::Error::source(self) {
            write!(f, ": {}", tame(&root(source).to_string(), MOST))?;
        }
        if let Some(id) = self.request_id() {
            write!(f, " (request id {})", tame(&id, SHOWN))?;
        }
        if self.attempts() > 1 {
            write!(f, " after {} attempts", self.attempts())?;
        }
        Ok(())
    }
}

/// The innermost cause: that of an HTTP client says more than its outermost one.
fn root<'e>(
    mut error: &'e (dyn std::error::Error + 'static),
) -> &'e (dyn std::error::Error + 'static) {
    while let Some(source) = error.source() {
        error = source;
    }
    error
}
