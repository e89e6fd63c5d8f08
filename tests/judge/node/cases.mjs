// The cases of a document: for each operation the calls that are made of it, with their values, and the answers that they get.

import http from 'node:http';

import { isStream, items } from './items.mjs';
import { EMPTY_PATH, isTaken, unsendable } from './unsendable.mjs';
import { HEADER, Values } from './values.mjs';

// Bytes that are no text in any encoding.
const BYTES = Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3, 0x28, 0x0d, 0x0a, 0x2d, 0x2d, 0xf0, 0x9f, 0x1f, 0x8b, 0x22, 0x7f]);
const EMPTY = 'a form without fields is no form';
const EXTENTS = ['required', 'everything'];
const FREE = {
  1: [], 2: [200, 202, 226, 203, 299], 3: [302, 303, 307, 399], 4: [418, 402, 451, 499], 5: [500, 501, 507, 599],
};

// GitHub turns a suffix round: `application/json+sarif`.
export const isJson = (media) => /^([^;]*[/+]json|application\/json\+[^;]*)\s*(;|$)/i.test(media);
const isForm = (media) => /^application\/x-www-form-urlencoded/i.test(media);
const isMultipart = (media) => /^multipart\//i.test(media);
const essence = (media) => String(media).split(';')[0].trim().toLowerCase();
const isText = (media) => /^text\//i.test(media);
// A text of 3.1 that says what its bytes are is them, unless it says how they are written as a text:
// https://spec.openapis.org/oas/v3.1.1#working-with-binary-data
const isBytes = (schema) => schema?.format === 'binary' || (/octet-stream|pdf$|^(image|audio|video)\//.test(schema?.contentMediaType) && schema.contentEncoding === undefined);

// A part whose schema says nothing is bytes, unless its encoding says what it is: https://spec.openapis.org/oas/v3.1.1#encoding-object
const REMARKS = ['title', 'description', 'deprecated', 'readOnly', 'writeOnly', 'externalDocs', 'xml', '$comment'];
const isOpen = (schema) => schema !== undefined && Object.keys(schema).every((key) => REMARKS.includes(key) || key.startsWith('x-'));

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
    if (!http.METHODS.includes(operation.method)) {
      this.impossible.push({ at: operation.key, why: 'the server of Node.js does not know the method' });
      return;
    }
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
    // A success that is documented and cannot be made up is none that may be empty.
    const other = { status: operation.answers.length === 0 ? 200 : 418 };
    const plain = answers.find(({ documented }) => documented.startsWith('2')) ?? answers[0] ?? other;
    const asked = this.asked(operation);
    for (const call of calls) this.found.push({ ...asked(call, plain), what: 'call', answer: plain });
    for (const answer of answers) this.found.push({ ...asked(calls[0], answer), what: 'answer', answer });
  }

  // A call that says with the member `stream` of its body which form of the success is asked for, where there are two.
  asked(operation) {
    const success = operation.answers.find(({ documented }) => documented.startsWith('2'))?.contents ?? [];
    const [content, ...others] = operation.body?.contents ?? [];
    const flag = content?.schema && this.values.member('request', content.schema, 'stream');
    const isFlag = [flag?.type].flat().includes('boolean') && flag.enum === undefined && flag.const === undefined;
    const hasBoth = success.some(({ media }) => isStream(media)) && !success.every(({ media }) => isStream(media));
    if (!isFlag || !hasBoth || others.length > 0) return (call) => call;
    return (call, answer) => {
      if (call.body === undefined) return call;
      const stream = answer.documented?.startsWith('2') === true && isStream(answer.media ?? '');
      return { ...call, body: { ...call.body, value: { ...call.body.value, stream } } };
    };
  }

  // Another form of the same JSON, under a name of no vendor or instead of one: an SDK needs one of both.
  twin({ media, schema }, contents) {
    const shape = (content) => content.schema && JSON.stringify(this.document.get(content.schema));
    const isVendors = (media) => media.includes('/vnd.');
    const isTwin = (other) => isJson(other.media) && shape(other) === shape({ schema }) && !(isVendors(media) && isVendors(other.media));
    return isJson(media) ? contents.find((other) => other.media !== media && isTwin(other))?.media : undefined;
  }

  // A call, or nothing where something that it cannot do without cannot be made up.
  call(operation, extent, content) {
    const label = `${operation.key} (${extent}${content ? ` ${content.media}` : ''})`;
    const parameters = [];
    for (const parameter of operation.parameters) {
      if (parameter.in === 'path' && !operation.path.includes(`{${parameter.name}}`)) {
        this.impossible.push({ at: `${label} ${parameter.name}`, why: 'the path does not have the parameter' });
        continue;
      }
      if (!parameter.required && extent === 'required') continue;
      const made = this.parameter(parameter, extent, operation.at);
      if (made.why === undefined) parameters.push({ ...parameter, value: made.value, fixed: made.fixed });
      else {
        this.impossible.push({ at: `${label} ${parameter.in} ${parameter.name}`, why: made.why });
        if (parameter.required) return undefined;
      }
    }
    for (const parameter of parameters.filter((one) => isTaken(one, parameters))) {
      this.impossible.push({ at: `${label} ${parameter.in} ${parameter.name}`, why: 'its members have the names of other parameters' });
      if (parameter.required) return undefined;
      parameters.splice(parameters.indexOf(parameter), 1);
    }
    const call = { operation: operation.key, at: operation.at, extent, parameters };
    if (content === undefined) return call;
    const body = this.content(content, 'request', extent);
    if (body.why === undefined) return { ...call, body: { ...body, twin: this.twin(content, operation.body.contents) } };
    this.impossible.push({ at: `${label} body`, why: body.why });
    return undefined;
  }

  parameter(parameter, extent, seed) {
    if (parameter.in === 'header' && !/^[\w!#$%&'*+.^`|~-]+$/.test(parameter.name)) return { why: 'no header can have this name' };
    if (parameter.schema === undefined) return { value: `é/${seed.length}` };
    if (this.document.get(parameter.schema) === undefined) return { why: 'the document gives it no schema' };
    if (parameter.in === 'querystring' && !isForm(parameter.media) && !isJson(parameter.media)) {
      return { why: 'the whole query is neither a form nor JSON' };
    }
    // A form that is the whole query.
    if (parameter.in === 'querystring' && isForm(parameter.media)) {
      const { schema, encoding = {} } = parameter;
      return this.form({ kind: 'form', schema, encoding }, extent, `${seed} ${parameter.name}`);
    }
    const letters = { header: HEADER, cookie: HEADER }[parameter.in];
    const isOmitted = (value) => value === null && !parameter.required;
    const refusal = (value) => {
      if (parameter.media === undefined) return unsendable(parameter, value);
      if (parameter.in === 'path' && value === '' && !isJson(parameter.media)) return EMPTY_PATH;
      return isOmitted(value) ? 'null of an optional parameter is said by leaving it out' : undefined;
    };
    const make = (extent) =>
      this.values.make(parameter.schema, { view: 'request', extent, seed: `${seed} ${parameter.name}`, letters, refusal });
    const made = make(extent);
    return made.why !== undefined && extent === 'required' ? make('everything') : made;
  }

  // What is sent under a media type, by either side.
  content({ media, at, schema, encoding }, view, extent) {
    const sent = { media, said: media, at, schema, encoding };
    const shape = schema && this.document.get(this.document.follow(schema));
    // What the media type of a whole body says, its schema says once more.
    const isRepeated = (key) => key === 'contentMediaType' && essence(shape[key]) === essence(media);
    const saysNothing = Object.keys(shape ?? {}).every(isRepeated);
    const isBinary = isBytes(shape) || (saysNothing && !isText(media));
    const seed = `${at} ${view}`;
    const rows = view === 'response' && isStream(media) ? items(this.values, this.document, sent) : undefined;
    if (rows !== undefined) return rows;
    // JSON holds no bytes: a whole body that is said to be some is no JSON.
    if (isJson(media) && shape?.type === 'string' && shape.format === 'binary') return { ...sent, kind: 'bytes', bytes: BYTES.toString('hex') };
    if (isJson(media) && schema !== undefined) return this.made({ ...sent, kind: 'json' }, view, extent, seed);
    if (isJson(media)) return { ...sent, kind: 'json', value: { any: ['thing', 1.5, null] } };
    if (isForm(media) || isMultipart(media)) {
      if (view === 'response') return { ...sent, kind: 'bytes', bytes: BYTES.toString('hex') };
      const kind = isForm(media) ? 'form' : 'multipart';
      return schema === undefined ? { why: 'no schema describes the form' } : this.form({ ...sent, kind }, extent, seed);
    }
    if (isBinary) return { ...sent, media: concrete(media, 'application/octet-stream'), kind: 'bytes', bytes: BYTES.toString('hex') };
    if (isText(media)) {
      const text = { ...sent, media: concrete(media, 'text/plain'), kind: 'text' };
      return shape?.type === 'string' ? this.made(text, view, extent, seed) : { ...text, value: 'é "1",\n2' };
    }
    // A text under a range that JSON is in is a text all the same.
    if (/\*/.test(media) && shape?.type === 'string') return this.made({ ...sent, media: 'text/plain', kind: 'text' }, view, extent, seed);
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
    const refusal = (value) => {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'only an object is a form';
      if (Object.keys(value).length === 0) return EMPTY;
      if (Object.values(value).some((member) => Array.isArray(member) && member.includes(null))) return 'null has no form outside of JSON';
      const styled = Object.entries(sent.encoding).filter(([name, said]) => said.style !== undefined && Object.hasOwn(value, name));
      const reasons = styled.map(([name, said]) => unsendable({ explode: said.style === 'form', ...said }, value[name]));
      return reasons.find((reason) => reason !== undefined);
    };
    const made = this.values.make(sent.schema, { view: 'request', extent, seed, refusal });
    if (made.why !== undefined) return made;
    sent = { ...sent, fixed: this.fixed(sent.schema, made.value) };
    if (sent.kind === 'form') return { ...sent, ...made };
    // A part holds a text or a file and never null, so that nothing is what null can be.
    const members = Object.entries(made.value).filter(([, value]) => value !== null);
    if (members.length === 0) return { why: EMPTY };
    return { ...sent, value: Object.fromEntries(members.map(([name, value]) => [name, this.withFiles(sent, name, value)])) };
  }

  // The members that have one value, which is their default: whether they were given or not, they may be sent.
  fixed(schema, given) {
    const properties = Object.keys(this.values.whole('request', schema).properties ?? {});
    const only = (name) => {
      const shape = this.values.member('request', schema, name);
      const values = shape?.const === undefined ? (shape?.enum ?? []) : [shape.const];
      return values.length === 1 && values[0] === shape.default ? values[0] : undefined;
    };
    const missing = properties.filter((name) => !Object.hasOwn(given, name) && only(name) !== undefined);
    return Object.fromEntries(missing.map((name) => [name, only(name)]));
  }

  // A member of a form, with a file where the schema says binary, or nothing.
  withFiles({ schema, encoding }, name, value) {
    const unnamed = () => this.values.merged('request', this.values.whole('request', schema).additionalProperties);
    const own = this.values.member('request', schema, name);
    const file = (index) => ({ file: { name: `données ${index}.bin`, bytes: BYTES.toString('hex') } });
    const isFile = (said) => isBytes(said) || (own !== undefined && isOpen(said) && !isJson(encoding[name]?.contentType ?? ''));
    const shape = own ?? unnamed();
    if (isFile(shape)) return file(0);
    const isList = Array.isArray(value) && isFile(this.values.merged('request', shape?.items));
    return isList ? value.map((_, index) => file(index)) : value;
  }

  answers(operation) {
    const found = [];
    const exact = new Set(operation.answers.map((answer) => Number(answer.documented)));
    const ranges = new Set(operation.answers.map((answer) => /^(\d)XX$/.exec(answer.documented)?.[1]));
    // That nothing changed is no answer to a call that did not ask for it.
    const hasSuccess = operation.answers.some(({ documented }) => /^[23]/.test(documented) && documented !== '304');
    // What `default` stands for is a failure, unless nothing else is a success, and nothing that a range has.
    const left = (hasSuccess ? [5, 4] : [2, 5, 4]).find((first) => !ranges.has(String(first)));
    for (const { documented, isAnswer, contents } of operation.answers) {
      if (!isAnswer) {
        this.impossible.push({ at: `${operation.key} ${documented}`, why: 'the reference leads to no answer' });
        continue;
      }
      const first = documented === 'default' ? left : Number(documented[0]);
      const status = /^\d{3}$/.test(documented) ? Number(documented) : FREE[first]?.find((code) => !exact.has(code));
      if (!(status >= 200)) {
        this.impossible.push({ at: `${operation.key} ${documented}`, why: 'no final answer has this status' });
        continue;
      }
      const isBodiless = operation.method === 'HEAD' || [204, 205, 304].includes(status);
      if (contents.length === 0 || isBodiless) found.push({ status, documented });
      else for (const content of contents) {
        const isOneOfSeveral = contents.length > 1;
        this.answer(operation, { status, documented, isOneOfSeveral, twin: this.twin(content, contents) }, content, found);
      }
    }
    return this.followed(operation, found);
  }

  // GET, HEAD and QUERY follow redirects to another success that is documented.
  followed(operation, found) {
    const isSuccess = ({ documented }) => documented.startsWith('2');
    if (!operation.answers.some(isSuccess) || !['GET', 'HEAD', 'QUERY'].includes(operation.method)) return found;
    // One that does not say what to do instead is a failure beside a success.
    const isFailure = ({ status }) => status >= 300 && status < 400 && status !== 304;
    const isFollowed = ({ status }) => [301, 302, 303, 307, 308].includes(status);
    const success = found.find(isSuccess);
    // What cannot be made up is not there to lead to.
    if (success === undefined) return found.filter((answer) => !isFollowed(answer));
    return found.map((answer) => (isFollowed(answer) ? { ...answer, followed: success } : { ...answer, failed: isFailure(answer) }));
  }

  answer(operation, answer, content, found) {
    for (const extent of EXTENTS) {
      const body = this.content(content, 'response', extent);
      if (body.why === undefined) found.push({ ...answer, ...body });
      else this.impossible.push({ at: `${operation.key} ${answer.documented} ${content.media} (${extent})`, why: body.why });
      if (body.why === undefined && body.kind !== 'json') break;
    }
  }
}

// The media type of a message, which is never a range.
function concrete(media, otherwise) {
  if (!media.includes('*')) return media;
  return { 'image/*': 'image/png', 'audio/*': 'audio/mpeg', 'video/*': 'video/mp4', 'text/*': 'text/plain' }[media] ?? otherwise;
}
