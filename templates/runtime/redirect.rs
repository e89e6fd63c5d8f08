//! Redirects that are answers of their own, and answers that say that nothing changed.

use std::fmt::{self, Debug, Formatter};
use std::marker::PhantomData;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header::ACCEPT};
use url::Url;

use super::incoming::{Incoming, Read};
use super::reading::{no_content, raw};
use super::redirects::{NO_LOCATION, next, target};
use super::refusal::{ErrorKind, Refusal};
use super::{
    decode_error::DecodeError, error::Error, info::OperationInfo, operation::Operation,
    outgoing::Outgoing, send, sending::Sending, streams::Streams,
};

/// An answer that leads elsewhere, and was not followed.
///
/// [`follow`](Self::follow) gives what is there.
#[derive(Clone)]
pub struct Redirect<T = ()> {
    incoming: Incoming,
    read: Read<T>,
}

impl<T> Redirect<T> {
    /// The status, such as `302 Found`.
    pub fn status(&self) -> StatusCode {
        self.incoming.raw.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.incoming.raw.headers
    }

    /// The URL that the answer leads to; `None` where it names none.
    pub fn location(&self) -> Option<Url> {
        let sent = self.incoming.sent.as_ref()?;
        target(&sent.request, &self.incoming.raw.headers)
    }

    /// The body of the redirect itself.
    ///
    /// # Errors
    /// A [`DecodeError`] when the body is not what the document describes.
    pub fn body(&self) -> Result<T, DecodeError> {
        (self.read)(&self.incoming)
    }

    /// Gets what the answer leads to, as it comes, and follows further redirects.
    ///
    /// A server of another origin is sent no credential, no cookie and no header of the caller. A redirect of 307 or 308 asks
    /// for the same method and body again, any other one for a GET.
    ///
    /// # Errors
    /// Any [`Error`] but those of reading the body; also when the answer names no place that may be followed.
    pub fn follow(&self) -> Sending<Bytes> {
        Sending::new(send::again(self.next()), raw)
    }

    fn next(&self) -> Result<Outgoing, Error> {
        let response = &self.incoming.raw;
        let sent = self.incoming.sent.as_deref();
        let asked = sent.ok_or(NO_LOCATION).and_then(|sent| {
            let mut request = next(sent, response.status, &response.headers)?;
            // What is there is given as it comes, so it may be anything.
            let anything = HeaderValue::from_static("*/*");
            request.headers.insert(ACCEPT, anything);
            Ok(Outgoing { request, gives_redirects: false, streams: Streams::No, ..sent.clone() })
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
            && self.incoming.raw.body == other.incoming.raw.body
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
/// A [`DecodeError`] when the answer has another status.
pub fn redirect<T>(incoming: &Incoming, read: Read<T>) -> Result<Redirect<T>, DecodeError> {
    if incoming.raw.status.is_redirection() {
        Ok(Redirect { incoming: incoming.clone(), read })
    } else {
        let found = format!("the status {}", incoming.status());
        Err(DecodeError::new("a redirect", found))
    }
}

/// The operation `Op`, whose redirects are not followed.
#[derive(Debug)]
pub struct Unfollowed<Op>(PhantomData<fn() -> Op>);

impl<Op: Operation> Operation for Unfollowed<Op> {
    type Output = Redirect;

    const INFO: &'static OperationInfo = &OperationInfo { gives_redirects: true, ..*Op::INFO };

    fn read(incoming: &Incoming) -> Result<Redirect, DecodeError> {
        redirect(incoming, no_content)
    }
}

/// The operation `Op`, for which 304 is an answer.
#[derive(Debug)]
pub struct OrNotModified<Op>(PhantomData<fn() -> Op>);

impl<Op: Operation> Operation for OrNotModified<Op> {
    type Output = Option<Op::Output>;

    const INFO: &'static OperationInfo = &OperationInfo { gives_not_modified: true, ..*Op::INFO };

    fn read(incoming: &Incoming) -> Result<Self::Output, DecodeError> {
        match incoming.raw.status {
            StatusCode::NOT_MODIFIED => Ok(None),
            _ => Op::read(incoming).map(Some),
        }
    }
}
