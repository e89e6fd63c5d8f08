//! The request value: what a method of a client gives, to be adjusted, then awaited or sent.

use std::fmt::{self, Debug, Formatter};
use std::future::IntoFuture;
use std::marker::PhantomData;
use std::time::Duration;

use bytes::Bytes;

use super::download::{Download, download};
use super::redirect::{OrNotModified, Unfollowed};
use super::sending::{Awaiting, Sending};
use super::{
    body::Body, client::Client, credential::Credential, curl, draft::Draft, error::Error,
    operation::Operation, reading::raw, retry::RetryConfig, send, streams::Streams,
};

/// A request that has not been sent.
///
/// `Answer` says what it gives, which is what the operation `Op` gives unless a method says otherwise.
///
/// Await it for its value, or [`send`](Self::send) it for the value with status and headers. Before that, it can be
/// adjusted. A parameter or header that cannot be sent is an error of the call, and then nothing is sent.
#[must_use = "a request does nothing until it is awaited or sent"]
pub struct Request<'c, Op, Answer = Op> {
    pub(super) client: &'c Client,
    pub(super) draft: Box<Draft>,
    pub(super) operation: PhantomData<fn() -> (Op, Answer)>,
}

impl<'c, Op, Answer: Operation> Request<'c, Op, Answer> {
    /// Limits the time for the whole call, retries and waits included; that of the client by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.draft.timeout = Some(timeout);
        self
    }

    /// Limits the time for one attempt; that of the client by default.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.draft.attempt_timeout = Some(timeout);
        self
    }

    /// Limits the time between two pieces of the answer; that of the client by default.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.draft.read_timeout = Some(timeout);
        self
    }

    /// Sets how failed attempts are repeated; as the client does by default.
    pub fn retries(mut self, retries: RetryConfig) -> Self {
        self.draft.retry = Some(retries);
        self
    }

    /// Sets a header, in place of any other of the same name; cookies are added to those that are there. A header that is a
    /// parameter of the operation is set by its argument or its setter, and the call is an error if it is set here too.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.draft.header(name.as_ref(), value.as_ref());
        self
    }

    /// Adds a pair to the query, behind those of the parameters, for what the document does not know.
    pub fn query_pair(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.draft.query_pair(name.as_ref(), value.as_ref());
        self
    }

    /// Sends this body in place of any other, for what the document leaves out or names wrongly.
    pub fn raw_body(mut self, content_type: impl AsRef<str>, body: impl Into<Body>) -> Self {
        self.draft.body(content_type.as_ref(), body.into());
        self
    }

    /// Calls the server at this URL; that of the client by default.
    pub fn server_url(mut self, server: impl AsRef<str>) -> Self {
        self.draft.server(server.as_ref());
        self
    }

    /// Sends this credential in place of that of the client, such as one for each tenant of one client.
    ///
    /// It is for the security scheme that the client would use; without one, for the first that the operation names. A user name and
    /// a password are for HTTP Basic where the operation takes that.
    pub fn credential(mut self, credential: impl Into<Credential>) -> Self {
        self.draft.credential = Some(credential.into());
        self
    }

    /// Sends a key which makes the call safe to repeat, in the header of the document or as `Idempotency-Key`.
    ///
    /// Where the document has such a header, a call that needs one makes a key of its own by default. Elsewhere there is none; use
    /// it only if the server honours such keys: the call is then retried like an idempotent one.
    pub fn idempotency_key(mut self, key: impl AsRef<str>) -> Self {
        self.draft.idempotency_key(key.as_ref());
        self
    }

    /// Gives `None` where the server answers with 304, as it does when the caller sent `If-None-Match` or
    /// `If-Modified-Since` and has what there is.
    pub fn or_not_modified(self) -> Request<'c, Op, OrNotModified<Answer>> {
        self.answered_by()
    }

    /// Gives a redirect as it comes, in place of what it leads to.
    pub fn unfollowed(self) -> Request<'c, Op, Unfollowed<Answer>> {
        self.answered_by()
    }

    fn answered_by<Other: Operation>(self) -> Request<'c, Op, Other> {
        let mut draft = self.draft;
        draft.info = Other::INFO;
        Request { client: self.client, draft, operation: PhantomData }
    }

    /// Sends the request.
    ///
    /// # Errors
    /// Any [`Error`]: see its kinds.
    pub fn send(self) -> Sending<Answer::Output> {
        Sending::new(send::start(self.client.clone(), self.draft), Answer::read)
    }

    /// Sends the request for the body as it comes, whatever the document says about it.
    ///
    /// For an API whose document leaves out a body, or names it wrongly. A status that is no success is an error all the same.
    ///
    /// # Errors
    /// Any [`Error`] but those of reading the body.
    pub fn send_raw(mut self) -> Sending<Bytes> {
        self.draft.streams = Streams::No;
        Sending::new(send::start(self.client.clone(), self.draft), raw)
    }

    /// Sends the request for the body piece by piece, whatever the document says about it and however long it is.
    ///
    /// # Errors
    /// As [`send_raw`](Self::send_raw).
    pub fn send_stream(mut self) -> Sending<Download> {
        self.draft.streams = Streams::All;
        Sending::new(send::start(self.client.clone(), self.draft), download)
    }

    /// Shows the request as a command line for `curl`, without its credentials.
    ///
    /// `[redacted]` stands in their place, and in that of `Authorization`, `Proxy-Authorization` and `Cookie`. The body is
    /// shown as it is sent; one that is no text is taken from the standard input.
    ///
    /// # Errors
    /// The [`Error`] with which the call would end before anything is sent.
    pub fn to_curl(&self) -> Result<String, Error> {
        curl::command(self.client, &self.draft)
    }
}

impl<Op, Answer> Clone for Request<'_, Op, Answer> {
    fn clone(&self) -> Self {
        Self { client: self.client, draft: self.draft.clone(), operation: PhantomData }
    }
}

/// Shows the names of what is sent, and no values: any may be a secret.
impl<Op, Answer> Debug for Request<'_, Op, Answer> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.draft, f)
    }
}

impl<Op, Answer: Operation> IntoFuture for Request<'_, Op, Answer> {
    type Output = Result<Answer::Output, Error>;
    type IntoFuture = Awaiting<Answer::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Awaiting::new(self.send())
    }
}
