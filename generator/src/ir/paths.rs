//! Paths of operations: what is called, and what a request has of it.

use std::borrow::Cow;

use super::{Operation, Param, ParamLocation};
use crate::url_template;

impl Operation {
    /// The path template without the names of its parameters: what is called.
    pub fn path_without_names(&self) -> String {
        url_template::without_names(&self.path)
    }

    /// The path template that a request has.
    pub fn sent_path(&self) -> Cow<'_, str> {
        sent_path(&self.path, &self.params)
    }
}

/// The path template that a request with these parameters has.
pub fn sent_path<'t>(template: &'t str, params: &[Param]) -> Cow<'t, str> {
    let has = |location, wire: &str| {
        let mut params = params.iter();
        params.any(|param| param.location == location && param.wire == wire)
    };
    url_template::sent(
        template,
        |name| has(ParamLocation::Query, name),
        |name| has(ParamLocation::Path, name),
    )
}
