//! The parts of an error: why a call failed in words, and how far it came.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use super::error::ErrorKind;
use super::style::ParameterError;

/// A kind of failure and its words; all that is known of one that happens before anything is sent.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    pub(super) kind: ErrorKind,
    pub(super) message: Cow<'static, str>,
}

impl Refusal {
    pub(super) fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind,
            message: message.into(),
        }
    }
}

impl From<ParameterError> for Refusal {
    fn from(error: ParameterError) -> Self {
        Self::new(ErrorKind::InvalidRequest, error.to_string())
    }
}

/// How far a call came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Progress {
    pub(super) operation: &'static str,
    pub(super) attempts: u32,
    pub(super) elapsed: Duration,
    pub(super) sent: bool,
}

impl Progress {
    /// What an error in a body says: it is of the one attempt that was answered, since the body began.
    pub(super) fn of_body(operation: &'static str, begun: Instant) -> Self {
        Self {
            operation,
            attempts: 1,
            elapsed: begun.elapsed(),
            sent: true,
        }
    }
}
