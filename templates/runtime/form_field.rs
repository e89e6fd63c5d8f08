//! What the document says about the fields of a form, of whatever media type it is.

use super::refusal::{ErrorKind, Refusal};
use super::{sent::Sent, style::QueryStyle};

/// How one field of a form is written, where the document says so.
#[derive(Debug, Clone, Copy)]
pub struct FormField {
    pub(super) name: &'static str,
    pub(super) style: Option<QueryStyle>,
    pub(super) explode: bool,
    pub(super) content_type: &'static str,
}

impl FormField {
    /// The field of this name, about which nothing is said.
    pub const fn new(name: &'static str) -> Self {
        Self { name, style: None, explode: true, content_type: "" }
    }

    /// Sets how lists and objects are written, and whether each element stands alone.
    #[must_use]
    pub const fn style(mut self, style: QueryStyle, explode: bool) -> Self {
        self.style = Some(style);
        self.explode = explode;
        self
    }

    /// Sets the media type of its value.
    #[must_use]
    pub const fn content_type(mut self, content_type: &'static str) -> Self {
        self.content_type = content_type;
        self
    }

    /// Whether its value is a JSON document, also where a text would do.
    pub(super) fn is_json(self) -> bool {
        self.content_type.contains("json")
    }
}

/// What has no fields cannot be a form, and an empty form would say something else.
pub(super) fn not_a_form(part: &str, value: &Sent) -> Refusal {
    let what = without_fields(value);
    let message = format!("the {part} is a form, and {what} has no fields");
    Refusal::new(ErrorKind::InvalidRequest, message)
}

/// What a value is that has no fields.
fn without_fields(value: &Sent) -> &'static str {
    match value {
        Sent::Null => "null",
        Sent::Boolean(_) => "a truth value",
        Sent::Number(_) => "a number",
        Sent::Text(_) => "a text",
        Sent::List(_) => "a list",
        Sent::Members(_) => "an object",
    }
}
