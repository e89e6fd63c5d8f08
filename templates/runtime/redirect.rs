//! Redirects: where one leads, what may be sent there, and the one that is an answer of its own.

use std::fmt::{self, Debug, Formatter};
use std::marker::PhantomData;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, LOCATION, USER_AGENT};
use http::{HeaderMap, HeaderValue, StatusCode};
use url::Url;

use super::body::Body;
use super::decode_error::DecodeError;
use super::error::{Error, ErrorKind};
use super::operation::{Method, Operation, OperationInfo};
use super::outgoing::{Outgoing, Streams};
use super::reading::{no_content, raw};
use super::refusal::Refusal;
use super::response::{RawResponse, Read};
use super::send;
use super::sending::Sending;
use super::transport::HttpRequest;

/// How many redirects in a row are followed.
pub(super) const MOST: u32 = 10;

/// An answer that leads elsewhere, and was not followed.
///
/// [`follow`](Self::follow) gives what is there.
#[derive(Clone)]
pub struct Redirect<T = ()> {
    response: RawResponse,
    read: Read<T>,
}

impl<T> Redirect<T> {
    /// The status, such as `302 Found`.
    pub fn status(&self) -> StatusCode {
        self.response.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.response.headers
    }

    /// The URL that the answer leads to; `None` where it names none.
    pub fn location(&self) -> Option<Url> {
        let sent = self.response.sent.as_ref()?;
        target(&sent.request, &self.response.headers)
    }

    /// The body of the redirect itself.
    ///
    /// # Errors
    ///
    /// A [`DecodeError`] when the body is not what the document describes.
    pub fn body(&self) -> Result<T, DecodeError> {
        (self.read)(&self.response)
    }

    /// Gets what the answer leads to, as it comes, and follows further redirects.
    ///
    /// A server of another origin is sent no credential, no cookie and no header of the caller. A redirect of 307 or 308 asks
    /// for the same method and body again, any other one for a GET.
    ///
    /// # Errors
    ///
    /// Any [`Error`] but those of reading the body; also when the answer names no place that may be followed.
    pub fn follow(&self) -> Sending<Bytes> {
        Sending::new(send::again(self.next()), raw)
    }

    fn next(&self) -> Result<Outgoing, Error> {
        let response = &self.response;
        let sent = response.sent.as_deref();
        let asked = sent.ok_or(NO_LOCATION).and_then(|sent| {
            let mut request = next(sent, response.status, &response.headers)?;
            // What is there is given as it comes, so it may be anything.
            let anything = HeaderValue::from_static("*/*");
            request.headers.insert(ACCEPT, anything);
            Ok(Outgoing {
                request,
                gives_redirects: false,
                streams: Streams::No,
                ..sent.clone()
            })
        });
        asked.map_err(|why| {
            Error::from(Refusal::new(ErrorKind::Status, why)).with_response(Some(response.clone()))
        })
    }
}

/// What the server said is compared, and not what it was asked.
impl<T> PartialEq for Redirect<T> {
    fn eq(&self, other: &Self) -> bool {
        self.status() == other.status()
            && self.location() == other.location()
            && self.response.body == other.response.body
    }
}

/// Shows no more of the location than its host: the rest may hold a secret.
impl<T> Debug for Redirect<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let location = self.location();
        f.debug_struct("Redirect")
            .field("status", &self.status())
            .field("host", &location.as_ref().and_then(Url::host_str))
            .finish_non_exhaustive()
    }
}

/// Takes an answer that leads elsewhere; its body is read when it is asked for.
///
/// # Errors
///
/// A [`DecodeError`] when the answer has another status.
pub fn redirect<T>(response: &RawResponse, read: Read<T>) -> Result<Redirect<T>, DecodeError> {
    if response.status.is_redirection() {
        Ok(Redirect {
            response: response.clone(),
            read,
        })
    } else {
        let found = format!("the status {}", response.status.as_u16());
        Err(DecodeError::new("a redirect", found))
    }
}

/// The operation `Op`, whose redirects are not followed.
#[derive(Debug)]
pub struct Unfollowed<Op>(PhantomData<fn() -> Op>);

impl<Op: Operation> Operation for Unfollowed<Op> {
    type Output = Redirect;

    const INFO: &'static OperationInfo = &OperationInfo {
        gives_redirects: true,
        ..*Op::INFO
    };

    fn read(response: &RawResponse) -> Result<Redirect, DecodeError> {
        redirect(response, no_content)
    }
}

/// The operation `Op`, for which 304 is an answer.
#[derive(Debug)]
pub struct OrNotModified<Op>(PhantomData<fn() -> Op>);

impl<Op: Operation> Operation for OrNotModified<Op> {
    type Output = Option<Op::Output>;

    const INFO: &'static OperationInfo = &OperationInfo {
        gives_not_modified: true,
        ..*Op::INFO
    };

    fn read(response: &RawResponse) -> Result<Self::Output, DecodeError> {
        match response.status {
            StatusCode::NOT_MODIFIED => Ok(None),
            _ => Op::read(response).map(Some),
        }
    }
}

const NO_LOCATION: &str = "it does not say where it leads";

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
    let mut next = HttpRequest {
        url,
        ..request.clone()
    };
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
fn target(request: &HttpRequest, headers: &HeaderMap) -> Option<Url> {
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
    let given = own
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)));
    given.filter(|(_, value)| !value.is_empty()).collect()
}

/// Whether a redirect is followed without a word of the caller.
///
/// Only a method that changes nothing is sent again without being asked.
pub(super) fn is_followed(sent: &Outgoing, status: StatusCode) -> bool {
    matches!(
        sent.request.method,
        Method::GET | Method::HEAD | Method::QUERY
    ) && leads_elsewhere(status)
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
pub(super) fn refusal(response: &RawResponse) -> Refusal {
    if response.status == StatusCode::NOT_MODIFIED {
        let message = "what the caller has is still right; `or_not_modified` gives `None` for it";
        return Refusal::new(ErrorKind::NotModified, message);
    }
    let why = match response.sent.as_deref() {
        Some(sent) if is_followed(sent, response.status) => {
            match unasked(sent, response.status, &response.headers) {
                Ok(_) => format!("there were more than {MOST} in a row"),
                Err(why) => why.to_owned(),
            }
        }
        _ if !leads_elsewhere(response.status) => {
            format!(
                "{} does not say what to do instead",
                response.status.as_u16()
            )
        }
        _ => "only GET, HEAD and QUERY are sent again".to_owned(),
    };
    let message = format!("the redirect was not followed: {why}");
    Refusal::new(ErrorKind::Status, message)
}
