//! The body of an answer while it comes in.

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_LENGTH;

/// How much memory is taken at once because a server says that so much will come.
const AT_ONCE: usize = 16 * 1024 * 1024;

/// The pieces of a body so far. One that comes in one piece is not copied.
#[derive(Debug)]
pub(super) struct Collected {
    first: Bytes,
    all: Vec<u8>,
    /// What the headers announce.
    length: u64,
}

impl Collected {
    /// Nothing yet of an answer with these headers.
    pub(super) fn new(headers: &HeaderMap) -> Self {
        let length = headers.get(CONTENT_LENGTH);
        let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
        Self {
            first: Bytes::new(),
            all: Vec::new(),
            length: length.unwrap_or_default(),
        }
    }

    /// Whether the headers announce more than this.
    pub(super) fn expects_more_than(&self, limit: usize) -> bool {
        usize::try_from(self.length).map_or(true, |length| length > limit)
    }

    pub(super) fn len(&self) -> usize {
        self.first.len() + self.all.len()
    }

    pub(super) fn push(&mut self, piece: Bytes) {
        if self.len() == 0 {
            self.first = piece;
            return;
        }
        if self.all.is_empty() {
            let expected = usize::try_from(self.length).unwrap_or(AT_ONCE);
            self.all.reserve(expected.min(AT_ONCE));
            self.all.extend_from_slice(&std::mem::take(&mut self.first));
        }
        self.all.extend_from_slice(&piece);
    }

    pub(super) fn finish(self) -> Bytes {
        if self.all.is_empty() {
            self.first
        } else {
            self.all.into()
        }
    }
}
