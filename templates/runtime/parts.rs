//! The parameters and bodies of a request in the making, whatever their types and that of the operation.

// Only with header parameters.
use http::HeaderName;

use super::sent::{self, Sent};
use super::style::{self, ParameterError, QueryStyle};
use super::{codec::Encode, draft::Draft};
// Only with path styles.
use super::style::PathStyle;

#[allow(dead_code, reason = "an API has few kinds of parameters and bodies")]
impl Draft {
    pub(super) fn path_param(&mut self, name: &'static str, value: &dyn Encode) {
        self.set_path(name, style::simple(name, &Sent::of(value)));
    }

    // Only with empty path parameters.
    pub(super) fn path_param_or_empty(&mut self, name: &'static str, value: &dyn Encode) {
        let value = Sent::of(value);
        if matches!(&value, Sent::Text(text) if text.is_empty()) {
            self.path.push((name, String::new()));
        } else {
            self.set_path(name, style::simple(name, &value));
        }
    }

    // Only with path styles.
    pub(super) fn path_param_with(
        &mut self,
        name: &'static str,
        style: PathStyle,
        explode: bool,
        value: &dyn Encode,
    ) {
        self.set_path(name, style::path(name, style, explode, &Sent::of(value)));
    }

    fn set_path(&mut self, name: &'static str, text: Result<String, ParameterError>) {
        match text {
            Ok(text) => self.path.push((name, text)),
            Err(error) => self.refuse(error.into()),
        }
    }

    pub(super) fn query_param(
        &mut self,
        name: &str,
        style: QueryStyle,
        explode: bool,
        allow_reserved: bool,
        value: &dyn Encode,
    ) {
        let value = Sent::of(value);
        style::query(name, style, explode, allow_reserved, &value, &mut self.query);
    }

    // Only with header parameters.
    pub(super) fn header_param(&mut self, name: &str, explode: bool, value: &dyn Encode) {
        match style::header(name, explode, &Sent::of(value)) {
            Ok(Some(text)) => {
                self.set_header(name, &text);
                self.params.extend(HeaderName::try_from(name));
            }
            Ok(None) => {}
            Err(error) => self.refuse(error.into()),
        }
    }

    // Only with cookies.
    pub(super) fn cookie_param(&mut self, name: &str, explode: bool, value: &dyn Encode) {
        style::cookie(name, explode, &Sent::of(value), &mut self.cookies);
    }

    pub(super) fn json_body(&mut self, content_type: &str, body: &dyn Encode) {
        let text = self.json(body);
        self.body(content_type, text.into());
    }

    /// The JSON text of a body, with the flag that says whether its answer comes as a stream.
    #[allow(clippy::unused_self, reason = "an API may have no streams")]
    pub(super) fn json(&self, body: &dyn Encode) -> Vec<u8> {
        // Only with streams.
        if let Some(flag) = self.info.flag {
            return sent::json_with(body, flag);
        }
        sent::json(body)
    }
}
