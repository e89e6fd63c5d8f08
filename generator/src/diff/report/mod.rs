//! The formats of the report, one a file. Text of the documents is made harmless for each.

mod github;
mod html;
mod json;
mod markdown;
mod text;

pub use github::github;
pub use html::html;
pub use json::{SCHEMA, json};
pub use markdown::markdown;
pub use text::text;
