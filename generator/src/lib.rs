//! Tintype reads an OpenAPI document and writes a Rust SDK crate.

pub mod check;
pub mod config;
pub mod cx;
pub mod diag;
pub mod draft;
pub mod emit;
mod examples;
pub mod failure;
pub mod inspect;
pub mod ir;
pub mod lower;
mod markdown;
pub mod model;
pub mod naming;
pub mod normalize;
pub mod pages;
pub mod plan;
pub mod select;
pub mod source;
mod templates;
