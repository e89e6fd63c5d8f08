//! What the foreign side gets wrong and is made up for is still wrong there.

use std::path::Path;
use std::process::Command;

use tintype_prism_tests::npm;

#[test]
fn what_is_made_up_for_is_wrong_on_the_foreign_side() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    npm::install(folder, "openapi-backend/package.json").unwrap();
    let output = Command::new("node")
        .arg("--test")
        .arg(folder.join("node/foreign.test.mjs"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
}
