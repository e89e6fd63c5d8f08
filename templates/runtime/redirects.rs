//! Redirects: where one leads, and what may be sent there.

use http::header::{ACCEPT, CONTENT_TYPE, LOCATION, USER_AGENT};
use http::{HeaderMap, HeaderValue, StatusCode};
use url::Url;

use super::refusal::{ErrorKind, Refusal};
use super::{
    body::Body, incoming::Incoming, method::Method, outgoing::Outgoing, transport::HttpRequest,
};

/// How many redirects in a row are followed.
pub(super) const MOST: u32 = 10;

pub(super) const NO_LOCATION: &str = "it does not say where it leads";

/// The request that a redirect asks for next, or why there is none.
pub(super) fn next(
    sent: &Outgoing,
    status: StatusCode,
    headers: &HeaderMap,
) -> Result<HttpRequest, &'static str> {
    let request = &sent.request;
    let url = target(request, headers).ok_or(NO_LOCATION)?;
    match (request.url.scheme(), url.scheme()) {
        ("https", "http") => return Err("it leads from HTTPS to HTTP"),
        (_, "http" | "https") => {}
        _ => return Err("it leads to neither HTTP nor HTTPS"),
    }
    let is_same_origin = url.origin() == request.url.origin();
    let mut next = HttpRequest { url, ..request.clone() };
    if !keeps_method(request.method, status) {
        next.method = Method::GET;
        next.body = Body::default();
        next.headers.remove(CONTENT_TYPE);
    }
    if !next.body.is_rewindable() {
        return Err("its body cannot be sent again");
    }
    if !is_same_origin {
        next.headers = of_strangers(&next, sent);
    }
    Ok(next)
}

/// The URL of the `Location`, whole.
pub(super) fn target(request: &HttpRequest, headers: &HeaderMap) -> Option<Url> {
    let location = headers.get(LOCATION)?.to_str().ok()?;
    request.url.join(location).ok()
}

/// Whether the redirected request has the method and the body of the first one.
///
/// Source: [Fetch, HTTP-redirect fetch](https://fetch.spec.whatwg.org/#http-redirect-fetch), step 12.
fn keeps_method(method: Method, status: StatusCode) -> bool {
    match status.as_u16() {
        301 | 302 => method != Method::POST,
        303 => matches!(method, Method::GET | Method::HEAD),
        _ => true,
    }
}

/// The headers for a server of another origin: nothing of the caller but what its body is.
fn of_strangers(request: &HttpRequest, sent: &Outgoing) -> HeaderMap {
    let own = [
        (ACCEPT, HeaderValue::try_from(sent.info.accept).ok()),
        (USER_AGENT, sent.user_agent()),
        (CONTENT_TYPE, request.headers.get(CONTENT_TYPE).cloned()),
    ];
    let given = own.into_iter().filter_map(|(name, value)| Some((name, value?)));
    given.filter(|(_, value)| !value.is_empty()).collect()
}

/// Whether a redirect is followed without a word of the caller.
///
/// Only a method that changes nothing is sent again without being asked.
pub(super) fn is_followed(sent: &Outgoing, status: StatusCode) -> bool {
    matches!(sent.request.method, Method::GET | Method::HEAD | Method::QUERY)
        && leads_elsewhere(status)
        && !sent.gives_redirects
}

/// Whether a status asks for the same at another place.
fn leads_elsewhere(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// The request that a redirect asks for next where nobody says that it may be followed, or why there is none.
pub(super) fn unasked(
    sent: &Outgoing,
    status: StatusCode,
    headers: &HeaderMap,
) -> Result<HttpRequest, &'static str> {
    let next = next(sent, status, headers)?;
    if next.url.origin() == sent.request.url.origin() || next.body.is_empty() {
        Ok(next)
    } else {
        Err("it leads to another server, which would be sent the body")
    }
}

/// Why a redirect is no success.
pub(super) fn refusal(incoming: &Incoming) -> Refusal {
    let response = &incoming.raw;
    if response.status == StatusCode::NOT_MODIFIED {
        let message = "what the caller has is still right; `or_not_modified` gives `None` for it";
        return Refusal::new(ErrorKind::NotModified, message);
    }
    let why = match incoming.sent.as_deref() {
        Some(sent) if is_followed(sent, response.status) => {
            match unasked(sent, response.status, &response.headers) {
                Ok(_) => format!("there were more than {MOST} in a row"),
                Err(why) => why.to_owned(),
            }
        }
        _ if !leads_elsewhere(response.status) => {
            format!("{} does not say what to do instead", response.status.as_u16())
        }
        _ => "only GET, HEAD and QUERY are sent again".to_owned(),
    };
    let message = format!("the redirect was not followed: {why}");
    Refusal::new(ErrorKind::Status, message)
}
