//! Forms of the type `application/x-www-form-urlencoded`: bodies, and whole queries.

use super::form_field::{FormField, not_a_form};
use super::style::{self, QueryStyle};
use super::{codec::Encode, draft::Draft, sent::Sent};

// Only with encoded forms.
/// Writes the fields of a body as a form.
///
/// A field about which nothing is said is written as a query parameter would be: an element of a list each time anew. An
/// object is written as JSON, as OpenAPI has it (3.0.4, encoding object, `contentType`).
pub fn form(values: &[(String, Sent)], fields: &[FormField]) -> String {
    let pairs: Vec<String> =
        pairs(values, fields).into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("&")
}

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
    pub(super) fn form_body(
        &mut self,
        content_type: &str,
        body: &dyn Encode,
        fields: &[FormField],
    ) {
        match Sent::read(self.json(body)) {
            Sent::Members(values) => self.body(content_type, form(&values, fields).into()),
            other => self.refuse(not_a_form("body", &other)),
        }
    }
}

// Only with query forms.
impl Draft {
    /// Adds the fields of a form that is the whole query.
    pub(super) fn query_form(&mut self, value: &dyn Encode, fields: &[FormField]) {
        match Sent::of(value) {
            Sent::Members(values) => self.query.extend(pairs(&values, fields)),
            other => self.refuse(not_a_form("query", &other)),
        }
    }
}

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

fn plain(name: &str, value: &Sent, pairs: &mut Vec<(String, String)>) {
    style::query(name, QueryStyle::Form, true, false, value, pairs);
}
