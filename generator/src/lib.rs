//! Tintype reads an OpenAPI document and writes a Rust SDK crate.
//!
//! - In a build script: [`Build`].
//! - In a test that the checked-in crate is what the document says: [`check()`].
//! - Step by step: [`pipeline`], which is all that the two of them and the command line do.
//!
//! ```
//! use tintype::{config::Config, cx::Cx, pipeline, source::files::Memory};
//!
//! let document = r#"
//! openapi: 3.0.3
//! info: { title: Pets, version: "1" }
//! paths: {}
//! components:
//!   schemas:
//!     Pet:
//!       type: object
//!       required: [name]
//!       properties: { name: { type: string } }
//! "#;
//! let files = Memory::default().with("pets.yaml", document);
//! let mut cx = Cx::new(Config::default());
//! let plan = pipeline::plan(&files, "pets.yaml".as_ref(), &mut cx).map_err(|_| cx.rendered())?;
//! let output = pipeline::output(&plan);
//! assert!(output.files["src/models/pet.rs"].contains("pub struct Pet {"));
//! # Ok::<(), String>(())
//! ```

pub mod build;
pub mod cargo_toml;
#[cfg(feature = "diff")]
pub mod changelog;
pub mod check;
pub mod checked_in;
#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod cx;
pub mod diag;
#[cfg(feature = "diff")]
pub mod diff;
pub mod draft;
pub mod emit;
pub mod examples;
pub mod extensions;
pub mod failure;
pub mod format;
pub mod groups;
pub mod hash;
pub mod inspect;
pub mod ir;
pub mod kept;
pub mod lower;
mod markdown;
pub mod media_type;
pub mod method;
pub mod model;
pub mod naming;
pub mod normalize;
pub mod output;
pub mod pages;
pub mod paths;
pub mod pipeline;
pub mod plan;
pub mod pointer;
pub mod run;
pub mod rust;
pub mod select;
pub mod semver;
pub mod single_file;
pub mod source;
pub mod surface;
pub mod templates;
pub mod threads;
pub mod url_template;
#[cfg(feature = "diff")]
pub mod version;
pub mod visible;

pub use build::Build;
pub use checked_in::{Drifted, check};
pub use failure::Failure;

/// The README's examples, compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
