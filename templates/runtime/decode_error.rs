//! Why JSON could not be read: where, what was expected, and what was found.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Display, Formatter};

use super::tame::tame;

/// JSON that differs from what the API describes.
///
/// It names the place as a JSON pointer, and shows only as much of the value as helps, never a whole body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError(Box<Mismatch>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Mismatch {
    /// From the innermost step to the outermost: the order in which the calls return.
    path: Vec<String>,
    expected: Cow<'static, str>,
    found: String,
    candidates: Vec<(&'static str, DecodeError)>,
}

/// What is found where a body should be and nothing came.
const NO_BODY: &str = "an empty body";

/// How many characters of a name on the way to the value are shown.
const STEP: usize = 128;

impl DecodeError {
    /// An error at the value that is being read.
    #[doc(hidden)]
    pub fn new(expected: impl Into<Cow<'static, str>>, found: impl Into<String>) -> Self {
        Self(Box::new(Mismatch {
            path: Vec::new(),
            expected: expected.into(),
            found: found.into(),
            candidates: Vec::new(),
        }))
    }

    /// A required field that is not there.
    #[doc(hidden)]
    pub fn missing(name: &str) -> Self {
        Self::new("a required value", "a missing field").at(name)
    }

    /// A body that is not there.
    #[doc(hidden)]
    pub fn no_body() -> Self {
        Self::new("a JSON document", NO_BODY)
    }

    /// Whether there is no body.
    #[doc(hidden)]
    pub fn is_no_body(&self) -> bool {
        self.0.path.is_empty() && self.0.found == NO_BODY
    }

    /// Text that is not JSON.
    #[doc(hidden)]
    pub fn syntax(error: &serde_json::Error) -> Self {
        Self::new("a JSON document", format!("text that is not JSON: {error}"))
    }

    /// A value that fits no variant of a union, with the reason of each.
    #[doc(hidden)]
    pub fn candidates(candidates: Vec<(&'static str, Self)>) -> Self {
        let names: Vec<&str> = candidates.iter().map(|(name, _)| *name).collect();
        let expected = format!("one of {}", names.join(", "));
        let mut error = Self::new(expected, "a value that fits none of them");
        error.0.candidates = candidates;
        error
    }

    /// Adds the step that leads to the value: the name of a field or the index of an element.
    #[must_use]
    #[doc(hidden)]
    pub fn at(mut self, step: impl Display) -> Self {
        self.0.path.push(step.to_string());
        self
    }

    /// The place, as a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)); empty for the whole document.
    ///
    /// Names in it may be of the server's making: it is for programs, and `Display` shows it in a form that is fit for a log.
    pub fn pointer(&self) -> String {
        self.steps(str::to_owned)
    }

    fn steps(&self, shown: impl Fn(&str) -> String) -> String {
        let mut pointer = String::new();
        for step in self.0.path.iter().rev() {
            pointer.push('/');
            pointer.push_str(&shown(step).replace('~', "~0").replace('/', "~1"));
        }
        pointer
    }

    /// What the API describes, such as `a string`.
    pub fn expected(&self) -> &str {
        &self.0.expected
    }

    /// What was there instead, shortened, such as `the number 3`.
    pub fn found(&self) -> &str {
        &self.0.found
    }

    /// The variants of a union, each with the reason why the value does not fit it.
    pub fn reasons(&self) -> &[(&'static str, Self)] {
        &self.0.candidates
    }
}

impl Display for DecodeError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.0.path.is_empty() {
            write!(f, "at {}: ", self.steps(|step| tame(step, STEP)))?;
        }
        write!(f, "expected {}, found {}", self.0.expected, self.0.found)?;
        for (index, (name, reason)) in self.0.candidates.iter().enumerate() {
            let separator = if index == 0 { " (" } else { "; " };
            write!(f, "{separator}{name}: {reason}")?;
        }
        if !self.0.candidates.is_empty() {
            f.write_str(")")?;
        }
        Ok(())
    }
}

impl Error for DecodeError {}
