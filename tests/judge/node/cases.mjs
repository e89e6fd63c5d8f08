// The cases of a document: for each operation the calls that are made of it, with their values, and the answers that they get.

import { HEADER, Values } from './values.mjs';

// Bytes that are no text in any encoding.
const BYTES = Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3, 0x28, 0x0d, 0x0a, 0x2d, 0x2d, 0xf0, 0x9f, 0x1f, 0x8b, 0x22, 0x7f]);
const EXTENTS = ['required', 'everything'];
const FREE = {
  1: [], 2: [200, 202, 226, 203, 299], 3: [302, 303, 307, 399], 4: [418, 402, 451, 499], 5: [500, 501, 507, 599],
};

export const isJson = (media) => /^[^;]*[/+]json\s*(;|$)/i.test(media);
const isForm = (media) => /^application\/x-www-form-urlencoded/i.test(media);
const isMultipart = (media) => /^multipart\//i.test(media);
const isText = (media) => /^text\//i.test(media);
const isScalar = (value) => value !== null && typeof value !== 'object';

export class Cases {
  constructor(document) {
    this.document = document;
    this.values = new Values(document);
    this.found = [];
    this.impossible = [];
  }

  all() {
    for (const operation of this.document.operations()) this.operation(operation);
    return this;
  }

  operation(operation) {
    const answers = this.answers(operation);
    const media = operation.body?.contents ?? [];
    const calls = [];
    for (const extent of EXTENTS) {
      const bodies = media.length === 0 || (extent === 'required' && !operation.body.required) ? [undefined] : media;
      for (const content of bodies) {
        const call = this.call(operation, extent, content);
        if (call) calls.push(call);
      }
    }
    if (calls.length === 0) return;
    const plain = answers[0] ?? { status: 200 };
    for (const call of calls) this.found.push({ ...call, what: 'call', answer: plain });
    for (const answer of answers) this.found.push({ ...calls[0], what: 'answer', answer });
  }

  // A call, or nothing where something that it cannot do without cannot be made up.
  call(operation, extent, content) {
    const label = `${operation.key} (${extent}${content ? ` ${content.media}` : ''})`;
    const parameters = [];
    for (const parameter of operation.parameters) {
      if (!parameter.required && extent === 'required') continue;
      const made = this.parameter(parameter, extent, operation.at);
      if (made.why === undefined) parameters.push({ ...parameter, value: made.value });
      else {
        this.impossible.push({ at: `${label} ${parameter.in} ${parameter.name}`, why: made.why });
        if (parameter.required) return undefined;
      }
    }
    const call = { operation: operation.key, at: operation.at, extent, parameters };
    if (content === undefined) return call;
    const body = this.content(content, 'request', extent);
    if (body.why === undefined) return { ...call, body };
    this.impossible.push({ at: `${label} body`, why: body.why });
    return undefined;
  }

  parameter(parameter, extent, seed) {
    if (this.document.get(parameter.schema) === undefined) return { why: 'the document gives it no schema' };
    const letters = { header: HEADER, cookie: HEADER }[parameter.in];
    const isGood = (value) => (parameter.media === undefined ? isSerializable(parameter, value) : true);
    return this.values.make(parameter.schema, { view: 'request', extent, seed: `${seed} ${parameter.name}`, letters, isGood });
  }

  // What is sent under a media type, by either side.
  content({ media, at, schema, encoding }, view, extent) {
    const sent = { media, said: media, at, schema, encoding };
    const shape = schema && this.document.get(this.document.follow(schema));
    const isBinary = shape?.format === 'binary' || (shape === undefined && !isText(media));
    const seed = `${at} ${view}`;
    if (isJson(media) && schema !== undefined) return this.made({ ...sent, kind: 'json' }, view, extent, seed);
    if (isJson(media)) return { ...sent, kind: 'json', value: { any: ['thing', 1.5, null] } };
    if (isForm(media) || isMultipart(media)) {
      if (view === 'response') return { ...sent, kind: 'bytes', bytes: BYTES.toString('hex') };
      const kind = isForm(media) ? 'form' : 'multipart';
      return schema === undefined ? { why: 'no schema describes the form' } : this.form({ ...sent, kind }, extent, seed);
    }
    if (isBinary) return { ...sent, media: concrete(media, 'application/octet-stream'), kind: 'bytes', bytes: BYTES.toString('hex') };
    if (isText(media)) {
      const made = shape?.type === 'string' ? this.made({ ...sent, kind: 'text' }, view, extent, seed) : undefined;
      return made ?? { ...sent, kind: 'text', value: 'é "1",\n2' };
    }
    if (/\*/.test(media)) {
      return this.made({ ...sent, media: concrete(media, 'application/json'), kind: 'json' }, view, extent, seed);
    }
    return { ...sent, kind: 'bytes', bytes: Buffer.from('<a>é</a>').toString('hex') };
  }

