//! The generated crate in this repository is what Tintype generates now, byte for byte.

#[test]
fn the_generated_crate_is_what_is_generated_now() {
    if let Err(drift) = tintype::check("spec/tintype.toml") {
        panic!(
            "`generated-sdk/` is stale; update it with `cargo run --release -- generate` and review the diff\n\n{drift}"
        );
    }
}
