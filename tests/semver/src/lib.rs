//! What a change of a document does to callers. `STABILITY.md` says it in tables; the tests compile a program for each
//! row.

mod callers;
mod crates;
mod guide;
mod pair;

pub use callers::{Callers, Side};
pub use guide::{Table, program};
pub use pair::Pair;
