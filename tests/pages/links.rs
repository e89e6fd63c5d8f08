//! External documentation on the pages of operations and models.

use crate::readme::made;

const DOCUMENT: &str = "
openapi: 3.0.3
info: {title: Moons, version: '1'}
tags: [{name: moons, externalDocs: {url: 'https://docs.example/moons'}}]
paths:
  /moons:
    get:
      operationId: listMoons
      tags: [moons]
      externalDocs: {url: 'https://docs.example/list'}
      parameters: [{name: near, in: query, schema: {type: string, externalDocs: {url: 'https://docs.example/near|x'}}}]
      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Moon'}}}}}
components:
  schemas:
    Moon:
      type: object
      externalDocs: {url: 'https://docs.example/moon'}
      properties: {name: {type: string, externalDocs: {url: 'https://docs.example/name'}}}
";

#[test]
fn what_lies_elsewhere_is_linked_where_it_is_told_of() {
    let files = made(DOCUMENT);
    let (moons, moon) = (
        &files["docs/sdks/moons/README.md"],
        &files["docs/models/moon.md"],
    );
    for (page, link) in [
        (moons, "\n\nMore: <https://docs.example/moons>\n\n"),
        (moons, "\n\nMore: <https://docs.example/list>\n\n"),
        (moons, "| More: <https://docs.example/near%7Cx> |"),
        (moon, "\n\nMore: <https://docs.example/moon>\n\n"),
        (moon, "| More: <https://docs.example/name> |"),
    ] {
        assert!(page.contains(link), "{link}\n{page}");
    }
}
