//! Targets of `cargo fuzz`, one for each thing that reads what somebody else wrote.
//!
//! ```sh
//! tests/fuzz/seed && cargo +nightly fuzz run --fuzz-dir tests/fuzz read -- -max_total_time=600
//! ```
//!
//! Where there is no nightly compiler, `tests/documents.rs` calls the same with random changes of the same seeds:
//! `TINTYPE_ROUNDS=100000 cargo test --release --test documents -- random`.

pub mod changes;
pub mod targets;
