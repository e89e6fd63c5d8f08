//! Examples in Rust, from the examples of the document: values, and calls of operations. Text for documentation, made of literals and names.

mod call;
mod value;

pub(crate) use call::{Call, call, client};
