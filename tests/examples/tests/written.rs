//! What callers build is the JSON that the document means: programs that are written against generated crates, and run.

use std::path::Path;

use tintype_examples_tests::document::Document;
use tintype_examples_tests::program::Programs;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

#[test]
fn variants_write_their_tags_constants_are_filled_in_and_heirs_are_read_as_themselves() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("written");
    let programs = Programs::new(&folder, &Path::new(ROOT).join("Cargo.lock")).unwrap();
    let document = Document::read(&Path::new(ROOT).join("tests/examples/written/unions.yaml"));
    let main = include_str!("../written/unions.rs");
    programs.own(&document.unwrap(), main, "build").unwrap();
}