  made(sent, view, extent, seed) {
    const made = this.values.make(sent.schema, { view, extent, seed });
    return made.why === undefined ? { ...sent, value: made.value } : made;
  }

  // The members of a form, those that are files as files.
  form(sent, extent, seed) {
    const isGood = (value) => value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0;
    const made = this.values.make(sent.schema, { view: 'request', extent, seed, isGood });
    if (made.why !== undefined || sent.kind === 'form') return { ...sent, ...made };
    const members = Object.entries(made.value).map(([name, value]) => [name, this.withFiles(sent.schema, name, value)]);
    return { ...sent, value: Object.fromEntries(members) };
  }

  // A member of a form, with a file where the schema says binary.
  withFiles(schema, name, value) {
    const shape = this.values.member('request', schema, name);
    const file = (index) => ({ file: { name: `données ${index}.bin`, bytes: BYTES.toString('hex') } });
    if (shape?.format === 'binary') return file(0);
    const isList = Array.isArray(value) && this.values.merged('request', shape?.items)?.format === 'binary';
    return isList ? value.map((_, index) => file(index)) : value;
  }

  answers(operation) {
    const found = [];
    const exact = new Set(operation.answers.map((answer) => Number(answer.documented)));
    const hasSuccess = operation.answers.some((answer) => /^[23]/.test(answer.documented));
    for (const { documented, contents } of operation.answers) {
      const first = documented === 'default' ? (hasSuccess ? 5 : 2) : Number(documented[0]);
      const status = /^\d{3}$/.test(documented) ? Number(documented) : FREE[first]?.find((code) => !exact.has(code));
      if (!(status >= 200)) {
        this.impossible.push({ at: `${operation.key} ${documented}`, why: 'no final answer has this status' });
        continue;
      }
      const isBodiless = operation.method === 'HEAD' || [204, 205, 304].includes(status);
      if (contents.length === 0 || isBodiless) found.push({ status, documented });
      else for (const content of contents) this.answer(operation, { status, documented }, content, found);
    }
    return found;
  }

  answer(operation, answer, content, found) {
    for (const extent of EXTENTS) {
      const body = this.content(content, 'response', extent);
      if (body.why === undefined) found.push({ ...answer, ...body });
      else this.impossible.push({ at: `${operation.key} ${answer.documented} ${content.media} (${extent})`, why: body.why });
      if (body.kind !== 'json') break;
    }
  }
}

// The media type of a message, which is never a range.
function concrete(media, otherwise) {
  if (!media.includes('*')) return media;
  return { 'image/*': 'image/png', 'audio/*': 'audio/mpeg', 'video/*': 'video/mp4', 'text/*': 'text/plain' }[media] ?? otherwise;
}

// Whether OpenAPI says how a value is written in a place: https://spec.openapis.org/oas/v3.1.1#style-values
function isSerializable({ in: place, style, explode }, value) {
  if (value === null) return false;
  const isDeep = style === 'deepObject';
  const members = isScalar(value) ? [value] : Object.values(value);
  if (isDeep) return !isScalar(value) && !Array.isArray(value) && members.length > 0 && members.every(isNested);
  const isFlat = members.every(isScalar);
  const keys = Array.isArray(value) || isScalar(value) ? [] : Object.keys(value);
  const texts = [...members, ...keys].map(String);
  if (!isFlat || (keys.length === 0 && members.length === 0 && !Array.isArray(value))) return false;
  if (place === 'path' && (texts.length === 0 || texts.some((text) => text === '' || text === '.' || text === '..'))) return false;
  if (place === 'header' || place === 'cookie') {
    if (texts.some((text) => !/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(text))) return false;
    if (!isScalar(value) && texts.some((text) => /[,=]/.test(text))) return false;
    if (place === 'cookie' && !isScalar(value) && explode) return false;
  }
  // An empty element is no element where they are joined.
  if (!isScalar(value) && texts.some((text) => text === '')) return false;
  if (style === 'spaceDelimited' && !explode && texts.some((text) => text.includes(' '))) return false;
  if (style === 'pipeDelimited' && !explode && texts.some((text) => text.includes('|'))) return false;
  return true;
}

// The members of a deep object are scalars or objects of their own.
function isNested(value) {
  if (isScalar(value)) return true;
  return value !== null && !Array.isArray(value) && Object.keys(value).length > 0 && Object.values(value).every(isNested);
}
