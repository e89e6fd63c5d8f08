//! Generates the client that is measured.

fn main() {
    tintype::Build::new("organizations.yaml")
        .client("Organizations")
        .package("organizations")
        .out_file("organizations.rs")
        .run();
}
