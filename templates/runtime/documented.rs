//! The errors that a document describes, read from the answers of calls that failed.

use super::{
    codec::Decode, error::Error, operation::Operation, raw_response::RawResponse, reading::parse,
};

/// The documented errors of an operation, chosen by status.
pub trait DocumentedError: Sized {
    /// The operation.
    #[doc(hidden)]
    type Operation: Operation;

    /// Reads the error that is documented for a status; `None` where there is none, or the body does not fit.
    #[doc(hidden)]
    fn read(status: u16, response: &RawResponse) -> Option<Self>;
}

impl Error {
    /// The documented error of an operation, chosen by the status of the answer.
    ///
    /// `None` if the error is of another operation, the status is not documented, or the body does not fit: a list that has to
    /// be there is not taken for an empty one.
    pub fn documented<E: DocumentedError>(&self) -> Option<E> {
        let response = self.failed().filter(|_| self.operation() == Some(E::Operation::INFO.id))?;
        E::read(response.status.as_u16(), response)
    }

    /// The body of a failure as a model, whatever the status is; `None` if it does not fit.
    pub fn model<T: Decode>(&self) -> Option<T> {
        strictly(self.failed()?)
    }
}

/// Reads the body of a failure as the variant that its status has; `None` if it does not fit.
pub fn documented<T: Decode, E>(response: &RawResponse, variant: fn(T) -> E) -> Option<E> {
    strictly(response).map(variant)
}

/// Reads a JSON body to the letter: nearly all errors have lists, and the wrong one would fit.
fn strictly<T: Decode>(response: &RawResponse) -> Option<T> {
    let tape = parse(response).ok()?;
    tape.read_strictly();
    T::filled(tape.root()).ok()
}
