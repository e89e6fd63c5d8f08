// A document as its author wrote it: references followed, operations with all that they declare. It knows nothing of Tintype.

import fs from 'node:fs';
import YAML from 'yaml';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
// The methods of one's own of OpenAPI 3.2, under the names that are sent.
const OTHERS = 'additionalOperations';

export const escape = (key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1');
export const child = (at, ...keys) => keys.reduce((at, key) => `${at}/${escape(key)}`, at);

export class Document {
  constructor(path) {
    const text = fs.readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    this.root = path.endsWith('.json') ? JSON.parse(text) : YAML.parse(text, { maxAliasCount: -1, uniqueKeys: false });
  }

  get(at) {
    const keys = at.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    return keys.reduce((node, key) => (Object.hasOwn(Object(node), key) ? node[key] : undefined), this.root);
  }

  // The pointer that a reference within the document leads to, also by an anchor that one schema alone has.
  target(reference) {
    if (typeof reference !== 'string' || !reference.startsWith('#')) return undefined;
    const to = decodeURIComponent(reference.slice(1));
    this.anchors ??= anchors(this.root);
    return this.anchors.get(to) ?? to;
  }

  // The place behind a chain of references, which may be a circle.
  follow(at) {
    for (let step = 0; step < 32; step += 1) {
      const target = this.target(this.get(at)?.$ref);
      if (target === undefined) break;
      at = target;
    }
    return at;
  }

  // The key of a place.
  name(at) {
    return at.slice(at.lastIndexOf('/') + 1).replaceAll('~1', '/').replaceAll('~0', '~');
  }

  children(at) {
    return Object.keys(Object(this.get(at))).map((key) => child(at, key));
  }

  operations() {
    const found = [];
    for (const path of Object.keys(this.root.paths ?? {})) {
      const item = this.follow(child('/paths', path));
      const known = METHODS.map((key) => [key.toUpperCase(), child(item, key)]);
      const others = Object.keys(Object(this.get(child(item, OTHERS)))).map((name) => [name, child(item, OTHERS, name)]);
      // One with a key of its own may not stand there: https://spec.openapis.org/oas/v3.2.0#path-item-additional-operations
      const own = others.filter(([name]) => !known.some(([method]) => method === name));
      for (const [method, at] of [...known, ...own]) {
        if (this.get(at)) found.push(this.operation(path, item, method, at));
      }
    }
    return found;
  }

  operation(path, item, method, at) {
    const parameters = new Map();
    const places = [child(item, 'parameters'), child(at, 'parameters')].flatMap((list) => this.children(list));
    for (const place of places.map((place) => this.follow(place))) {
      const parameter = this.parameter(place);
      // The case of a header's name says nothing.
      const name = parameter?.in === 'header' ? parameter.name.toLowerCase() : parameter?.name;
      if (parameter) parameters.set(`${parameter.in} ${name}`, parameter);
    }
    // What the path has behind `?` of a parameter of the query, `term={term}`, is that parameter.
    const sent = path.replace(/([?&])([^=&#]+)=\{([^}]*)\}/g, (pair, before, name, value) => {
      return parameters.has(`query ${name}`) && !parameters.has(`path ${value}`) ? before : pair;
    });
    // A name in the path that nobody declares is a text.
    const declared = (name) => parameters.has(`path ${name}`);
    for (const [, name] of sent.matchAll(/\{([^}]+)\}/g)) {
      if (!declared(name)) parameters.set(`path ${name}`, { in: 'path', name, required: true, style: 'simple', explode: false });
    }
    const body = this.follow(child(at, 'requestBody'));
    const answers = this.children(child(at, 'responses')).filter((place) => !place.includes('/x-'));
    return {
      key: `${method} ${path}`,
      method,
      path,
      item,
      at,
      parameters: [...parameters.values()],
      body: this.get(body) && { required: this.get(body).required === true, contents: this.contents(body) },
      answers: answers.map((place) => ({
        // Some write a range in small letters.
        documented: place.slice(place.lastIndexOf('/') + 1).replace(/^(\d)xx$/, '$1XX'),
        // What a reference leads to may be no answer.
        isAnswer: !/^\/components\/(?!responses\/)/.test(this.follow(place)),
        contents: this.contents(this.follow(place)),
        headers: Object.keys(this.get(this.follow(place))?.headers ?? {}),
      })),
    };
  }

  parameter(at) {
    const said = this.get(at);
    // The first three by https://spec.openapis.org/oas/v3.0.4#parameter-name, the others since they are of the connection.
    const isElsewhere = said?.in === 'header' && /^(accept|content-type|authorization|content-length|transfer-encoding)$/i.test(said.name);
    if (!said || isElsewhere) return undefined;
    const style = said.style ?? { path: 'simple', header: 'simple' }[said.in] ?? 'form';
    const media = Object.keys(said.content ?? {})[0];
    return {
      in: said.in,
      name: said.name,
      required: said.required === true || said.in === 'path',
      style,
      explode: said.explode ?? style === 'form',
      allowReserved: said.allowReserved === true,
      media,
      encoding: media && this.get(child(at, 'content', media))?.encoding,
      schema: media === undefined ? child(at, 'schema') : child(at, 'content', media, 'schema'),
    };
  }

  contents(at) {
    const described = (place) => ['schema', 'itemSchema'].find((key) => this.get(place)?.[key] !== undefined);
    return this.children(child(at, 'content')).map((place) => ({
      media: this.name(place),
      at: place,
      schema: described(place) && child(place, described(place)),
      encoding: this.get(place)?.encoding ?? {},
    }));
  }
}

// The places of all anchors by their names.
function anchors(node, at = '', found = new Map()) {
  if (node === null || typeof node !== 'object') return found;
  if (typeof node.$anchor === 'string') found.set(node.$anchor, at);
  for (const [key, value] of Object.entries(node)) anchors(value, child(at, key), found);
  return found;
}
