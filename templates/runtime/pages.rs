//! Answers that come in pages: one after the other, each asked for when it is needed, and not before.

use std::fmt::{self, Debug, Formatter};
use std::future::poll_fn;
use std::marker::PhantomData;
use std::task::{Context, Poll};
use std::time::Duration;

use super::paging::{Paged, Seen};
use super::position::{self, stuck};
use super::refusal::{Progress, Refusal};
use super::response::{Completed, Response};
use super::{boxed::BoxFuture, client::Client, draft::Draft, error::Error, request::Request, send};

/// How many empty pages in a row are passed over: filters leave pages empty, but a server that gives nothing else is broken.
const EMPTY: u32 = 100;

/// The pages of an answer. Each is a call of its own, with the timeouts, retries and hooks of the request, and is asked for when it is
/// needed.
///
/// `while let Some(page) = pages.next().await` takes them one by one. After an error there are no more;
/// [`position`](Self::position) says where the page is that failed, and [`starting_at`](Self::starting_at) goes on from there.
///
/// A server that leads back to a page that it gave before, that gives the same page again for another number, or empty pages without
/// end, is an error of the kind [`Pagination`](super::ErrorKind::Pagination). So is a next page on another server: it is sent nothing.
#[must_use = "no page is asked for until `next` is"]
pub struct Pages<Op> {
    client: Client,
    draft: Box<Draft>,
    state: State,
    /// Where the page is that is asked for next; the first one where there is nothing.
    position: Option<String>,
    seen: Seen,
    /// The empty pages in a row.
    empty: u32,
    most_empty: u32,
    operation: PhantomData<fn() -> Op>,
}

enum State {
    Ready,
    Asking(BoxFuture<'static, Result<Completed, Error>>),
    Refused(Refusal),
    Ended,
}

/// A page: what the operation gives, and where the next one is.
#[derive(Clone)]
pub struct Page<T> {
    response: Response<T>,
    next: Option<String>,
}

impl<T> Page<T> {
    /// What the operation gives.
    pub fn inner(&self) -> &T {
        self.response.inner()
    }

    /// What the operation gives, without the rest.
    pub fn into_inner(self) -> T {
        self.response.into_inner()
    }

    /// The answer with its status and headers.
    pub fn response(&self) -> &Response<T> {
        &self.response
    }

    /// Where the next page is, for [`Pages::starting_at`]; `None` on the last one.
    ///
    /// It is a text that can be kept. Where the server tells URLs or tokens, it may hold what only the caller should see.
    pub fn next_position(&self) -> Option<&str> {
        self.next.as_deref()
    }
}

impl<Op, Answer: Paged> Request<'_, Op, Answer> {
    /// The answer page by page, from the one that the request asks for.
    pub fn pages(self) -> Pages<Answer> {
        Pages {
            client: self.client.clone(),
            draft: self.draft,
            state: State::Ready,
            position: None,
            seen: Seen::default(),
            empty: 0,
            most_empty: EMPTY,
            operation: PhantomData,
        }
    }
}

impl<Op: Paged> Pages<Op> {
    /// The next page, or `None` at the end. If the future is dropped before it is ready, nothing is lost.
    ///
    /// # Errors
    /// Any [`Error`] of a call, and one of the kind [`Pagination`](super::ErrorKind::Pagination) where the pages lead nowhere.
    pub async fn next(&mut self) -> Option<Result<Page<Op::Output>, Error>> {
        poll_fn(|cx| self.poll_page(cx)).await
    }

    /// Begins with the page at a position that another row of pages had: of the same operation, asked with the same values.
    pub fn starting_at(mut self, position: impl Into<String>) -> Self {
        self.position = Some(position.into());
        self
    }

    /// Takes more than this many empty pages in a row for an error; 100 by default.
    pub fn max_empty_pages(mut self, pages: u32) -> Self {
        self.most_empty = pages;
        self
    }

    /// Where the page is that is asked for next, or that failed; `None` for the first one, and behind the last one.
    pub fn position(&self) -> Option<&str> {
        self.position.as_deref()
    }

