//! How sending a request failed.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use super::{boxed::BoxError, refusal::Refusal};

/// Why there is no answer, or only a part of one.
#[derive(Debug)]
pub struct TransportError {
    sent: bool,
    timeout: bool,
    is_final: bool,
    /// Why the call fails, where no connection has a part in it.
    pub(super) refusal: Option<Refusal>,
    source: BoxError,
}

impl TransportError {
    /// The server provably never saw the request: no connection, no name, no TLS session.
    pub fn not_sent(source: impl Into<BoxError>) -> Self {
        Self { sent: false, timeout: false, is_final: false, refusal: None, source: source.into() }
    }

    /// The connection failed when the server may have seen the request.
    pub fn interrupted(source: impl Into<BoxError>) -> Self {
        Self { sent: true, timeout: false, is_final: false, refusal: None, source: source.into() }
    }

    /// A failure for good, in words of its own.
    #[cfg(feature = "mock")]
    pub(super) fn refused(refusal: Refusal) -> Self {
        let mut error = Self::not_sent(&*refusal.message).for_good();
        error.refusal = Some(refusal);
        error
    }

    /// Marks it as the end of the transport's own patience.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.timeout = true;
        self
    }

    /// Marks it as one that trying again does not change, such as a certificate that is not trusted.
    #[must_use]
    pub fn for_good(mut self) -> Self {
        self.is_final = true;
        self
    }

    /// Whether trying again gives the same.
    pub fn is_final(&self) -> bool {
        self.is_final
    }

    /// Whether the server may have seen the request.
    pub fn was_sent(&self) -> bool {
        self.sent
    }

    /// Whether the time ran out.
    pub fn is_timeout(&self) -> bool {
        self.timeout
    }

    /// What the HTTP client said.
    pub fn into_source(self) -> BoxError {
        self.source
    }
}

impl Display for TransportError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(if self.sent { "the connection failed" } else { "no connection" })
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
