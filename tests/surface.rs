//! `api-surface.txt`: what callers see, one line an item, and nothing else.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::pipeline;
use tintype::source::files::Memory;

const PETS: &str = "openapi: 3.0.3
info: {title: Pets, version: '1'}
tags: [{name: pets}]
paths:
  /pets/{id}:
    get:
      tags: [pets]
      operationId: getPet
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        # another parameter
      responses:
        '200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
        # another field
";

fn surface(document: &str) -> BTreeSet<String> {
    let files = Memory::default().with("pets.yaml", document);
    let mut cx = Cx::new(Config::default());
    let plan = pipeline::plan(&files, Path::new("pets.yaml"), &mut cx);
    let plan = plan.map_err(|_| cx.rendered()).unwrap();
    let output = pipeline::output(&plan);
    let lines: Vec<String> = output.files["api-surface.txt"]
        .lines()
        .map(str::to_owned)
        .collect();
    let all: BTreeSet<String> = lines.iter().cloned().collect();
    assert_eq!(all.len(), lines.len(), "a line stands twice");
    all
}

/// The lines that a change of the document adds; it takes none away.
fn added(from: &str, to: &str) -> Vec<String> {
    added_to(PETS, from, to)
}

fn added_to(document: &str, from: &str, to: &str) -> Vec<String> {
    assert!(document.contains(from), "{from}");
    let (old, new) = (surface(document), surface(&document.replace(from, to)));
    assert_eq!(
        old.difference(&new).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    new.difference(&old).cloned().collect()
}

#[test]
fn an_optional_field_is_a_field_and_where_callers_make_the_model_a_setter() {
    let born = "born: {type: string, format: date, deprecated: true}";
    let field = "pub models::Pet::born: Option<formats::Date>";
    assert_eq!(added("# another field", born), [field, "pub use Date"]);
    let sent = "  /pets:
    post:
      operationId: addPet
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: Done.}}
components:
";
    let document = PETS.replace("components:\n", sent);
    let lines = added_to(&document, "# another field", born);
    assert_eq!(
        lines,
        [
            "#[deprecated] pub fn models::Pet::born(self, born: impl Into<formats::Date>) -> Self",
            field,
            "pub use Date",
        ]
    );
}

#[test]
fn an_optional_parameter_is_a_setter_of_the_request() {
    let lines = added(
        "# another parameter",
        "- {name: limit, in: query, schema: {type: integer}}",
    );
    assert_eq!(
        lines,
        ["pub fn Request<GetPet>::limit(self, limit: i64) -> Self"]
    );
}

#[test]
fn a_description_changes_nothing() {
    assert_eq!(
        added("{title: Pets,", "{title: Pets, description: All.,"),
        [""; 0]
    );
    assert_eq!(
        added(
            "operationId: getPet",
            "operationId: getPet\n      summary: One."
        ),
        [""; 0]
    );
}

/// The names of public functions, fields and variants of a file.
#[derive(Default)]
struct Public(Vec<String>);

impl Visit<'_> for Public {
    fn visit_impl_item_fn(&mut self, function: &syn::ImplItemFn) {
        if matches!(function.vis, syn::Visibility::Public(_)) {
            self.0.push(format!("::{}(", function.sig.ident));
        }
    }

    fn visit_field(&mut self, field: &syn::Field) {
        if let (Some(name), syn::Visibility::Public(_)) = (&field.ident, &field.vis) {
            self.0.push(format!("::{name}: "));
        }
    }

    fn visit_variant(&mut self, variant: &syn::Variant) {
        self.0.push(format!("::{}", variant.ident));
        visit::visit_variant(self, variant);
    }

    /// Tables: `field: optional, set String` is a setter, `status 404 = NotFound(…)` a variant, `users: Users` of the client a method.
    fn visit_macro(&mut self, table: &syn::Macro) {
        let kind = table
            .path
            .segments
            .last()
            .map(|last| last.ident.to_string());
        let is_list = kind.as_deref() == Some("resources");
        let text = table.tokens.to_string();
        for entry in text.split(';').map(str::trim) {
            let setter = entry
                .split_once(':')
                .filter(|(_, how)| how.contains(", set"));
            let setter = setter.map(|(field, _)| format!("::{}(", field.trim()));
            let variant = entry.strip_prefix("status ").and_then(|entry| {
                let (_, variant) = entry.split_once('=')?;
                let (variant, _) = variant.split_once('(')?;
                Some(format!("::{}(", variant.trim()))
            });
            let method = entry.rsplit_once(':').filter(|_| is_list);
            let method = method.and_then(|(entry, _)| entry.split_whitespace().last());
            let method = method.map(|name| format!("::{name}("));
            let found = [setter, variant, method].into_iter().flatten();
            self.0.extend(found);
            if entry.contains(": made") {
                self.0.push("::new(".to_owned());
            }
        }
    }
}

#[test]
fn every_public_item_of_the_checked_in_crate_has_its_line() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("generated-sdk");
    let surface = fs::read_to_string(root.join("api-surface.txt")).unwrap();
    let mut public = Public::default();
    for folder in ["src", "src/models", "src/operations"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                public.visit_file(&syn::parse_file(&text).unwrap());
            }
        }
    }
    assert!(public.0.len() > 30, "{:?}", public.0);
    for name in &public.0 {
        let mut lines = surface.lines();
        assert!(
            lines.any(|line| format!("{line} ").contains(name)),
            "{name}"
        );
    }
}
