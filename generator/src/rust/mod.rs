//! Rust as data: types and signatures, decided by `plan` and printed here, each by one function, as tokens or as text.

mod print;
mod signature;
mod sink;
mod ty;
mod view;

pub use signature::{Argument, Receiver, Signature, Word};
pub use ty::{Holding, Outer, Ty};
pub use view::View;
