//! What the emitted methods build a request with: parameters and bodies.

use std::marker::PhantomData;

use super::{
    client::Client, codec::Encode, draft::Draft, operation::Operation, request::Request,
    style::QueryStyle,
};
// Only with forms.
use super::form_field::FormField;
// Only with files.
use super::multipart::Multipart;
// Only with path styles.
use super::style::PathStyle;

#[allow(dead_code, reason = "an API has few kinds of parameters and bodies")]
impl<'c, Op, Answer: Operation> Request<'c, Op, Answer> {
    /// A request without parameters.
    pub(crate) fn new(client: &'c Client) -> Self {
        Self { client, draft: Draft::new(Answer::INFO), operation: PhantomData }
    }

    /// Sets a path parameter, `style: simple`.
    #[inline(never)]
    pub(crate) fn path_param(mut self, name: &'static str, value: &(impl Encode + ?Sized)) -> Self {
        self.draft.path_param(name, &value);
        self
    }

    // Only with empty path parameters.
    /// Sets a path parameter, `style: simple`, that may be empty.
    #[inline(never)]
    pub(crate) fn path_param_or_empty(
        mut self,
        name: &'static str,
        value: &(impl Encode + ?Sized),
    ) -> Self {
        self.draft.path_param_or_empty(name, &value);
        self
    }

    // Only with path styles.
    /// Sets a path parameter in any style.
    #[inline(never)]
    pub(crate) fn path_param_with(
        mut self,
        name: &'static str,
        style: PathStyle,
        explode: bool,
        value: &(impl Encode + ?Sized),
    ) -> Self {
        self.draft.path_param_with(name, style, explode, &value);
        self
    }

    /// Adds a query parameter, `style: form`, `explode: true`.
    #[inline(never)]
    pub(crate) fn query_param(mut self, name: &str, value: &(impl Encode + ?Sized)) -> Self {
        self.draft.query_param(name, QueryStyle::Form, true, false, &value);
        self
    }

    /// Adds a query parameter in any style.
    #[inline(never)]
    pub(crate) fn query_param_with(
        mut self,
        name: &str,
        style: QueryStyle,
        explode: bool,
        allow_reserved: bool,
        value: &(impl Encode + ?Sized),
    ) -> Self {
        self.draft.query_param(name, style, explode, allow_reserved, &value);
        self
    }

    // Only with query forms.
    /// Adds the fields of a form that is the whole query.
    #[inline(never)]
    pub(crate) fn query_form(
        mut self,
        fields: &[FormField],
        value: &(impl Encode + ?Sized),
    ) -> Self {
        self.draft.query_form(&value, fields);
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
    #[inline(never)]
    pub(crate) fn header_param(
        mut self,
        name: &str,
        explode: bool,
        value: &(impl Encode + ?Sized),
    ) -> Self {
        self.draft.header_param(name, explode, &value);
        self
    }

    // Only with cookies.
    /// Adds a cookie parameter.
    #[inline(never)]
    pub(crate) fn cookie_param(
        mut self,
        name: &str,
        explode: bool,
        value: &(impl Encode + ?Sized),
    ) -> Self {
        self.draft.cookie_param(name, explode, &value);
        self
    }

    /// Sets a JSON body.
    #[inline(never)]
    pub(crate) fn json_body(mut self, body: &(impl Encode + ?Sized)) -> Self {
        self.draft.json_body("application/json", &body);
        self
    }

    /// Sets a body that is JSON of another media type.
    #[inline(never)]
    pub(crate) fn json_body_as(
        mut self,
        content_type: &str,
        body: &(impl Encode + ?Sized),
    ) -> Self {
        self.draft.json_body(content_type, &body);
        self
    }

    // Only with encoded forms.
    /// Sets a body that is a form, of the type `application/x-www-form-urlencoded`.
    #[inline(never)]
    pub(crate) fn form_body(
        mut self,
        content_type: &str,
        body: &(impl Encode + ?Sized),
        fields: &[FormField],
    ) -> Self {
        self.draft.form_body(content_type, &body, fields);
        self
    }

    // Only with files.
    /// Sets a body of parts, of the type `multipart/form-data` or another one with a boundary.
    #[inline(never)]
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
