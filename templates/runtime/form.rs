//! Bodies of the type `application/x-www-form-urlencoded`, and what the document says about fields of any form.

// Only with encoded forms or query forms.
use super::draft::Draft;
use super::error::ErrorKind;
use super::refusal::Refusal;
use super::sent::Sent;
// Only with encoded forms or query forms.
use super::style;
use super::style::QueryStyle;

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
        Self {
            name,
            style: None,
            explode: true,
            content_type: "",
        }
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

// Only with encoded forms.
/// Writes the fields of a body as a form.
///
/// A field about which nothing is said is written as a query parameter would be: an element of a list each time anew. An
/// object is written as JSON, as OpenAPI has it (3.0.4, encoding object, `contentType`).
pub fn form(values: &[(String, Sent)], fields: &[FormField]) -> String {
    let pairs: Vec<String> = pairs(values, fields)
        .into_iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join("&")
}

// Only with encoded forms or query forms.
/// The fields as encoded pairs.
pub(super) fn pairs(values: &[(String, Sent)], fields: &[FormField]) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (name, value) in values {
        let said = fields.iter().find(|field| field.name == name);
        let said = said.copied().unwrap_or(FormField::new(""));
        match (said.style, value) {
            (Some(style), _) => {
                style::query(name, style, said.explode, false, value, &mut pairs);
            }
            (None, Sent::List(elements)) => {
                for element in elements {
                    single(name, element, said, &mut pairs);
                }
            }
            (None, value) => single(name, value, said, &mut pairs),
        }
    }
    pairs
}

// Only with encoded forms.
impl Draft {
    /// Sets a body that is a form.
    pub(super) fn form(&mut self, content_type: &str, value: &Sent, fields: &[FormField]) {
        match value {
            Sent::Members(values) => self.body(content_type, form(values, fields).into()),
            other => self.refuse(not_a_form("body", other)),
        }
    }
}

// Only with query forms.
impl Draft {
    /// Adds the fields of a form that is the whole query.
    pub(super) fn query_form(&mut self, value: &Sent, fields: &[FormField]) {
        match value {
            Sent::Members(values) => self.query.extend(pairs(values, fields)),
            other => self.refuse(not_a_form("query", other)),
        }
    }
}

/// What has no fields cannot be a form, and an empty form would say something else.
pub(super) fn not_a_form(part: &str, value: &Sent) -> Refusal {
    let what = without_fields(value);
    let message = format!("the {part} is a form, and {what} has no fields");
    Refusal::new(ErrorKind::InvalidRequest, message)
}

// Only with encoded forms or query forms.
/// One value; an object or a list inside another one is JSON.
fn single(name: &str, value: &Sent, said: FormField, pairs: &mut Vec<(String, String)>) {
    let is_json = match value {
        Sent::Members(_) | Sent::List(_) => true,
        Sent::Null => false,
        _ => said.is_json(),
    };
    if is_json {
        plain(name, &Sent::Text(value.to_string()), pairs);
    } else {
        plain(name, value, pairs);
    }
}

// Only with encoded forms or query forms.
fn plain(name: &str, value: &Sent, pairs: &mut Vec<(String, String)>) {
    style::query(name, QueryStyle::Form, true, false, value, pairs);
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
