//! A small crate as it should be, and what the comparison says when one thing in it is wrong.

use super::compare_pages::{self, Pages};
use super::compare_source;
use super::facts::Facts;
use super::pages::Page;
use super::source::Source;

const FACTS: &str = r#"
[rust]
SDKError = "Error"

[[model]]
name = "Cup"
page = "docs/models/cup.md"
fields = [
    { wire = "id", type = "string", required = true, example = "cup_1", says = ["which"] },
    { wire = "size", type = "CupSize", required = false, example = "big" },
    { wire = "owner", type = "string", required = false, nullable = true },
]

[[enum]]
name = "CupSize"
page = "docs/models/cupsize.md"
values = [{ variant = "Big", wire = "big" }]

[[resource]]
name = "Cups"
handle = "cups"
page = "docs/sdks/cups/README.md"
says = ["drink"]

[[resource.operation]]
id = "FillCup"
method = "PUT"
path = "/cups/{id}"
function = "fill_cup"
says = []
parameters = [{ wire = "id", in = "path", type = "string", required = true, example = "cup_1" }]
body = { type = "Cup", required = true, content-type = "application/json" }
success = { status = 200, type = "Cup", content-type = "application/json" }
errors = [
    { type = "Cup", statuses = ["404", "422"], content-type = "application/json" },
    { type = "SDKError", statuses = ["4XX", "5XX"], content-type = "*/*" },
]
"#;

const CODE: &str = r#"
#[non_exhaustive]
pub struct Cup { pub id: String, pub size: Option<super::CupSize>, pub owner: OptionalNullable<String> }
impl runtime::Record for Cup {
    fn read(object: &mut runtime::Object) -> Result<Self, runtime::DecodeError> {
        Ok(Self { id: object.required("id")?, size: object.optional("size")?, owner: object.nullable("owner")? })
    }
    fn write(&self, object: &mut runtime::ObjectWriter) {
        object.required("id", &self.id);
        object.optional("size", &self.size);
        object.nullable("owner", &self.owner);
    }
}
pub enum CupSize { Big, Unknown(runtime::UnknownValue) }
impl runtime::StringEnum for CupSize {
    fn as_str(&self) -> &str { match self { Self::Big => "big", Self::Unknown(value) => value.as_str() } }
}
impl Kitchen { pub fn cups(&self) -> Cups<'_> { Cups::new(&self.core) } }
impl<'c> Cups<'c> {
    pub fn fill_cup(self, id: &str, body: &Cup) -> Request<'c, FillCup> {
        Request::new(self.client).with_path("id", id).with_json(body)
    }
}
pub enum FillCup {}
impl Operation for FillCup {
    type Output = Cup;
    const INFO: &'static OperationInfo =
        &OperationInfo { id: "FillCup", method: Method::PUT, path: "/cups/{id}", ..OperationInfo::DEFAULT };
}
pub enum FillCupError { NotFound(Cup), UnprocessableEntity(Cup) }
impl DocumentedError for FillCupError {
    const OPERATION: &'static str = "FillCup";
    fn read(status: u16, response: &RawResponse) -> Option<Result<Self, DecodeError>> {
        Some(match status {
            404 => runtime::json(response).map(Self::NotFound),
            422 => runtime::json(response).map(Self::UnprocessableEntity),
            _ => return None,
        })
    }
}
static ANSWERS: &[MockAnswer] = &[
    MockAnswer { operation: "FillCup", status: 200, content_type: "application/json", body: "{}" },
    MockAnswer { operation: "FillCup", status: 404, content_type: "application/json", body: "{}" },
    MockAnswer { operation: "FillCup", status: 422, content_type: "application/json", body: "{}" },
];
"#;

const MODEL: &str = "
# Cup
## Fields
| Field | Type | Required | Description | Example |
| --- | --- | --- | --- | --- |
| `id` | `String` | :heavy_check_mark: | Says which cup. | cup\\_1 |
| `size` | [`Option<CupSize>`](cupsize.md) | :heavy_minus_sign: | N/A | big |
| `owner` | *OptionalNullable<String>* | :heavy_minus_sign: | N/A | |
";

const ENUM: &str = "
# CupSize
## Values
| Name | Value |
| --- | --- |
| `CupSize::Big` | `big` |
| `CupSize::Unknown` | any other |
";

const RESOURCE: &str = "
# Cups
(`kitchen.cups()`)
## Overview
To drink from.
### Available Operations
* [fill_cup](#fill_cup) - Fill
## fill_cup
`PUT /cups/{id}`: `FillCup`
### Parameters
| Parameter | Type | Required | Description | Example |
| --- | --- | --- | --- | --- |
| `id` | `String` | :heavy_check_mark: | N/A | cup_1 |
| `body` | [`Cup`](../../models/cup.md) | :heavy_check_mark: | N/A | |
### Response
**[`Cup`](../../models/cup.md)**
### Errors
| Error Type | Status Code | Content Type |
| --- | --- | --- |
| [`Cup`](../../models/cup.md) | 404, 422 | application/json |
| `Error` | 4XX, 5XX | \\*/\\* |
";

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
    says("for Cup {", "for Mug {", "`Mug` is not documented");
    says("pub id: String", "pub id: i64", "type of Cup.id");
    says(
        "OptionalNullable<String>",
        "Option<String>",
        "type of Cup.owner",
    );
    says(
        "required(\"id\")?",
        "required(\"ID\")?",
        "wire name in the reader of Cup.id",
    );
    says(
        "optional(\"size\")?",
        "nullable(\"size\")?",
        "access in the reader of Cup.size",
    );
    says(
        "required(\"id\", &self.id);",
        "",
        "wire name in the writer of Cup.id",
    );
    says("pub id: String, ", "", "fields of Cup");
}

#[test]
fn a_wrong_enum_in_the_code_is_seen() {
    says(
        "Self::Big => \"big\"",
        "Self::Big => \"BIG\"",
        "values of CupSize",
    );
    says(
        "Big, Unknown(",
        "Big, Huge, Unknown(",
        "`Huge` is not documented",
    );
}

#[test]
fn a_wrong_operation_in_the_code_is_seen() {
    says("id: \"FillCup\"", "id: \"Fill\"", "`FillCup` is missing");
    says("Method::PUT", "Method::POST", "method of FillCup");
    says(
        "path: \"/cups/{id}\"",
        "path: \"/cup/{id}\"",
        "path of FillCup",
    );
    says(
        "type Output = Cup",
        "type Output = ()",
        "success of FillCup",
    );
    says("pub fn fill_cup(", "pub fn fill(", "function of FillCup");
    says("pub fn cups(", "pub fn mugs(", "no function `cups`");
    says("body: &Cup)", "body: Cup)", "arguments of FillCup");
    says(".with_path(\"id\", id)", "", "does not put `id`");
    says(".with_json(body)", "", "content type of the body");
    says(
        "UnprocessableEntity(Cup)",
        "UnprocessableEntity(Mug)",
        "errors of FillCup",
    );
    says("404 => runtime", "410 => runtime", "errors of FillCup");
    says("status: 404", "status: 410", "answers of FillCup");
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
