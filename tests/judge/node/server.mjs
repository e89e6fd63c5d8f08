// A server that decodes what comes and answers as the case wants. The first segment of the path is the number of the case.

import http from 'node:http';
import backend from 'openapi-backend';

import * as decode from './decode.mjs';
import { Schemas, Validator } from './schemas.mjs';

export class Server {
  constructor(document, cases) {
    this.cases = cases;
    this.received = new Map();
    this.validator = new Validator(new Schemas(document, 'request'));
    // The router does not know the methods of OpenAPI 3.2, so those have one of their own, as another method.
    const router = (own) => {
      const operations = document.operations().filter(({ method }) => kind(method) === own);
      return new backend.OpenAPIBackend({ definition: definition(document, operations), quick: true, strict: true, validate: false });
    };
    const kinds = new Set(document.operations().map(({ method }) => kind(method)));
    this.routers = new Map([...kinds].map((own) => [own, router(own)]));
  }

  async start() {
    await Promise.all([...this.routers.values()].map((router) => router.init()));
    this.server = http.createServer({ maxHeaderSize: 1 << 20 }, (request, response) => {
      this.answer(request, response).catch((error) => response.destroy(error));
    });
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this.server.address().port;
  }

  async answer(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const [, number, raw] = /^\/(\d+)(\/.*)?$/.exec(request.url);
    const given = this.cases[Number(number)];
    if (!this.received.has(Number(number))) {
      const received = await this.decoded(given, request, raw ?? '/', Buffer.concat(chunks));
      this.received.set(Number(number), { ...received, requests: 1 });
    } else {
      this.received.get(Number(number)).requests += 1;
    }
    const isElsewhere = raw === '/elsewhere' && given.answer.followed !== undefined;
    const { status, kind, media, value, bytes, text } = isElsewhere ? given.answer.followed : given.answer;
    const headers = kind === undefined ? {} : { 'content-type': kind === 'text' ? `${media}; charset=utf-8` : media };
    if (status >= 300 && status < 400 && status !== 304) headers.location = `/${number}/elsewhere`;
    const body = bytes === undefined ? (text ?? '') : Buffer.from(bytes, 'hex');
    response.writeHead(status, headers);
    response.end(value === undefined && bytes === undefined && text === undefined ? '' : body);
  }

  // Why ajv finds that what came is not what the document describes.
  invalid({ body: given }, body) {
    if (given?.kind !== 'json' || given.schema === undefined) return null;
    try {
      return this.validator.reason(given.schema, JSON.parse(body.toString())) ?? null;
    } catch (error) {
      return String(error.message);
    }
  }

  // Of two parameters of a segment the router may cut one within an escape, and then says nothing about the path.
  parsed(router, request, matched) {
    try {
      return router.parseRequest(request, matched);
    } catch (error) {
      if (!(error instanceof URIError)) throw error;
      return { ...router.parseRequest(request), params: null };
    }
  }

  async decoded(given, request, raw, body) {
    const [path, query = ''] = raw.split(/\?(.*)/s, 2);
    const plainly = escaped(path);
    const { router } = this.routers.get(kind(request.method));
    const asked = { method: routed(request.method), path: plainly, headers: request.headers };
    const matched = router.matchOperation(asked);
    const parsed = this.parsed(router, { ...asked, query, body: undefined }, matched);
    const template = given.operation.slice(given.operation.indexOf(' ') + 1);
    const fixed = template.replace(/#.*$/, '').split('?')[1]?.split('&') ?? [];
    const found = decode.query(given.parameters, query);
    const beyond = decode.beyond(fixed, found.rest);
    const own = (place) => given.parameters.filter((parameter) => parameter.in === place);
    const headers = own('header').filter(({ name }) => request.headers[name.toLowerCase()] !== undefined);
    const cookies = own('cookie').filter(({ name }) => parsed.cookies[name] !== undefined);
    const media = request.headers['content-type'];
    const [whole] = own('querystring');
    const isForm = /^(multipart\/|application\/x-www-form-urlencoded)/i.test(media ?? '');
    return {
      matched: matched?.operationId ?? null,
      values: {
        path: { ...decode.path(literally(template.replace(/[?#].*$/, ''), ascii), given.parameters, path), ...beyond.values },
        query: found.values,
        header: Object.fromEntries(headers.map((one) => [one.name, decode.header(one, request.headers[one.name.toLowerCase()])])),
        cookie: Object.fromEntries(cookies.map((one) => [one.name, decode.cookie(one, rawCookie(request.headers.cookie, one.name))])),
      },
      backend: { path: parsed.params, query: parsed.query, cookie: parsed.cookies },
      whole: whole ? await decode.whole(whole.media, query) : null,
      rest: whole ? [] : beyond.rest.filter((pair) => !fixed.includes(pair)),
      accept: request.headers.accept ?? null,
      media: media ?? null,
      body: body.toString('hex'),
      invalid: this.invalid(given, body),
      form: isForm ? await decode.form(request.headers, body) : null,
    };
  }
}

const KEPT = ['schemas', 'parameters', 'requestBodies'];

// What the router has to know. Each operation gets an id, so that it can tell which one it found. A query or a fragment in a path is no
// part of it, and a slash at its end is nothing to the router. Answers say nothing about requests.
function definition(document, operations) {
  const { openapi, components = {} } = document.root;
  const paths = {};
  for (const operation of operations) {
    const path = operation.path.replace(/[?#].*$/, '').replace(/(?<=.)\/+$/, '');
    const method = routed(operation.method).toLowerCase();
    const { parameters, requestBody } = plain(document.get(operation.at));
    const template = literally(path, (part) => escaped(ascii(part)));
    paths[template] = { parameters: plain(document.get(operation.item)).parameters, ...paths[template] };
    paths[template][method] ??= { operationId: `${operation.method} ${path}`, parameters, requestBody, responses: {} };
  }
  const kept = Object.fromEntries(KEPT.map((kind) => [kind, plain(components[kind])]));
  return { openapi, info: { title: '', version: '' }, paths, components: kept };
}

const USUAL = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];
const kind = (method) => (USUAL.includes(method) ? 'USUAL' : method);
// The method by which the router knows another one.
const routed = (method) => (USUAL.includes(method) ? method : 'POST');

// A template with something done to what stands outside of its braces.
function literally(path, change) {
  return path.split(/(\{.*?\})/).map((part) => (part.startsWith('{') ? part : change(part))).join('');
}

// Letters beyond ASCII as a URL has them.
function ascii(text) {
  return text.replace(/[^\0-\x7f]+/g, encodeURIComponent);
}

// The router makes an expression of a path and leaves what means something there: `/$count` is none that it finds.
function escaped(path) {
  return path.replace(/[$()+*|^[\]]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

// A copy without what openapi-backend ends at: a reference to what is not kept, such as an example, or through a name with a slash.
function plain(node) {
  if (Array.isArray(node)) return node.map(plain);
  if (node === null || typeof node !== 'object') return node;
  if (typeof node.$ref === 'string' && !KEPT.some((kind) => node.$ref.startsWith(`#/components/${kind}/`) && !node.$ref.includes('~1'))) return {};
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plain(value)]));
}

function rawCookie(text, name) {
  const found = text.split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  return found.slice(name.length + 1);
}
