//! Generates the SDK of each slice.

fn main() {
    tintype::Build::new("slices/openai.yaml")
        .config("slices/openai.toml")
        .feature("streaming")
        .feature("webhooks")
        .out_file("openai.rs")
        .run();
    tintype::Build::new("slices/github.yaml")
        .config("slices/github.toml")
        .feature("streaming")
        .out_file("github.rs")
        .run();
    tintype::Build::new("slices/times.yaml")
        .config("slices/times.toml")
        .out_file("times.rs")
        .run();
}
