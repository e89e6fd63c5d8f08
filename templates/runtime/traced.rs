//! Values of headers and of the query that spans may show, by name; credentials never.

use http::HeaderMap;
use http::header::{PROXY_AUTHENTICATE, SET_COOKIE, WWW_AUTHENTICATE};

use super::info::{Scheme, SchemeKind};
use super::tame::{SHOWN, tame};
use super::transport::HttpRequest;

/// The names whose values are shown.
#[derive(Debug, Clone, Default)]
pub(super) struct Traced {
    pub(super) headers: Vec<String>,
    pub(super) query: Vec<String>,
}

impl Traced {
    /// The headers that may be shown, each with its value, on a line.
    pub(super) fn headers(&self, headers: &HeaderMap) -> Option<String> {
        let secret = [SET_COOKIE, WWW_AUTHENTICATE, PROXY_AUTHENTICATE];
        let names = self
            .headers
            .iter()
            .filter(|name| !secret.iter().any(|one| name.eq_ignore_ascii_case(one.as_str())));
        let values = names
            .flat_map(|name| headers.get_all(name.as_str()).iter().map(move |value| (name, value)));
        let shown = values.filter(|(_, value)| !value.is_sensitive());
        let shown: Vec<String> = shown
            .map(|(name, value)| {
                let value = String::from_utf8_lossy(value.as_bytes());
                format!("{}: {}", name.to_ascii_lowercase(), tame(&value, SHOWN))
            })
            .collect();
        (!shown.is_empty()).then(|| shown.join(", "))
    }

    /// The pairs of the query that may be shown, as they are sent.
    pub(super) fn query(&self, schemes: &[Scheme], request: &HttpRequest) -> Option<String> {
        let is_key = |name: &str| {
            let mut schemes = schemes.iter();
            schemes.any(|scheme| matches!(scheme.kind, SchemeKind::Query(key) if key == name))
        };
        let is_shown = |name: &str| self.query.iter().any(|one| one == name) && !is_key(name);
        let pairs = request.url.query_pairs().filter(|(name, _)| is_shown(name));
        let pairs: Vec<String> =
            pairs.map(|(name, value)| format!("{name}={}", tame(&value, SHOWN))).collect();
        (!pairs.is_empty()).then(|| pairs.join("&"))
    }
}
