//! The report as one HTML file that needs no network: `templates/report/` filled, its style and script inlined.
//!
//! Markup is made of constants and of escaped text only, which `markup` sees to; the content security policy allows
//! nothing but the two inlined texts, so that text of a document which came through all the same would do nothing.

mod align;
mod change;
mod code;
mod compare;
mod document;
mod highlight;
mod indent;
mod markup;
mod not_compared;
mod packed;
mod page;
mod policy;
mod resources;
mod summary;
mod words;

pub use page::html;
