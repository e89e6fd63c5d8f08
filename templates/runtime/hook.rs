//! What a user does around calls, and around each of their attempts.

use std::time::Duration;

use super::{
    boxed::BoxError, deviation::Deviation, method::Method, retry::Attempt, transport::HttpRequest,
};

/// Sees each call and each of its attempts, and may change what is sent.
///
/// Give it to the builder of the client; several are asked in their order. They run between the steps of a call, so they should not
/// wait for anything. An error refuses the request: it is not sent, and the call ends. A call whose token is refused and renewed begins
/// again, with another request, and counts its attempts further.
pub trait Hook: Send + Sync + 'static {
    /// A call begins. What is changed of the request is for all its attempts.
    ///
    /// # Errors
    /// Whatever is wrong with the request.
    fn before_call(&self, call: &CallContext, request: &mut HttpRequest) -> Result<(), BoxError> {
        let _ = (call, request);
        Ok(())
    }

    /// An attempt begins. What is changed of the request is for this attempt alone.
    ///
    /// # Errors
    /// Whatever is wrong with the request.
    fn before_attempt(
        &self,
        call: &CallContext,
        request: &mut HttpRequest,
    ) -> Result<(), BoxError> {
        let _ = (call, request);
        Ok(())
    }

    /// An attempt is over.
    fn after_attempt(&self, call: &CallContext, outcome: &Attempt<'_>) {
        let _ = (call, outcome);
    }

    /// A call is over; the outcome is that of its last attempt.
    fn after_call(&self, call: &CallContext, outcome: &Attempt<'_>) {
        let _ = (call, outcome);
    }

    /// The answer of a call, or an item of it, was read and differs from the document.
    ///
    /// It is asked where the client is [`lenient`](super::ClientBuilder::lenient) or tells what is
    /// [`undocumented`](super::ClientBuilder::undocumented).
    fn deviation(&self, call: &CallContext, deviation: &Deviation) {
        let _ = (call, deviation);
    }
}

/// A call, and how far it has come.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct CallContext {
    /// The id of the operation.
    pub operation: &'static str,
    /// The method.
    pub method: Method,
    /// The path template, such as `/users/{user_id}`.
    pub path: &'static str,
    /// How many attempts were begun.
    pub attempts: u32,
    /// The time since the start of the call.
    pub elapsed: Duration,
}
