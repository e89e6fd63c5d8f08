//! What the tests against Prism share: Prism itself, and a program that makes every call of a document.

mod caller;
pub mod npm;
mod program;
mod server;

pub use caller::{Caller, Fault, Outcome};
pub use program::construct;
pub use server::{Answer, Mode, Prism};
