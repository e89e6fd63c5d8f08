//! The items of answers that come in pages, one after the other.

use std::fmt::{self, Debug, Formatter};
use std::future::poll_fn;
use std::task::{Context, Poll};
use std::vec;

use super::pages::{Page, Pages};
use super::{error::Error, paging::Listed, request::Request};

/// The items of all pages of an answer. A page is asked for when the items of the one before are used up.
///
/// `while let Some(item) = items.next().await` takes them one by one. After an error there are no more; see [`Pages`], which also says
/// what a server may not do.
#[must_use = "no page is asked for until `next` is"]
pub struct Items<Op: Listed> {
    pages: Pages<Op>,
    /// Where the page of the items is that are there.
    position: Option<String>,
    ready: vec::IntoIter<Op::Item>,
    /// How many are still wanted.
    left: usize,
}

/// Nothing in it is ever pinned.
impl<Op: Listed> Unpin for Items<Op> {}

impl<Op, Answer: Listed> Request<'_, Op, Answer> {
    /// The items of all pages, one after the other, from the page that the request asks for.
    pub fn items(self) -> Items<Answer> {
        Items::of(self.pages())
    }
}

impl<Op: Listed> Items<Op> {
    pub(super) fn of(pages: Pages<Op>) -> Self {
        Self { pages, position: None, ready: Vec::new().into_iter(), left: usize::MAX }
    }

    /// The next item, or `None` at the end. If the future is dropped before it is ready, nothing is lost.
    ///
    /// # Errors
    /// As [`Pages::next`].
    pub async fn next(&mut self) -> Option<Result<Op::Item, Error>> {
        poll_fn(|cx| self.poll_item(cx)).await
    }

    /// Ends behind this many items, and asks for no page that they do not need.
    pub fn take(mut self, most: usize) -> Self {
        self.left = self.left.min(most);
        self
    }

    /// Begins with the page at a position that another row had: of the same operation, asked with the same values.
    pub fn starting_at(mut self, position: impl Into<String>) -> Self {
        self.pages = self.pages.starting_at(position);
        self
    }

    /// Takes more than this many empty pages in a row for an error; 100 by default.
    pub fn max_empty_pages(mut self, pages: u32) -> Self {
        self.pages = self.pages.max_empty_pages(pages);
        self
    }

    /// Where the page is that the next item comes from, or that failed; `None` for the first page, and behind the last one.
    ///
    /// A row that starts there gives all that was not taken of this one, and the items of that page that were taken once more.
    pub fn position(&self) -> Option<&str> {
        if self.ready.as_slice().is_empty() {
            self.pages.position()
        } else {
            self.position.as_deref()
        }
    }

    fn poll_item(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Op::Item, Error>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        loop {
            if let Some(item) = self.ready.next() {
                self.left -= 1;
                return Poll::Ready(Some(Ok(item)));
            }
            let position = self.pages.position().map(str::to_owned);
            match self.pages.poll_page(cx) {
                Poll::Ready(Some(Ok(page))) => {
                    self.position = position;
                    self.ready = Op::items(Page::into_inner(page)).into_iter();
                }
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}

#[cfg(feature = "blocking")]
impl<Op: Listed<Item: Send + 'static> + 'static> Iterator for super::blocking::Waiting<Items<Op>> {
    type Item = Result<Op::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.step(Items::poll_item)
    }
}

#[cfg(feature = "blocking")]
impl<Op: Listed<Item: Send + 'static> + 'static> Items<Op> {
    /// The items for code without `async`: each is waited for.
    ///
    /// A task of a Tokio runtime must not wait, and gets an error.
    pub fn blocking(self) -> impl Iterator<Item = Result<Op::Item, Error>> {
        super::blocking::Waiting::new(self)
    }
}

#[cfg(feature = "futures")]
impl<Op: Listed> futures_core::Stream for Items<Op> {
    type Item = Result<Op::Item, Error>;

    fn poll_next(self: std::pin::Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(cx)
    }
}

impl<Op: Listed> Debug for Items<Op> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("ready", &self.ready.len())
            .finish_non_exhaustive()
    }
}
