//! The generated pages: they are where they should be, their links lead somewhere, their examples compile and run.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

#[allow(dead_code, reason = "the failures of the server are for other tests")]
mod loopback;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use loopback::{Reply, Server};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

const SDK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/generated-sdk");

/// The pages of the documentation that the generated one follows.
const DOCUMENTED: &[&str] = &[
    "docs/models/createsignintokenrequestbody.md",
    "docs/models/signintoken.md",
    "docs/models/signintokenobject.md",
    "docs/models/signintokenstatus.md",
    "docs/sdks/signintokens/README.md",
];

/// What the examples send: page, section, request line and body. Each example has its line here.
const EXAMPLES: &[(&str, &str, &str, &str)] = &[
    (
        "README.md",
        "Use",
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

/// A page of the generated crate.
#[derive(Default)]
struct Page {
    /// The anchors of its headings, as GitHub makes them.
    anchors: BTreeSet<String>,
    links: Vec<String>,
    /// The Rust examples, each with the section that it is in.
    examples: Vec<(String, String)>,
}

impl Page {
    fn read(text: &str) -> Self {
        let mut page = Self::default();
        let (mut section, mut heading, mut code) = (String::new(), None, None);
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(level)) => {
                    let text = heading.take().unwrap();
                    page.anchor(&text);
                    if level <= HeadingLevel::H2 {
                        section = text;
                    }
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind)))
                    if kind.split(',').next() == Some("rust") =>
                {
                    code = Some(String::new());
                }
                Event::End(TagEnd::CodeBlock) => {
                    let code = code.take().map(|code| (section.clone(), code));
                    page.examples.extend(code);
                }
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.into_string());
                }
                Event::Text(text) | Event::Code(text) => {
                    if let Some(open) = code.as_mut().or(heading.as_mut()) {
                        open.push_str(&text);
                    }
                }
                _ => {}
            }
        }
        page
    }

    /// Adds the anchor of a heading: small letters, no punctuation, hyphens for spaces, a number where it was taken.
    fn anchor(&mut self, heading: &str) {
        let slug: String = heading
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect();
        let numbered = (1..).map(|number| format!("{slug}-{number}"));
        let mut candidates = std::iter::once(slug.clone()).chain(numbered);
        let free = candidates.find(|candidate| !self.anchors.contains(candidate));
        self.anchors.extend(free);
    }
}

/// All pages of the generated crate, by their paths within it.
fn pages() -> BTreeMap<String, Page> {
    let mut pages = BTreeMap::new();
    let mut folders = vec![PathBuf::from(SDK)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                let name = path.strip_prefix(SDK).unwrap().to_str().unwrap();
                let text = fs::read_to_string(&path).unwrap();
                pages.insert(name.replace('\\', "/"), Page::read(&text));
            }
        }
    }
    pages
}

/// The path within the crate and the anchor that a relative link on a page leads to.
fn target<'l>(page: &str, link: &'l str) -> (String, Option<&'l str>) {
    let (path, anchor) = match link.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (link, None),
    };
    if path.is_empty() {
        return (page.to_owned(), anchor);
    }
    let mut steps: Vec<&str> = page.split('/').collect();
    steps.pop();
    for step in path.split('/') {
        if step == ".." {
            assert!(steps.pop().is_some(), "{page}: {link} leaves the crate");
        } else if step != "." {
            steps.push(step);
        }
    }
    (steps.join("/"), anchor)
}

fn is_relative(link: &str) -> bool {
    !link.contains("://") && !link.starts_with("mailto:")
}

#[test]
fn the_documented_pages_are_where_the_documentation_has_them() {
    let pages = pages();
    for path in DOCUMENTED {
        assert!(pages.contains_key(*path), "{path} is missing");
    }
}

#[test]
fn every_relative_link_leads_to_a_file_and_an_anchor_that_exist() {
    let pages = pages();
    let mut broken = Vec::new();
    let mut count = 0;
    for (name, page) in &pages {
        for link in page.links.iter().filter(|link| is_relative(link)) {
            let (path, anchor) = target(name, link);
            let leads = match (pages.get(&path), anchor) {
                (Some(page), Some(anchor)) => page.anchors.contains(anchor),
                (None, Some(_)) => false,
                (_, None) => Path::new(SDK).join(&path).is_file(),
            };
            if !leads {
                broken.push(format!("{name}: {link}"));
            }
            count += 1;
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
    assert!(count > 10, "only {count} links were found");
}

#[test]
fn every_page_is_reached_from_the_readme() {
    let pages = pages();
    let mut reached = BTreeSet::new();
    let mut open = vec!["README.md".to_owned()];
    while let Some(name) = open.pop() {
        if let Some(page) = pages.get(&name).filter(|_| !reached.contains(&name)) {
            let links = page.links.iter().filter(|link| is_relative(link));
            open.extend(links.map(|link| target(&name, link).0));
            reached.insert(name);
        }
    }
    assert_eq!(reached, pages.keys().cloned().collect());
}

#[test]
fn anchors_are_made_as_github_makes_them() {
    let page = Page::read("# A `b_c`: d-e, f!\n## X\n## X\n## X\n## X-1\n## É & 2");
    let expected = ["a-b_c-d-e-f", "x", "x-1", "x-1-1", "x-2", "é--2"];
    assert_eq!(page.anchors.iter().collect::<Vec<_>>(), expected);
}

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
            let run = "pub fn run() -> Result<(), clerk_backend_api::Error> {\n    main()\n}\n";
            let path = folder.join(format!("src/{module}.rs"));
            fs::write(path, format!("{code}\n{run}")).unwrap();
            writeln!(main, "mod {module};").unwrap();
            writeln!(arms, "        Some({module:?}) => {module}::run(),").unwrap();
        }
    }
    write!(
        main,
        "\nfn main() -> Result<(), clerk_backend_api::Error> {{
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
