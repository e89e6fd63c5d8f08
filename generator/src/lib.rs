//! Tintype reads an OpenAPI document and writes a Rust SDK crate.

pub mod build;
pub mod cfgs;
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod cx;
pub mod diag;
pub mod draft;
pub mod drift;
pub mod emit;
mod examples;
pub mod failure;
pub mod format;
pub mod fresh;
pub mod groups;
pub mod inspect;
pub mod ir;
pub mod lock;
pub mod lower;
mod markdown;
pub mod model;
pub mod naming;
pub mod normalize;
pub mod output;
pub mod pages;
pub mod paths;
pub mod pipeline;
pub mod plan;
mod roots;
pub mod run;
pub mod select;
pub mod single_file;
pub mod source;
pub mod templates;

pub use build::Build;
pub use failure::Failure;
pub use fresh::{Drifted, check};

/// The README's examples, compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
