//! Tintype reads an OpenAPI document and writes a Rust SDK crate.

pub mod check;
pub mod config;
pub mod cx;
pub mod diag;
pub mod failure;
pub mod model;
pub mod normalize;
pub mod select;
pub mod source;
