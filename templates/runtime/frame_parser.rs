//! What takes the body of a stream apart: into events or into lines.

use bytes::Bytes;

use super::frames::{Frame, TooLarge};
use super::{event_parser::EventParser, line_parser::LineParser};

/// How the bytes of a stream become items.
#[derive(Debug)]
pub(super) enum Parser {
    Events(EventParser),
    Lines(LineParser),
}

impl Parser {
    pub(super) fn next(&mut self, bytes: &mut Bytes) -> Result<Option<Frame>, TooLarge> {
        match self {
            Self::Events(parser) => parser.next(bytes),
            Self::Lines(parser) => parser.next(bytes),
        }
    }

    /// What the end of the body ends. An event that no empty line ends is none.
    pub(super) fn end(&mut self) -> Option<Frame> {
        match self {
            Self::Events(_) => None,
            Self::Lines(parser) => parser.end(),
        }
    }
}
