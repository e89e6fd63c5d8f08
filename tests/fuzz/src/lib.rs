//! Targets of `cargo fuzz`, one for each thing that reads what somebody else wrote. `tests/fuzz/run SECONDS` runs each of them for so long, with any
//! compiler; what is found is put into `artifacts/`, and its least form into `tests/fixtures`.
//!
//! Where there is no libFuzzer, `tests/documents.rs` calls the same with random changes of the same seeds:
//! `TINTYPE_ROUNDS=100000 cargo test --release --test documents -- random`.

pub mod changes;
pub mod targets;
