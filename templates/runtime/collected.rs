//! The body of an answer, collected while it comes in.

use std::pin::pin;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{HeaderMap, header::CONTENT_LENGTH};

use super::error::{Error, broken};
use super::refusal::{ErrorKind, Refusal};
use super::{
    client::Core, incoming::Incoming, media_type, outgoing::Outgoing, raw_response::RawResponse,
    transport::HttpResponse, waiting::within,
};

/// How much memory is taken at once because a server says that so much will come.
const AT_ONCE: usize = 16 * 1024 * 1024;

/// The pieces of a body so far. One that comes in one piece is not copied.
#[derive(Debug)]
struct Collected {
    first: Bytes,
    all: Vec<u8>,
    /// What the headers announce.
    length: u64,
}

impl Collected {
    /// Nothing yet of an answer with these headers.
    fn new(headers: &HeaderMap) -> Self {
        let length = headers.get(CONTENT_LENGTH);
        let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
        Self { first: Bytes::new(), all: Vec::new(), length: length.unwrap_or_default() }
    }

    /// Whether the headers announce more than this.
    fn expects_more_than(&self, limit: usize) -> bool {
        usize::try_from(self.length).map_or(true, |length| length > limit)
    }

    fn len(&self) -> usize {
        self.first.len() + self.all.len()
    }

    fn push(&mut self, piece: Bytes) {
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

    fn finish(self) -> Bytes {
        if self.all.is_empty() { self.first } else { self.all.into() }
    }
}

/// Reads a body up to a limit, unless the caller wants to do so.
pub(super) async fn collect(
    mut response: HttpResponse,
    core: &Core,
    outgoing: &Outgoing,
) -> Result<Incoming, Error> {
    let is_success = outgoing.is_answered_by(response.status);
    let is_redirect = response.status.is_redirection();
    let content_type = media_type::of(&response.headers);
    let streams = is_success && outgoing.streams.has(content_type, is_redirect);
    let (body, end) =
        if streams { (Bytes::new(), Ok(())) } else { whole(&mut response, core, outgoing).await };
    let sent = streams || response.status.is_redirection();
    // Only with pages.
    let sent = sent || outgoing.is_page;
    let rest = streams.then(|| Arc::new(Mutex::new(Some(response.body))));
    let raw = RawResponse {
        status: response.status,
        headers: response.headers,
        // Of a body that is of no use, the start tells enough.
        body: if end.is_ok() { body } else { start_of(&body) },
        streams,
    };
    match end {
        Ok(()) => {
            Ok(Incoming { raw, sent: sent.then(|| Arc::new(outgoing.clone())), rest, watch: None })
        }
        Err(error) => Err(error.with_response(Some(raw))),
    }
}

/// As much of a body as comes, and how that ended.
async fn whole(
    response: &mut HttpResponse,
    core: &Core,
    outgoing: &Outgoing,
) -> (Bytes, Result<(), Error>) {
    let limit = core.settings.max_response_bytes;
    let mut body = Collected::new(&response.headers);
    let too_large = || {
        let message = format!("the body is larger than {limit} bytes");
        Error::from(Refusal::new(ErrorKind::TooLarge, message)).sent(true)
    };
    let limits = outgoing.limits;
    let end = loop {
        // Nobody waits for what is refused anyway.
        if body.expects_more_than(limit) && outgoing.expects_body(response.status) {
            break Err(too_large());
        }
        let chunk = pin!(async {
            let chunk = response.body.chunk().await;
            chunk.map_err(|error| broken(error, true))
        });
        let chunk = if limits.read_timeout < limits.attempt_timeout {
            within(limits.read_timeout, &*core.transport, chunk).await
        } else {
            chunk.await
        };
        match chunk {
            Ok(None) => break Ok(()),
            Ok(Some(chunk)) if chunk.len() > limit - body.len() => break Err(too_large()),
            Ok(Some(chunk)) => body.push(chunk),
            Err(error) => break Err(error),
        }
    };
    (body.finish(), end)
}

/// How much an error keeps of a body that did not come as a whole.
const KEPT: usize = 64 << 10;

/// The start of a body, which does not hold on to the rest of it.
fn start_of(body: &Bytes) -> Bytes {
    match body.get(..KEPT) {
        Some(start) => Bytes::copy_from_slice(start),
        None => body.clone(),
    }
}
