//! Examples in Rust, from the examples of the document: values, and calls of operations. Text for documentation, made of literals and names.

mod call;
mod extent;
mod fit;
mod literal;
mod program;
mod value;

pub use call::{Call, call, client};
pub use extent::Extent;
pub use program::{excerpt, first, program, program_with_errors};
