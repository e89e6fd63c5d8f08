//! What the emitted code says about an operation: its constant data, and how its answer is read.

use super::{decode_error::DecodeError, incoming::Incoming, info::OperationInfo};

/// An operation of the API: constant data, and how its answer is read.
///
/// The types that implement it have no values; they name the operation in [`Request`](super::Request).
pub trait Operation {
    /// What a successful call gives.
    type Output;

    /// What the document says about the operation.
    #[doc(hidden)]
    const INFO: &'static OperationInfo;

    /// Reads the answer of a successful call.
    ///
    /// # Errors
    /// A [`DecodeError`] when the body is not what the document describes.
    #[doc(hidden)]
    fn read(incoming: &Incoming) -> Result<Self::Output, DecodeError>;
}
