//! Tintype reads an OpenAPI document and writes a Rust SDK crate.