    pub(super) fn poll_page(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Page<Op::Output>, Error>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Ended => return Poll::Ready(None),
                State::Refused(why) => return Poll::Ready(Some(Err(error::<Op>(why)))),
                State::Ready => match self.ask() {
                    Ok(call) => self.state = State::Asking(call),
                    Err(why) => return Poll::Ready(Some(Err(error::<Op>(why)))),
                },
                State::Asking(mut call) => match call.as_mut().poll(cx) {
                    Poll::Ready(end) => {
                        let page = end.and_then(|completed| self.page(completed));
                        return Poll::Ready(Some(page));
                    }
                    Poll::Pending => {
                        self.state = State::Asking(call);
                        return Poll::Pending;
                    }
                },
            }
        }
    }

    /// The call for the page at the position.
    fn ask(&mut self) -> Result<BoxFuture<'static, Result<Completed, Error>>, Refusal> {
        let mut draft = self.draft.clone();
        draft.is_page = true;
        if let Some(position) = &self.position {
            if Op::PAGING.is_told() && !self.seen.note(position) {
                let message = "the server leads back to a page that it gave before";
                return Err(stuck(message));
            }
            let core = self.client.core()?;
            position::go_to(Op::PAGING, &mut draft, core, position)?;
        }
        Ok(send::start(self.client.clone(), draft))
    }

    /// Reads a page, and finds out where the next one is.
    fn page(&mut self, completed: Completed) -> Result<Page<Op::Output>, Error> {
        let incoming = completed.incoming.clone();
        let response = completed.read(Op::read)?;
        let length = Op::length(response.inner());
        let position = self.position.as_deref();
        let next = position::next(Op::PAGING, &self.draft, position, &incoming, length);
        self.empty = if length == Some(0) { self.empty + 1 } else { 0 };
        let is_again =
            !Op::PAGING.is_told() && !self.seen.note_body(&incoming.raw.body) && self.empty == 0;
        let next = match next {
            Ok(Some(_)) if is_again => Err(stuck("the server gives the same page again")),
            Ok(Some(_)) if self.empty > self.most_empty => {
                Err(stuck("the pages are empty, and the server says that there are more"))
            }
            other => other,
        };
        self.state = match &next {
            Ok(Some(_)) => State::Ready,
            Ok(None) => State::Ended,
            Err(why) => State::Refused(why.clone()),
        };
        if let Ok(next) = &next {
            self.position.clone_from(next);
        }
        Ok(Page { response, next: next.unwrap_or_default() })
    }
}

/// The error of a row of pages that cannot go on; nothing was sent for it.
fn error<Op: Paged>(why: Refusal) -> Error {
    Error::from(why).after(Progress {
        operation: Op::INFO.id,
        attempts: 0,
        elapsed: Duration::ZERO,
        sent: false,
    })
}

#[cfg(feature = "blocking")]
impl<Op: Paged<Output: Send + 'static> + 'static> Iterator for super::blocking::Waiting<Pages<Op>> {
    type Item = Result<Page<Op::Output>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.step(Pages::poll_page)
    }
}

#[cfg(feature = "blocking")]
impl<Op: Paged<Output: Send + 'static> + 'static> Pages<Op> {
    /// The pages for code without `async`: each is waited for.
    ///
    /// A task of a Tokio runtime must not wait, and gets an error.
    pub fn blocking(self) -> impl Iterator<Item = Result<Page<Op::Output>, Error>> {
        super::blocking::Waiting::new(self)
    }
}

#[cfg(feature = "futures")]
impl<Op: Paged> futures_core::Stream for Pages<Op> {
    type Item = Result<Page<Op::Output>, Error>;

    fn poll_next(self: std::pin::Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_page(cx)
    }
}

/// Shows no position: it may hold a secret.
impl<Op> Debug for Pages<Op> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("request", &self.draft).finish_non_exhaustive()
    }
}

/// Shows no position: it may hold a secret.
impl<T: Debug> Debug for Page<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page").field("response", &self.response).finish_non_exhaustive()
    }
}
