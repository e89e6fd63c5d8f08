//! A small crate as it should be: its facts, its code, its pages.

pub(crate) const FACTS: &str = r#"
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

pub(crate) const CODE: &str = r#"
#[non_exhaustive]
pub struct Cup {
    /// Says which one.
    ///
    /// Example: `cup_1`.
    pub id: String,
    /// Example: `big`.
    pub size: Option<super::CupSize>,
    pub owner: OptionalNullable<String>,
}
runtime::record! { Cup; id: required; size: optional; owner: nullable; }
runtime::string_enum! {
    /// How much it holds.
    pub enum CupSize;
    Big = "big";
}
runtime::resources! { Kitchen;
    /// The operations of `cups`.
    cups: Cups;
}
impl<'c> Cups<'c> {
    /// - `id`: Example: `cup_1`.
    pub fn fill_cup(self, id: &str, body: &Cup) -> Request<'c, FillCup> {
        Request::new(self.client).with_path("id", id).with_json(body)
    }
}
runtime::operation! {
    /// The operation `PUT /cups/{id}`.
    FillCup, "FillCup": PUT "/cups/{id}";
    read json -> Cup;
    errors FillCupError;
    status 404 = NotFound(Cup), "404: No; none.";
    status 422 = UnprocessableEntity(Cup), "422.";
}
runtime::answers! { ANSWERS;
    "FillCup": 200, "application/json", "{}";
    "FillCup": 404, "application/json", "{}";
    "FillCup": 422, "application/json", "{}";
}
"#;

pub(crate) const MODEL: &str = "
# Cup
## Fields
| Field | Type | Required | Description | Example |
| --- | --- | --- | --- | --- |
| `id` | `String` | :heavy_check_mark: | Says which cup. | cup\\_1 |
| `size` | [`Option<CupSize>`](cupsize.md) | :heavy_minus_sign: | N/A | big |
| `owner` | *OptionalNullable<String>* | :heavy_minus_sign: | N/A | |
";

pub(crate) const ENUM: &str = "
# CupSize
## Values
| Name | Value |
| --- | --- |
| `CupSize::Big` | `big` |
| `CupSize::Unknown` | any other |
";

pub(crate) const RESOURCE: &str = "
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
