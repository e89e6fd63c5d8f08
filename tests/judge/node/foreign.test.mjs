// What the foreign side gets wrong, each as the least that shows it. One that fails here is mended there: what makes up for it is to go.

import assert from 'node:assert/strict';
import test from 'node:test';

import SwaggerParser from '@apidevtools/swagger-parser';
import Ajv2020 from 'ajv/dist/2020.js';
import jsf from 'json-schema-faker';
import backend from 'openapi-backend';
import converter from 'swagger2openapi';

async function api(parameters, components, path = '/') {
  const paths = { [path]: { get: { operationId: 'get', parameters, responses: {} } } };
  const definition = { openapi: '3.0.3', info: { title: '', version: '' }, paths, components };
  const api = new backend.OpenAPIBackend({ definition, quick: true, strict: true, validate: false });
  await api.init();
  return api;
}

// Made up for in `plainly` of verdict.rs.
test('openapi-backend takes a text with a comma for a list where `explode` is false', async () => {
  const { router } = await api([{ name: 'plain', in: 'query', explode: false, schema: { type: 'string' } }]);
  const request = { method: 'get', path: '/', query: 'plain=a%2Cb', headers: {} };
  const { query } = router.parseRequest(request, router.matchOperation(request));
  assert.deepEqual(query.plain, ['a', 'b']);
});

// Made up for in `plainly` of verdict.rs.
test('openapi-backend takes a `?` out of a query, where it may stand as it is', async () => {
  const { router } = await api([{ name: 'url', in: 'query', allowReserved: true, schema: { type: 'string' } }]);
  const request = { method: 'get', path: '/', query: 'url=a?b', headers: {} };
  const { query } = router.parseRequest(request, router.matchOperation(request));
  assert.deepEqual(query.url, 'ab');
});

// Made up for in `has_own_segment` of verdict.rs.
test('openapi-backend gives the first of two parameters of a segment what is the second one', async () => {
  const named = (name) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
  const { router } = await api([named('name'), named('ext')], {}, '/{name}.{ext}');
  const request = { method: 'get', path: '/a.json', headers: {} };
  const { params } = router.parseRequest(request, router.matchOperation(request));
  assert.notDeepEqual({ ...params }, { name: 'a', ext: 'json' });
});

// Made up for in `plain` of server.mjs.
test('openapi-backend follows no reference through a name with a slash', async () => {
  const responses = { Bad: { content: { 'application/json': { schema: { type: 'string' } } } } };
  const schema = { $ref: '#/components/responses/Bad/content/application~1json/schema' };
  await assert.rejects(api([{ name: 'one', in: 'query', schema }], { responses }), /Cannot read properties of null/);
});

// Made up for in `plain` of server.mjs: an example may well be a file of its own.
test('openapi-backend follows references out of the document as if they led into it', async () => {
  const examples = { one: { $ref: 'examples/json/One.json' } };
  await assert.rejects(api([{ name: 'one', in: 'query', schema: {}, examples }]), /Cannot read properties of null/);
});

// Made up for in `definition` of server.mjs.
test('openapi-backend finds no path that ends with a slash', async () => {
  const { router } = await api([], {}, '/things/');
  assert.equal(router.matchOperation({ method: 'get', path: '/things/', headers: {} }), undefined);
});

// Made up for in `escaped` of server.mjs.
test('openapi-backend finds no path with a letter that means something in an expression', async () => {
  const { router } = await api([{ name: 'id', in: 'path', required: true, schema: {} }], {}, '/{id}/$count');
  assert.equal(router.matchOperation({ method: 'get', path: '/1/$count', headers: {} }), undefined);
});

// Made up for in `widen` of values.mjs.
test('json-schema-faker cuts a text within a letter', () => {
  jsf.option({ random: () => 0 });
  const schema = { type: 'string', pattern: '^😀{3}$', minLength: 3, maxLength: 3 };
  const isValid = new Ajv2020().compile(schema);
  assert.ok(isValid('😀😀😀'));
  assert.ok(!isValid(jsf.generate(schema)));
});

// Made up for in `NASTY` of values.mjs.
test('json-schema-faker leaves letters beyond ASCII out of a class', () => {
  assert.equal(jsf.generate({ type: 'string', pattern: '^[é]$' }), '');
  assert.equal(jsf.generate({ type: 'string', pattern: '^(?:é)$' }), 'é');
});

// Made up for in `widen` of values.mjs.
test('json-schema-faker does not know a limit that is excluded', () => {
  jsf.option({ random: () => 0 });
  const schema = { type: 'integer', exclusiveMinimum: 0 };
  assert.ok(jsf.generate(schema) <= 0);
});

// Made up for in whole.mjs.
test('swagger2openapi loses how lists of forms are written, one of two media types, and that a field behind the first is required', async () => {
  const field = (name, more) => ({ name, in: 'formData', ...more });
  const parameters = [field('list', { type: 'array', items: { type: 'string' } }), field('text', { type: 'string', required: true })];
  const consumes = ['application/x-www-form-urlencoded', 'multipart/form-data'];
  const paths = { '/': { post: { consumes, parameters, responses: { 200: { description: '' } } } } };
  const swagger = { swagger: '2.0', info: { title: '', version: '1' }, paths };
  const { openapi } = await converter.convertObj(swagger, { patch: true, warnOnly: true });
  const { content, required } = openapi.paths['/'].post.requestBody;
  assert.deepEqual(Object.keys(content), ['multipart/form-data']);
  assert.equal(content['multipart/form-data'].encoding, undefined);
  assert.equal(required, undefined);
});

// Made up for in whole.mjs.
test('swagger-parser knows no OpenAPI 3.2', async () => {
  const document = { openapi: '3.2.0', info: { title: '', version: '1' }, paths: {} };
  await assert.rejects(SwaggerParser.bundle('.', document, {}), /Unsupported OpenAPI version/);
});
