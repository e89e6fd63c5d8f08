//! A body on its way through `reqwest`, piece by piece.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::body::{Body, ByteStream};
use super::{boxed::BoxFuture, transport_error::TransportError};

/// The body as `reqwest` takes it.
pub(super) fn body(body: &Body) -> Result<reqwest::Body, TransportError> {
    if let Some(bytes) = body.as_bytes() {
        return Ok(bytes.clone().into());
    }
    let stream = body.begin();
    let stream = stream.map_err(|error| TransportError::not_sent(error).for_good())?;
    Ok(reqwest::Body::wrap(Outgoing { next: Mutex::new(next(stream)), left: body.len() }))
}

/// A piece and the stream that it is from.
type Next = BoxFuture<'static, (Box<dyn ByteStream>, Result<Option<Bytes>, TransportError>)>;

fn next(mut stream: Box<dyn ByteStream>) -> Next {
    Box::pin(async move {
        let piece = stream.chunk().await;
        (stream, piece)
    })
}

/// A stream that is being sent.
struct Outgoing {
    next: Mutex<Next>,
    left: Option<u64>,
}

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let waiting = self.next.get_mut().unwrap_or_else(PoisonError::into_inner);
        let (stream, piece) = ready!(waiting.as_mut().poll(cx));
        *waiting = next(stream);
        if let (Some(left), Ok(Some(piece))) = (&mut self.left, &piece) {
            *left = left.saturating_sub(piece.len() as u64);
        }
        Poll::Ready(piece.map(|piece| piece.map(Frame::data)).transpose())
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
