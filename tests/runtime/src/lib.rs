//! The runtime of `templates/runtime`, compiled as it is, beside models as the emitter writes them.

pub mod models;
#[path = "../../../templates/runtime/mod.rs"]
pub mod runtime;
