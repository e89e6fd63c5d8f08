//! Headers that come from the caller: checked, and marked where they hold a secret.

use http::header::{AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::refusal::{ErrorKind, Refusal};

/// Headers that say how a request is cut out of its connection, which only the transport knows.
const FRAMING: &[&str] = &[
    "connection",
    "content-length",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Sets a header that the caller gives, unless it would break the request.
pub(super) fn set_given(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), Refusal> {
    if FRAMING.iter().any(|known| known.eq_ignore_ascii_case(name)) {
        return Err(framing(name));
    }
    set(headers, name, value)
}

/// Whether none of the headers of a request would break it.
pub(super) fn are_given(headers: &HeaderMap) -> Result<(), Refusal> {
    match FRAMING.iter().find(|name| headers.contains_key(**name)) {
        Some(name) => Err(framing(name)),
        None => Ok(()),
    }
}

fn framing(name: &str) -> Refusal {
    refusal(format!("the header `{name}` is written by the transport alone"))
}

fn refusal(message: String) -> Refusal {
    Refusal::new(ErrorKind::InvalidRequest, message)
}

/// Sets a header, in place of one of the same name.
pub(super) fn set(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), Refusal> {
    let Ok(key) = HeaderName::try_from(name) else {
        return Err(refusal(format!("{name:?} is not the name of a header")));
    };
    // The value is not shown: it may be a secret.
    let Ok(mut value) = HeaderValue::try_from(value) else {
        return Err(refusal(format!(
            "the value of the header `{name}` has a character that a header cannot hold"
        )));
    };
    value.set_sensitive([AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(&key));
    headers.insert(key, value);
    Ok(())
}

/// Sets a header that the caller names. There is one header of cookies, so those of the caller stand behind the others.
pub(super) fn put(headers: &mut HeaderMap, name: &HeaderName, value: &HeaderValue) {
    let known = headers.get(COOKIE).filter(|_| *name == COOKIE);
    let joined = known.and_then(|known| {
        let all = [known.as_bytes(), b"; ", value.as_bytes()].concat();
        HeaderValue::from_bytes(&all).ok()
    });
    let mut value = joined.unwrap_or_else(|| value.clone());
    value.set_sensitive(value.is_sensitive() || *name == COOKIE);
    headers.insert(name, value);
}

// Only with cookies.
/// Sets the one header of cookies, if there are any.
pub(super) fn set_cookies(
    headers: &mut HeaderMap,
    cookies: impl Iterator<Item = (String, String)>,
) -> Result<(), Refusal> {
    let pairs = cookies.map(|(name, value)| format!("{name}={value}"));
    let pairs: Vec<String> = pairs.collect();
    if pairs.is_empty() {
        return Ok(());
    }
    set(headers, "cookie", &pairs.join("; "))
}

/// Sets a header whose value is a secret.
pub(super) fn set_secret(headers: &mut HeaderMap, name: &str, value: &str) -> Result<(), Refusal> {
    set(headers, name, value)?;
    if let Some(value) = headers.get_mut(name) {
        value.set_sensitive(true);
    }
    Ok(())
}
