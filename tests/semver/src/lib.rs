//! What a change of a document does to callers. `STABILITY.md` says it in tables; the tests compile a program for each
//! row, and ask cargo-semver-checks about each pair of documents.

mod callers;
mod crates;
mod guide;
mod pair;
mod rustdoc;
mod tool;
mod workspaces;

pub use callers::{Callers, Side};
pub use crates::marked;
pub use guide::{Table, program};
pub use pair::Pair;
pub use rustdoc::{Rustdoc, listed};
pub use tool::{Finding, Tool};
pub use workspaces::{Described, described};
