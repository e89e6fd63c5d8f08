//! The Rust examples of the pages: compiled as they are written, and run against a loopback server.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::loopback::{Reply, Server};
use crate::{SDK, pages};

/// What the examples send: page, section, request line and body. Each example has its line here.
const EXAMPLES: &[(&str, &str, &str, &str)] = &[
    (
        "README.md",
        "Use",
        "POST /v1/sign_in_tokens HTTP/1.1",
        r#"{"user_id":"user_12345","expires_in_seconds":2592000}"#,
    ),
    (
        "README.md",
        "Errors",
        "POST /v1/sign_in_tokens HTTP/1.1",
        r#"{"user_id":"user_12345","expires_in_seconds":2592000}"#,
    ),
    (
        "docs/sdks/signintokens/README.md",
        "create_sign_in_token",
        "POST /v1/sign_in_tokens HTTP/1.1",
        r#"{"user_id":"user_12345","expires_in_seconds":2592000}"#,
    ),
    (
        "docs/sdks/signintokens/README.md",
        "revoke_sign_in_token",
        "POST /v1/sign_in_tokens/tok_test_1234567890/revoke HTTP/1.1",
        "",
    ),
];

const TOKEN: &str = r#"{"object":"sign_in_token","id":"token_12345","status":"pending","user_id":"user_12345","created_at":1609459200,"updated_at":1612137600,"token":"secret_token"}"#;

/// The statement of an example that a test cannot run as it is, and what stands in for it.
const FROM_ENV: &str = "Clerk::from_env()?";
const LOOPBACK: &str =
    r#"Clerk::builder("sk_test").server_url(&std::env::var("SERVER_URL").unwrap()).build()?"#;

/// Everything that is compiled: a module for each example as it is written, and one for the loopback server.
fn write_crate(folder: &Path, examples: &[(String, String)]) {
    let manifest = format!(
        r#"[package]
name = "pages-of-the-sdk"
version = "0.0.0"
edition = "2024"

[dependencies]
clerk-backend-api = {{ path = {SDK:?}, features = ["blocking", "mock"] }}
# As the tests have them, so that nothing is compiled twice.
serde_json = {{ version = "1.0", features = ["preserve_order"] }}
tokio = {{ version = "1.54", features = ["io-util", "macros", "net", "rt", "rt-multi-thread", "time"] }}

[workspace]
"#
    );
    let mut main = "#![deny(warnings)]\n".to_owned();
    let mut arms = String::new();
    fs::create_dir_all(folder.join("src")).unwrap();
    for (name, code) in examples {
        assert!(code.contains("fn main()"), "{name} is no program:\n{code}");
        assert_eq!(code.matches(FROM_ENV).count(), 1, "{name}:\n{code}");
        let here = code.replace(FROM_ENV, LOOPBACK);
        for (module, code) in [(name.clone(), code), (format!("{name}_here"), &here)] {
            let run = "pub fn run() -> Result<(), clerk_backend_api::SdkError> {\n    main()\n}\n";
            let path = folder.join(format!("src/{module}.rs"));
            fs::write(path, format!("{code}\n{run}")).unwrap();
            writeln!(main, "mod {module};").unwrap();
            writeln!(arms, "        Some({module:?}) => {module}::run(),").unwrap();
        }
    }
    write!(
        main,
        "\nfn main() -> Result<(), clerk_backend_api::SdkError> {{
    match std::env::args().nth(1).as_deref() {{
{arms}        other => panic!(\"there is no example {{other:?}}\"),
    }}
}}
"
    )
    .unwrap();
    fs::write(folder.join("src/main.rs"), main).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    // The same versions, so that no network is needed.
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).unwrap();
}

/// Compiles all examples; gives the program that runs one of them.
fn compile(examples: &[(String, String)]) -> PathBuf {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = temporary.join("pages");
    write_crate(&folder, examples);
    let target = temporary.parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--quiet", "--target-dir"])
        .arg(target)
        .current_dir(&folder)
        .output()
        .unwrap();
    let listing = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{listing}");
    let name = format!("pages-of-the-sdk{}", std::env::consts::EXE_SUFFIX);
    target.join("debug").join(name)
}

/// One test, because compiling all examples together takes hardly longer than one of them.
#[test]
fn every_example_compiles_as_it_is_written_and_makes_its_call() {
    let pages = pages();
    let found = pages.iter().flat_map(|(page, content)| {
        let sections = content.examples.iter();
        sections.map(move |(section, code)| (page.as_str(), section.as_str(), code))
    });
    let found: Vec<_> = found.collect();
    let places: Vec<_> = found
        .iter()
        .map(|(page, section, _)| (*page, *section))
        .collect();
    let expected: Vec<_> = EXAMPLES
        .iter()
        .map(|(page, section, ..)| (*page, *section))
        .collect();
    assert_eq!(
        places, expected,
        "the list of this test is not that of the pages"
    );

    let name = |page: &str, section: &str| {
        let text = format!("{page} {section}").to_lowercase();
        text.replace(|c: char| !c.is_ascii_alphanumeric(), "_")
    };
    let examples: Vec<_> = found
        .iter()
        .map(|(page, section, code)| (name(page, section), (*code).clone()))
        .collect();
    let program = compile(&examples);

    for (page, section, line, body) in EXAMPLES {
        let name = name(page, section);
        let server = Server::answering(|_| Reply::json(200, TOKEN));
        let output = Command::new(&program)
            .arg(format!("{name}_here"))
            .env("SERVER_URL", server.url())
            .output()
            .unwrap();
        assert!(output.status.success(), "{name}: {output:?}");
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(printed.contains(r#"id: "token_12345""#), "{printed}");
        assert!(!printed.contains("secret_token"), "{printed}");
        let request = server.request();
        assert_eq!(
            (request.line.as_str(), request.body.as_str()),
            (*line, *body)
        );

        let output = Command::new(&program)
            .arg(&name)
            .env_remove("CLERK_SECRET_KEY")
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success(), "{name} ran without a key");
        assert!(printed.contains("CLERK_SECRET_KEY is not set"), "{printed}");
    }
}
