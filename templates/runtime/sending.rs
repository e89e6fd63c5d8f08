//! Calls under way: futures that give an answer, or just its value.

use std::fmt::{self, Debug, Formatter};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use super::response::{Completed, Response};
use super::{boxed::BoxFuture, error::Error, incoming::Read};

/// A call under way, which gives a [`Response`]. Dropping it ends the call.
#[must_use = "a call makes no progress until it is awaited"]
pub struct Sending<T> {
    call: BoxFuture<'static, Result<Completed, Error>>,
    read: Read<T>,
}

impl<T> Sending<T> {
    pub(super) fn new(call: BoxFuture<'static, Result<Completed, Error>>, read: Read<T>) -> Self {
        Self { call, read }
    }

    /// The parts: the call, which is the same for all operations, and how its answer is read.
    #[cfg(feature = "blocking")]
    pub(super) fn into_parts(self) -> (BoxFuture<'static, Result<Completed, Error>>, Read<T>) {
        (self.call, self.read)
    }
}

impl<T> Future for Sending<T> {
    type Output = Result<Response<T>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let read = self.read;
        self.call.as_mut().poll(cx).map(|completed| completed?.read(read))
    }
}

impl<T> Debug for Sending<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").finish_non_exhaustive()
    }
}

/// A call under way, which gives the value. Dropping it ends the call.
#[derive(Debug)]
#[must_use = "a call makes no progress until it is awaited"]
pub struct Awaiting<T>(Sending<T>);

impl<T> Awaiting<T> {
    pub(super) fn new(sending: Sending<T>) -> Self {
        Self(sending)
    }
}

impl<T> Future for Awaiting<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(cx).map_ok(Response::into_inner)
    }
}
