//! Every shape comes to an end at a small size, on a thread with little stack; what asks for samples without measure, at its largest.

use std::path::Path;

use tintype::config::Config;
use tintype::cx::Cx;
use tintype::pipeline;
use tintype::source::files::Memory;
use tintype_growth::{SHAPES, run};

#[test]
fn every_shape_ends() {
    for shape in SHAPES.iter().copied().flatten() {
        let size = if shape.most > 1_000_000 {
            shape.most
        } else {
            (shape.most / 100).clamp(8, 100)
        };
        run::run(&(shape.document)(size));
    }
}

/// A chain of two hundred is no reason to run out of stack, and thirty levels of diamonds are none to run out of time.
#[test]
fn long_chains_and_diamonds_generate() {
    for (name, size) in [
        ("all-of-diamonds", 30),
        ("all-of-chain", 200),
        ("one-of-chain", 1_000),
        ("chain-of-references", 2_000),
        ("circle-of-references", 2_000),
        ("trees-of-two", 500),
        ("tagged-unions-of-every-one", 12),
        ("all-of-later-ones-with-discriminators", 40),
        ("members-that-all-parts-have", 60),
    ] {
        let shape = SHAPES.iter().copied().flatten();
        let mut shape = shape.filter(|shape| shape.name == name);
        let document = shape.next().map(|shape| (shape.document)(size));
        let bytes = document.map_or(0, |document| run::run(&document).bytes);
        assert!(bytes > 0, "{name} of {size} is refused");
    }
}

/// A whole operation stands in the place of each reference of forty bytes.
#[test]
fn more_copies_of_a_path_than_a_document_may_have_are_refused() {
    for (shape, size) in [("copies-of-a-path", 20_000), ("chain-of-paths", 20_000)] {
        let mut shapes = SHAPES.iter().copied().flatten();
        let shape = shapes.find(|one| one.name == shape);
        let document = shape.map(|shape| (shape.document)(size));
        let text = document.map_or_else(String::new, |document| document.to_string());
        let said = said(&[("a.json", text)]);
        assert!(said.contains("S008"), "{said}");
    }
}

/// Each way to a part is gone, what parts say of one member is compared, and a union has the tags of those within it.
#[test]
fn nets_beyond_measure_are_refused() {
    for (shape, code) in [
        ("all-of-later-ones", "K042"),
        ("all-of-later-ones-with-discriminators", "K042"),
        ("all-of-the-next-two-with-discriminators", "K042"),
        ("members-that-all-parts-have", "K043"),
        ("values-that-all-parts-list", "K043"),
        ("tagged-unions-of-every-one", "K043"),
        ("members-beside-unions-within-unions", "K043"),
    ] {
        let mut shapes = SHAPES.iter().copied().flatten();
        let document = shapes
            .find(|one| one.name == shape)
            .map(|one| (one.document)(240));
        let text = document.map_or_else(String::new, |document| document.to_string());
        let said = said(&[("a.json", text)]);
        assert!(said.contains(code), "{shape}: {said}");
    }
}

/// Each parent has the values of all heirs below it.
#[test]
fn heirs_with_values_and_too_many_parents_are_refused() {
    let said = |size: usize, is_mapped: bool| {
        let mut shapes = SHAPES.iter().copied().flatten();
        let shape = shapes.find(|one| one.name == "heirs-of-heirs");
        let mut document = shape
            .map(|shape| (shape.document)(size))
            .unwrap_or_default();
        let schemas = document["components"]["schemas"].as_object_mut();
        for (name, schema) in schemas.into_iter().flatten() {
            if !is_mapped {
                schema["x-ms-discriminator-value"] = format!("the {name}").into();
            } else if let Some(tag) = schema.get_mut("discriminator") {
                tag["mapping"] = serde_json::json!({ "the A": name });
            }
        }
        said(&[("a.json", document.to_string())])
    };
    for is_mapped in [false, true] {
        assert!(said(400, is_mapped).contains("K043"));
        assert!(!said(200, is_mapped).contains("K043"));
    }
}

/// A member takes ten bytes of a document that only requires it, and two hundred of a crate.
#[test]
fn more_members_than_an_object_may_have_are_refused_but_one_may_be_required_often() {
    let said = |shape: &str| {
        let mut shapes = SHAPES.iter().copied().flatten();
        let shape = shapes.find(|one| one.name == shape);
        let document = shape.map(|shape| (shape.document)(60_000));
        said(&[(
            "a.json",
            document.map_or_else(String::new, |document| document.to_string()),
        )])
    };
    let refused = said("required-without-a-schema");
    assert!(
        refused.contains("an object has more than 50000 members"),
        "{refused}"
    );
    let again = said("required-again");
    assert!(!again.contains("K043"), "{again}");
}

/// Each credential is a call of a method of what the one before gives, so one expression would be as deep as there are schemes.
#[test]
fn many_security_schemes_fit_into_one_file() {
    let mut shapes = SHAPES.iter().copied().flatten();
    let shape = shapes.find(|one| one.name == "security-schemes");
    let document = shape.map(|shape| (shape.document)(5_000));
    let text = document.map_or_else(String::new, |document| document.to_string());
    let files = Memory::default().with("a.json", text);
    let plan = pipeline::plan(&files, Path::new("a.json"), &mut Cx::new(Config::default()));
    let features = ["client", "mock"].map(str::to_owned).into_iter().collect();
    let file = plan.map(|plan| pipeline::single_file(&plan, &features));
    assert!(file.is_ok_and(|file| file.contains("s4999(\"mock\")")));
}

/// What a document in these files says, all stages run; the first one is the document.
fn said(files: &[(&str, String)]) -> String {
    let mut memory = Memory::default();
    for (path, text) in files {
        memory = memory.with(path, text.as_str());
    }
    let mut cx = Cx::new(Config::default());
    if let Ok(plan) = pipeline::plan(&memory, Path::new(files[0].0), &mut cx) {
        pipeline::output(&plan);
    }
    cx.rendered()
}

/// The scanner of the reader of YAML looks at every open bracket for each token: a minute for 200 KB of them.
#[test]
fn brackets_without_end_are_refused_at_once() {
    let head = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\nx-a: ";
    for bracket in ["[", "{", "{a: ", "{? ", "[a, [", r#"["]", "#] {
        let text = format!("{head}{}", bracket.repeat(60_000));
        let said = said(&[("a.yaml", text)]);
        assert!(said.contains("S007"), "{bracket}: {said}");
    }
    // In a text they are letters.
    let said = said(&[("a.yaml", format!("{head}'{}'\n", "[".repeat(200_000)))]);
    assert_eq!(said, "");
}

/// Each part refers to the next one twice, so that the last one would stand there a billion times.
#[test]
fn diamonds_across_files_are_refused() {
    let root = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\npaths: {}\ncomponents: {schemas: {A: {type: object, properties: {$ref: 'b.yaml#/e0'}}}}\n";
    let level = |index: usize| {
        let next = format!(
            "{{type: object, properties: {{$ref: 'b.yaml#/e{}'}}}}",
            index + 1
        );
        format!("e{index}: {{a: {next}, b: {next}}}\n")
    };
    let other = (0..30).map(level).collect::<String>() + "e30: {z: {type: string}}\n";
    let said = said(&[("a.yaml", root.to_owned()), ("b.yaml", other)]);
    assert!(said.contains("S008"), "{said}");
}
