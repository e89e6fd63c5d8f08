//! Stub
use super::Emit;
use crate::draft::{Draft, Rust};
pub(super) fn item(_emit: Emit<'_>) -> Draft {
    Draft::rust(
        "src/client.rs",
        Rust {
            docs: vec!["c".to_owned()],
            items: vec![],
        },
    )
}
