//! What the emitted methods build a request with: parameters and bodies.

use std::marker::PhantomData;

use super::client::Client;
use super::codec::Encode;
use super::draft::Draft;
// Only with forms.
use super::form_field::FormField;
// Only with files.
use super::multipart::Multipart;
use super::operation::Operation;
use super::request::Request;
use super::sent::{self, Sent};
// Only with path styles.
use super::style::PathStyle;
use super::style::{self, QueryStyle};

#[allow(dead_code, reason = "an API has few kinds of parameters and bodies")]
impl<'c, Op, Answer: Operation> Request<'c, Op, Answer> {
    /// A request without parameters.
    pub(crate) fn new(client: &'c Client) -> Self {
        Self {
            client,
            draft: Box::new(Draft::new(Answer::INFO)),
            operation: PhantomData,
        }
    }

    /// Sets a path parameter, `style: simple`.
    pub(crate) fn path_param(mut self, name: &'static str, value: &(impl Encode + ?Sized)) -> Self {
        let text = style::simple(name, &Sent::of(value));
        self.draft.path(name, text);
        self
    }

    // Only with empty path parameters.
    /// Sets a path parameter, `style: simple`, that may be empty.
    pub(crate) fn path_param_or_empty(
        mut self,
        name: &'static str,
        value: &(impl Encode + ?Sized),
    ) -> Self {
        let value = Sent::of(value);
        if matches!(&value, Sent::Text(text) if text.is_empty()) {
            self.draft.path.push((name, String::new()));
        } else {
            self.draft.path(name, style::simple(name, &value));
        }
        self
    }

    // Only with path styles.
    /// Sets a path parameter in any style.
    pub(crate) fn path_param_with(
        mut self,
        name: &'static str,
        style: PathStyle,
        explode: bool,
        value: &(impl Encode + ?Sized),
    ) -> Self {
        let text = style::path(name, style, explode, &Sent::of(value));
        self.draft.path(name, text);
        self
    }

    /// Adds a query parameter, `style: form`, `explode: true`.
    pub(crate) fn query_param(self, name: &str, value: &(impl Encode + ?Sized)) -> Self {
        self.query_param_with(name, QueryStyle::Form, true, false, value)
    }

    /// Adds a query parameter in any style.
    pub(crate) fn query_param_with(
        mut self,
        name: &str,
        style: QueryStyle,
        explode: bool,
        allow_reserved: bool,
        value: &(impl Encode + ?Sized),
    ) -> Self {
        self.draft
            .query(name, style, explode, allow_reserved, &Sent::of(value));
        self
    }

    // Only with query forms.
    /// Adds the fields of a form that is the whole query.
    pub(crate) fn query_form(
        mut self,
        fields: &[FormField],
        value: &(impl Encode + ?Sized),
    ) -> Self {
        self.draft.query_form(&Sent::of(value), fields);
        self
    }

    // Only with JSON queries.
    /// Sets a text that is the whole query.
    pub(crate) fn query_text(mut self, text: &str) -> Self {
        self.draft.whole_query(text);
        self
    }

    // Only with header parameters.
    /// Sets a header parameter.
    pub(crate) fn header_param(
        mut self,
        name: &str,
        explode: bool,
        value: &(impl Encode + ?Sized),
    ) -> Self {
        self.draft.header_param(name, explode, &Sent::of(value));
        self
    }

    // Only with cookies.
    /// Adds a cookie parameter.
    pub(crate) fn cookie_param(
        mut self,
        name: &str,
        explode: bool,
        value: &(impl Encode + ?Sized),
    ) -> Self {
        self.draft.cookie(name, explode, &Sent::of(value));
        self
    }

    /// Sets a JSON body.
    pub(crate) fn json_body(self, body: &(impl Encode + ?Sized)) -> Self {
        self.json_body_as("application/json", body)
    }

    /// Sets a body that is JSON of another media type.
    pub(crate) fn json_body_as(self, content_type: &str, body: &(impl Encode + ?Sized)) -> Self {
        self.raw_body(content_type, Self::body_text(body))
    }

    /// The JSON text of a body, with the flag that says whether its answer comes as a stream.
    fn body_text(body: &(impl Encode + ?Sized)) -> Vec<u8> {
        // Only with streams.
        if let Some(flag) = Answer::INFO.flag {
            return sent::json_with(body, flag);
        }
        sent::json(body)
    }

    // Only with encoded forms.
    /// Sets a body that is a form, of the type `application/x-www-form-urlencoded`.
    pub(crate) fn form_body(
        mut self,
        content_type: &str,
        body: &(impl Encode + ?Sized),
        fields: &[FormField],
    ) -> Self {
        let value = Sent::read(Self::body_text(body));
        self.draft.form(content_type, &value, fields);
        self
    }

    // Only with files.
    /// Sets a body of parts, of the type `multipart/form-data` or another one with a boundary.
    pub(crate) fn multipart_body(
        mut self,
        content_type: &str,
        body: &(impl Multipart + ?Sized),
        fields: &[FormField],
    ) -> Self {
        let mut form = body.form();
        if let Some((name, is_on)) = Answer::INFO.flag {
            form = form.flag(name, is_on);
        }
        self.draft.multipart(content_type, &form, fields);
        self
    }
}
