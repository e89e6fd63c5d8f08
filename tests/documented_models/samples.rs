//! What the comparison says when one thing in the sample is wrong.

use super::compare_pages::{self, Pages};
use super::compare_source;
use super::facts::Facts;
use super::pages::Page;
use super::sample::{CODE, ENUM, FACTS, MODEL, RESOURCE};
use super::source::Source;

/// What the comparisons say after a piece of the sample is replaced.
fn differences(old: &str, new: &str) -> Vec<String> {
    let change = |text: &str| text.replacen(old, new, 1);
    let facts = Facts::parse(FACTS).expect("the facts of the sample");
    let mut source = Source::default();
    source.add(&change(CODE)).expect("the code of the sample");
    let mut out = compare_source::compare(&facts, &source);
    let pages = [
        ("docs/models/cup.md", MODEL),
        ("docs/models/cupsize.md", ENUM),
        ("docs/sdks/cups/README.md", RESOURCE),
    ];
    let pages: Pages = pages
        .iter()
        .map(|(path, text)| ((*path).to_owned(), Page::parse(&change(text))))
        .collect();
    out.extend(compare_pages::compare(&facts, &pages));
    out
}

#[track_caller]
fn says(old: &str, new: &str, expected: &str) {
    let sample = [CODE, MODEL, ENUM, RESOURCE].join("");
    assert!(sample.contains(old), "the sample has no {old:?}");
    let found = differences(old, new);
    assert!(
        found.iter().any(|line| line.contains(expected)),
        "{found:#?}"
    );
}

#[test]
fn the_sample_agrees() {
    assert_eq!(differences("\u{0}", ""), Vec::<String>::new());
}

#[test]
fn a_wrong_model_in_the_code_is_seen() {
    says("pub struct Cup ", "pub struct Mug ", "fields of Cup");
    says("{ Cup; id", "{ Mug; id", "`Mug` is not documented");
    says("pub id: String", "pub id: i64", "type of Cup.id");
    says(
        "OptionalNullable<String>",
        "Option<String>",
        "type of Cup.owner",
    );
    says(
        "id: required;",
        "id: required = \"ID\";",
        "wire name of Cup.id",
    );
    says("size: optional;", "size: nullable;", "access of Cup.size");
    says("id: required;", "", "wire name of Cup.id");
    says("pub id: String,", "", "fields of Cup");
    says("Example: `big`", "", "documentation of Cup.size");
}

#[test]
fn a_wrong_enum_in_the_code_is_seen() {
    says("Big = \"big\"", "Big = \"BIG\"", "values of CupSize");
    says(
        "Big = \"big\";",
        "Big = \"big\"; Huge = \"huge\";",
        "`Huge` is not documented",
    );
}

#[test]
fn a_wrong_operation_in_the_code_is_seen() {
    says(
        "FillCup, \"FillCup\"",
        "FillCup, \"Fill\"",
        "`FillCup` is missing",
    );
    says(": PUT", ": POST", "method of FillCup");
    says("PUT \"/cups/{id}\"", "PUT \"/cup/{id}\"", "path of FillCup");
    says("json -> Cup", "json -> ()", "success of FillCup");
    says("pub fn fill_cup(", "pub fn fill(", "function of FillCup");
    says("cups: Cups;", "mugs: Cups;", "no function `cups`");
    says("body: &Cup)", "body: Cup)", "arguments of FillCup");
    says(".with_path(\"id\", id)", "", "does not put `id`");
    says(".with_json(body)", "", "content type of the body");
    says(
        "UnprocessableEntity(Cup)",
        "UnprocessableEntity(Mug)",
        "errors of FillCup",
    );
    says("status 404", "status 410", "errors of FillCup");
    says(
        "- `id`: Example: `cup_1`",
        "",
        "documentation of FillCup.id",
    );
    says("\"FillCup\": 404", "\"FillCup\": 410", "answers of FillCup");
    says("\"FillCup\": 200", "\"FillCup\": 201", "answers of FillCup");
}

#[test]
fn a_wrong_model_on_a_page_is_seen() {
    says(
        "| `id` | `String` |",
        "| `id` | `i64` |",
        "type of Cup.id on its page",
    );
    says(
        "| `id` | `String` | :heavy_check_mark:",
        "| `id` | `String` | :heavy_minus_sign:",
        "mark of Cup.id",
    );
    says("(cupsize.md)", "(cup.md)", "link of Cup.size");
    says("Says which cup.", "N/A", "description of Cup.id");
    says("cup\\_1", "cup_2", "example of Cup.id");
    says("| `owner` |", "| `holder` |", "rows of Cup");
    says("`big`", "`BIG`", "values of CupSize on its page");
    says("# Cup\n## Fields", "# Cup\n## Things", "has no table");
}

#[test]
fn a_wrong_operation_on_a_page_is_seen() {
    says("To drink from.", "", "overview of Cups");
    says("(#fill_cup)", "(#fill)", "list of Cups");
    says("## fill_cup", "## fill", "sections of Cups");
    says(
        "`PUT /cups/{id}`",
        "`POST /cups/{id}`",
        "method of FillCup on its page",
    );
    says(
        "`PUT /cups/{id}`",
        "`PUT /cup/{id}`",
        "path of FillCup on its page",
    );
    says("`: `FillCup`", "`: `Fill`", "id of FillCup on its page");
    says(
        "| Example |\n| --- | --- | --- | --- | --- |\n| `id` | `String` | :heavy_check_mark: | N/A",
        "| Example |\n| --- | --- | --- | --- | --- |\n| `cup` | `String` | :heavy_check_mark: | N/A",
        "rows of FillCup",
    );
    says("**[`Cup`]", "**[`Mug`]", "response of FillCup");
    says("| 404, 422 |", "| 404 |", "errors of FillCup on its page");
    says(
        "\\*/\\*",
        "application/json",
        "errors of FillCup on its page",
    );
}
