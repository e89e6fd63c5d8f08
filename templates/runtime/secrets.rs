//! Secrets of a call: where in a request they go, and to which servers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, header::AUTHORIZATION};
use url::{Host, Url};
// Only with cookies.
use http::header::COOKIE;

use super::refusal::{ErrorKind, Refusal};
use super::{headers, info::SchemeKind, percent};

/// A secret and where it goes; `None` hides it.
pub(super) type Secret = (SchemeKind, Option<String>);

/// Whether a header stands in the place of a credential.
pub(super) fn is_given(headers: &HeaderMap, kind: SchemeKind) -> bool {
    match kind {
        SchemeKind::Bearer | SchemeKind::Basic => headers.contains_key(AUTHORIZATION),
        SchemeKind::Header(name) => headers.contains_key(name),
        SchemeKind::Query(_) => false,
        // Only with cookies.
        SchemeKind::Cookie(name) => {
            let texts = headers.get_all(COOKIE).into_iter();
            let mut pairs =
                texts.filter_map(|text| text.to_str().ok()).flat_map(|text| text.split(';'));
            pairs.any(|pair| pair.split('=').next().map(str::trim) == Some(name))
        }
    }
}

/// Puts a secret where its scheme wants it.
pub(super) fn put(
    (kind, secret): &Secret,
    headers: &mut HeaderMap,
    query: &mut Vec<(String, String)>,
) -> Result<(), Refusal> {
    let value = value(*kind, secret.as_deref());
    match kind {
        SchemeKind::Bearer | SchemeKind::Basic => {
            headers::set_secret(headers, AUTHORIZATION.as_str(), &value)
        }
        SchemeKind::Header(name) => headers::set_secret(headers, name, &value),
        SchemeKind::Query(name) => {
            query.push((percent::encode(name), percent::encode(&value)));
            Ok(())
        }
        // Only with cookies.
        SchemeKind::Cookie(_) => Ok(()),
    }
}

// Only with cookies.
/// The cookie that a secret is.
pub(super) fn cookie((kind, secret): &Secret) -> Option<(String, String)> {
    let SchemeKind::Cookie(name) = kind else {
        return None;
    };
    let value = value(*kind, secret.as_deref());
    Some((percent::cookie_name(name), percent::encode(&value)))
}

/// The value that carries a secret; `None` in place of the secret hides it.
pub(super) fn value(kind: SchemeKind, secret: Option<&str>) -> String {
    let shown = secret.unwrap_or("[redacted]");
    match (kind, secret) {
        (SchemeKind::Bearer, _) => format!("Bearer {shown}"),
        // A user name alone, such as a key, has no password.
        (SchemeKind::Basic, Some(secret)) if !secret.contains(':') => {
            format!("Basic {}", STANDARD.encode(format!("{secret}:")))
        }
        (SchemeKind::Basic, Some(secret)) => format!("Basic {}", STANDARD.encode(secret)),
        (SchemeKind::Basic, None) => format!("Basic {shown}"),
        _ => shown.to_owned(),
    }
}

/// Why a credential is not sent.
pub(super) fn over_plain_http() -> Refusal {
    let message = "a credential is not sent over plain HTTP, where anyone on the way can read it";
    Refusal::new(ErrorKind::Credential, message)
}

/// Whether any header is a secret.
pub(super) fn is_secret(headers: &HeaderMap) -> bool {
    headers.values().any(http::HeaderValue::is_sensitive)
}

/// Whether a URL is safe from being read on its way.
pub(super) fn is_private(url: &Url) -> bool {
    url.scheme() == "https" || is_loopback(url)
}

/// Whether a URL leads to this machine. The default transport makes sure that it does.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
