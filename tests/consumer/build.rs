//! Generates the SDK; a test chooses another document through an environment variable.

use std::env;
use std::io::{self, Write};

fn main() {
    const DOCUMENT: &str = "TINTYPE_CONSUMER_DOCUMENT";
    // If Cargo does not listen, the script only runs too seldom.
    let _ = writeln!(io::stdout(), "cargo::rerun-if-env-changed={DOCUMENT}");
    let document = env::var(DOCUMENT).unwrap_or_else(|_| "pets.yaml".to_owned());
    tintype::Build::new(document)
        .client("Pets")
        .package("pets")
        .feature("mock")
        .out_file("pets.rs")
        .run();
}
