//! Bodies one after the other, as one stream.

use std::collections::VecDeque;
use std::io;

use bytes::Bytes;

use super::body::{Body, ByteStream, failed};
use super::{boxed::BoxFuture, transport_error::TransportError};

/// Bodies one after the other.
pub(super) struct Joined(VecDeque<Part>);

impl Joined {
    pub(super) fn of(bodies: &[Body]) -> io::Result<Self> {
        let parts: io::Result<_> = bodies.iter().map(Part::of).collect();
        parts.map(Self)
    }
}

/// What can be begun again is begun when its turn comes, so that files are not open all at once.
enum Part {
    Waiting(Body),
    Begun(Box<dyn ByteStream>),
}

impl Part {
    fn of(body: &Body) -> io::Result<Self> {
        if body.is_rewindable() {
            Ok(Self::Waiting(body.clone()))
        } else {
            body.begin().map(Self::Begun)
        }
    }
}

impl ByteStream for Joined {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async {
            while let Some(part) = self.0.front_mut() {
                if let Part::Waiting(body) = part {
                    let begun = body.begin();
                    *part = Part::Begun(begun.map_err(failed)?);
                }
                let piece = match part {
                    Part::Begun(stream) => stream.chunk().await?,
                    Part::Waiting(_) => None,
                };
                if piece.is_some() {
                    return Ok(piece);
                }
                self.0.pop_front();
            }
            Ok(None)
        })
    }
}
