//! Crates of many documents, compiled without a warning: every name in every position that a document has for one, and every
//! fixture.

mod generated;
mod identifiers;
mod merged;
mod positions;
mod workspace;

pub use generated::{Generated, documents, generated};
pub use identifiers::identifiers;
pub use merged::{Merged, features, update};
pub use positions::{Document, one_name, positions};
pub use workspace::{MANIFEST, Workspace, strict, target};
