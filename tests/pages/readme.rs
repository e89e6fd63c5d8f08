//! The README of a crate has a row for whatever a caller can set, turn on or has to give.

use std::collections::BTreeMap;
use std::path::Path;

use tintype::config::Config;
use tintype::cx::Cx;
use tintype::pipeline;
use tintype::source::files::Memory;

const DOCUMENT: &str = "
openapi: 3.0.3
info: {title: Pets, version: '1'}
servers: [{url: 'https://{region}.example.com', variables: {region: {default: eu}}}]
security: [{token: []}]
paths:
  /events:
    get:
      responses: {'200': {description: Events, content: {text/event-stream: {schema: {type: object, properties: {a: {type: string, format: uuid}}}}}}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer, description: From the settings of the account.}
    user: {type: http, scheme: basic}
    digest: {type: http, scheme: digest}
    'a|b': {type: apiKey, in: header, name: 'X-Key'}
    query: {type: apiKey, in: query, name: key}
    cookie: {type: apiKey, in: cookie, name: session}
    oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://example.com/token', scopes: {}}}}
";

pub(super) fn made(document: &str) -> BTreeMap<String, String> {
    let files = Memory::default().with("spec.yaml", document);
    let mut cx = Cx::new(Config::default());
    let plan = pipeline::plan(&files, Path::new("spec.yaml"), &mut cx).unwrap();
    pipeline::output(&plan).files.into_iter().collect()
}

/// The names of the functions of these files that take what they belong to.
fn methods(texts: &[&'static str]) -> Vec<&'static str> {
    let lines = texts.iter().flat_map(|text| text.lines());
    let heads = lines.filter_map(|line| line.strip_prefix("    pub fn ")?.split_once('('));
    let own = heads.filter(|(_, arguments)| {
        arguments
            .trim_start_matches(['m', 'u', 't', ' ', '&'])
            .starts_with("self")
    });
    own.map(|(name, _)| name.split_once('<').map_or(name, |(name, _)| name))
        .collect()
}

/// The names that no first cell of a table has.
fn missing<'n>(readme: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let cells = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    let cells: Vec<String> = cells.map(|cell| format!("`{cell}")).collect();
    let is_there = |name: &&str| cells.iter().any(|cell| cell.contains(&format!("`{name}`")));
    names.into_iter().filter(|name| !is_there(name)).collect()
}

#[test]
fn each_method_of_a_call_and_of_the_builder_has_a_row() {
    let readme = &made(DOCUMENT)["README.md"];
    let (calls, settings) = readme.split_once("A client is made with").unwrap();
    let request = methods(&[include_str!("../../templates/runtime/request.rs")]);
    assert!(
        request.contains(&"timeout") && request.contains(&"to_curl"),
        "{request:?}"
    );
    assert_eq!(missing(calls, request), [""; 0]);
    let builder = methods(&[
        include_str!("../../templates/runtime/builder.rs"),
        include_str!("../../templates/runtime/traced_settings.rs"),
    ]);
    assert!(builder.contains(&"traced_query"), "{builder:?}");
    // Each scheme has a setter of its own in its place.
    let set = builder.into_iter().filter(|name| *name != "credential");
    assert_eq!(missing(settings, set), [""; 0]);
}

#[test]
fn each_credential_has_a_row_that_says_where_it_goes() {
    let readme = &made(DOCUMENT)["README.md"];
    let rows = "\
| scheme | is given to | is sent as | what it is |
| --- | --- | --- | --- |
| `token` | `new` and `builder` | `Authorization: Bearer …` | From the settings of the account. |
| `user` | `user` of the builder | `Authorization: Basic …` |  |
| `digest` | `digest` of the builder | `Authorization: …` |  |
| `a\\|b` | `a_b` of the builder | the header `X-Key` |  |
| `query` | `query` of the builder | the query parameter `key` |  |
| `cookie` | `cookie` of the builder | the cookie `session` |  |
| `oauth` | `oauth` of the builder | `Authorization: Bearer …` |  |
";
    assert!(readme.contains(rows), "{readme}");
    assert!(readme.contains("`OAuth` gets tokens of OAuth 2"));
    assert!(readme.contains("`builder_without_credential` makes a client"));
    let open = DOCUMENT.replace("security: [{token: []}]\n", "");
    let (open, _) = open.split_once("components:").unwrap();
    assert!(!made(open)["README.md"].contains("## Credentials"));
}

#[test]
fn each_feature_of_the_manifest_has_a_row() {
    let files = made(DOCUMENT);
    let (_, features) = files["Cargo.toml"].split_once("[features]\n").unwrap();
    let (features, _) = features.split_once("\n\n").unwrap();
    let names = features
        .lines()
        .filter_map(|line| Some(line.split_once(" = ")?.0));
    let names: Vec<&str> = names.filter(|name| *name != "default").collect();
    assert!(
        names.contains(&"futures") && names.contains(&"uuid"),
        "{names:?}"
    );
    assert_eq!(missing(&files["README.md"], names), [""; 0]);
}

#[test]
fn each_server_is_listed_by_its_number_with_what_it_is_for() {
    let servers = "servers:
  - {url: 'https://{region}.example.com', description: Everywhere, variables: {region: {default: eu, enum: [eu, us], description: Where}}}
  - {url: 'https://test.example.com', description: 'For tests. Nothing stays.'}
  - {url: 'https://old.example.com'}
";
    let (head, rest) = DOCUMENT.split_once("servers:").unwrap();
    let (_, rest) = rest.split_once('\n').unwrap();
    let files = made(&format!("{head}{servers}{rest}"));
    let lines = [
        "- 0: `https://{region}.example.com`: Everywhere.",
        "  - `region`: Where. One of `eu`, `us`. By default `eu`.",
        "- 1: `https://test.example.com`: For tests. Nothing stays.",
        "- 2: `https://old.example.com`",
    ];
    let readme = &files["README.md"];
    assert!(readme.contains(&lines.join("\n")), "{readme}");
    let docs = lines.map(|line| format!("//! {line}"));
    assert!(files["src/lib.rs"].contains(&docs.join("\n")));
    let plain = made(&format!(
        "{head}servers: [{{url: 'https://a.example'}}]\n{rest}"
    ));
    assert!(!plain["README.md"].contains("## Servers"));
}
