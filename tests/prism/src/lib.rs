//! What the tests against Prism share: Prism itself, and a program that makes every call of a document.

mod caller;
mod program;
mod server;

pub use caller::{Caller, Fault, Outcome};
pub use server::{Answer, Mode, Prism};
