//! Rust as data: types and signatures, decided by `plan` and printed here, each by one function, as tokens or as text.

mod print;
mod signature;
mod sink;
mod ty;

pub use print::View;
pub use signature::{Argument, Receiver, Signature, Word};
pub use ty::{Outer, Ty};
