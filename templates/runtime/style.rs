//! Parameters as text: the table of `style` and `explode` of OpenAPI 3.0, as pure functions.
//!
//! The rules are those of <https://spec.openapis.org/oas/v3.0.4.html#style-values>. What the table leaves open is
//! settled here: null is left out, wherever it is; an array or object inside another one is written as JSON; a style
//! that is not defined for a kind of value falls back to the usual one of its place.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use super::percent::{self, Encoding};
use super::{expand::Pieces, sent::Sent};
// Only with deep objects.
use super::expand;

// Only with path styles.
/// How a value is written in a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PathStyle {
    /// `3,4,5`
    #[default]
    Simple,
    /// `.3.4.5`
    Label,
    /// `;id=3;id=4;id=5`
    Matrix,
}

/// How a value is written in a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum QueryStyle {
    /// `id=3&id=4`, or `id=3,4`
    #[default]
    Form,
    /// `id=3%204`
    SpaceDelimited,
    /// `id=3%7C4`
    PipeDelimited,
    // Only with deep objects.
    /// `id[role]=admin&id[name]=Alex`
    DeepObject,
}

/// A parameter that cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParameterError {
    name: String,
    problem: &'static str,
}

impl ParameterError {
    /// The name of the parameter.
    pub fn name(&self) -> &str {
        &self.name
    }

    fn new(name: &str, problem: &'static str) -> Self {
        Self { name: name.to_owned(), problem }
    }
}

impl Display for ParameterError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "the parameter `{}` {}", self.name, self.problem)
    }
}

impl Error for ParameterError {}

/// Writes a value of the path, encoded.
///
/// # Errors
/// A [`ParameterError`] for a value that would make the path another one: nothing at all, `.` or `..`.
pub fn simple(name: &str, value: &Sent) -> Result<String, ParameterError> {
    let pieces = Pieces::of(value, false, ",", Encoding::Strict);
    of_path(name, pieces.map(|pieces| pieces.join(",")))
}

// Only with path styles.
/// Writes a value of the path in any style, encoded.
///
/// # Errors
/// As [`simple`].
pub fn path(
    name: &str,
    style: PathStyle,
    explode: bool,
    value: &Sent,
) -> Result<String, ParameterError> {
    let pieces = Pieces::of(value, explode, ",", Encoding::Strict);
    let text = pieces.map(|pieces| match style {
        PathStyle::Simple => pieces.join(","),
        PathStyle::Label => format!(".{}", pieces.join(".")),
        PathStyle::Matrix => matrix(pieces.named(&percent::encode(name))),
    });
    of_path(name, text)
}

/// A text that leaves the path what it is.
fn of_path(name: &str, text: Option<String>) -> Result<String, ParameterError> {
    let problem = match text.as_deref() {
        None | Some("") => "is empty, which would make the path another one",
        Some("." | "..") => "would be a relative step of the path",
        Some(_) => return Ok(text.unwrap_or_default()),
    };
    Err(ParameterError::new(name, problem))
}

/// Adds a value to the query, as encoded pairs.
pub fn query(
    name: &str,
    style: QueryStyle,
    explode: bool,
    allow_reserved: bool,
    value: &Sent,
    out: &mut Vec<(String, String)>,
) {
    // Only with deep objects.
    if style == QueryStyle::DeepObject {
        let mut put = |name: &str, value: &Sent| {
            query(name, QueryStyle::Form, true, allow_reserved, value, out);
        };
        return expand::deep(name, value, &mut put);
    }
    let encoding =
        match (allow_reserved, explode || !matches!(value, Sent::List(_) | Sent::Members(_))) {
            (false, _) => Encoding::Strict,
            (true, true) => Encoding::Reserved,
            (true, false) => Encoding::ReservedElement,
        };
    let delimiter = match style {
        QueryStyle::SpaceDelimited => "%20",
        QueryStyle::PipeDelimited => "%7C",
        QueryStyle::Form => ",",
        // Only with deep objects.
        QueryStyle::DeepObject => "",
    };
    if let Some(pieces) = Pieces::of(value, explode, delimiter, encoding) {
        out.extend(pieces.named(&percent::encode(name)));
    }
}

// Only with header parameters.
/// Writes a value of a header, or `None` where there is nothing to send.
///
/// # Errors
/// A [`ParameterError`] for a value with a control character, such as the end of a line.
pub fn header(name: &str, explode: bool, value: &Sent) -> Result<Option<String>, ParameterError> {
    let text = Pieces::of(value, explode, ",", Encoding::Raw).map(|pieces| pieces.join(","));
    match text {
        Some(text) if text.contains(|c: char| c.is_control() && c != '\t') => {
            Err(ParameterError::new(name, "has a control character, which a header cannot hold"))
        }
        text => Ok(text),
    }
}

// Only with cookies.
/// Adds a value to the cookies, as encoded pairs.
pub fn cookie(name: &str, explode: bool, value: &Sent, out: &mut Vec<(String, String)>) {
    if let Some(pieces) = Pieces::of(value, explode, ",", Encoding::Strict) {
        out.extend(pieces.named(&percent::cookie_name(name)));
    }
}

// Only with path styles.
/// `;name=value` for each pair, and `;name` where the value is empty.
fn matrix(pairs: Vec<(String, String)>) -> String {
    let mut text = String::new();
    for (name, value) in pairs {
        text.push(';');
        text.push_str(&name);
        if !value.is_empty() {
            text.push('=');
            text.push_str(&value);
        }
    }
    text
}
