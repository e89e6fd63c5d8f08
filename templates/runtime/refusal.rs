//! The parts of an error: why a call failed in words, and how far it came.

use std::borrow::Cow;
use std::time::Duration;

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
