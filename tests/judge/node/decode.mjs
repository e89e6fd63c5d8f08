// What a request says, decoded by parsers that know nothing of Tintype.
//
// OpenAPI defines its styles by the templates of RFC 6570: https://spec.openapis.org/oas/v3.1.1#appendix-c-using-rfc6570-based-serialization

import Busboy from '@fastify/busboy';
import qs from 'qs';
import template from 'uri-templates';

import { isJson } from './cases.mjs';

const OPERATORS = { simple: '', label: '.', matrix: ';', form: '?' };

// Names of variables may not hold everything that names of parameters may.
const expression = (style, explode, name) => `{${OPERATORS[style]}${name}${explode ? '*' : ''}}`;
const decoded = (text) => decodeURIComponent(text.replaceAll('+', ' '));

// The parameters of the path, each by its template; the text between them must be as it is in the document.
export function path(template_, parameters, raw) {
  const known = parameters.filter((parameter) => parameter.in === 'path');
  const names = new Map();
  let index = 0;
  const pattern = template_.replaceAll(/\{([^}]+)\}/g, (whole, name) => {
    const parameter = known.find((known) => known.name === name);
    if (parameter === undefined) return whole;
    // In a label or matrix the name is part of what is sent, so it is kept there.
    const variable = parameter.style === 'matrix' ? name : `v${index++}`;
    names.set(name, { parameter, variable });
    return expression(parameter.style, parameter.explode, variable);
  });
  // Where the first of two values ends nobody knows, `7.5.json` of `{a}.{b}`: they are written as others would.
  if (template_.split('/').some((segment) => segment.split('{').length > 2)) {
    const values = Object.fromEntries([...names.values()].map(({ parameter, variable }) => [variable, parameter.value]));
    const isSame = decodeURIComponent(template(pattern).fill(values)) === decodeURIComponent(raw);
    if (isSame) return Object.fromEntries([...names].map(([name, { parameter }]) => [name, written(parameter.value)]));
  }
  const found = template(pattern).fromUri(raw);
  if (!found) return undefined;
  const out = {};
  for (const [name, { parameter, variable }] of names) {
    // The dots of a text are no delimiters.
    const isText = parameter.style === 'label' && (parameter.value === null || typeof parameter.value !== 'object');
    const value = isText && Array.isArray(found[variable]) ? found[variable].join('.') : found[variable];
    out[name] = parameter.media === undefined ? value : content(parameter.media, [value].flat().join(','));
  }
  return out;
}

// The parameters of the path that stand in its query, `key={name}`; `rest` are the pairs that none of them explains.
export function beyond(fixed, pairs) {
  const values = {};
  const explained = fixed.map((one) => /^([^=]+=)\{(.*)\}$/.exec(one)).filter((one) => one !== null).map(([, key, name]) => {
    const pair = pairs.find((pair) => pair.startsWith(key));
    if (pair !== undefined) values[name] = decoded(pair.slice(key.length));
    return pair;
  });
  return { values, rest: pairs.filter((pair) => !explained.includes(pair)) };
}

const written = (value) => (typeof value === 'object' ? value : String(value));

// The pairs of a query by the names of its parameters; `rest` are those that no parameter explains.
export function query(parameters, raw) {
  const pairs = raw === '' ? [] : raw.split('&').map((pair) => {
    const [name] = pair.split('=', 1);
    return { raw: pair, name: decoded(name), text: pair.slice(name.length + 1) };
  });
  const out = {};
  const taken = new Set();
  const known = parameters.filter((parameter) => parameter.in === 'query');
  const take = (isIts) => pairs.filter((pair) => !taken.has(pair) && isIts(pair) && taken.add(pair));
  for (const parameter of known.filter((parameter) => !isExplodedObject(parameter))) {
    const isDeep = parameter.style === 'deepObject' && parameter.media === undefined;
    const own = take(({ name }) => (isDeep ? name.startsWith(`${parameter.name}[`) : name === parameter.name));
    if (own.length === 0) continue;
    out[parameter.name] = isDeep
      ? qs.parse(own.map((pair) => pair.raw).join('&'), { depth: 20, parameterLimit: 1e5, allowPrototypes: true })[parameter.name]
      : queryValue(parameter, own);
  }
  for (const parameter of known.filter(isExplodedObject)) {
    const own = take(({ name }) => Object.hasOwn(parameter.value, name));
    if (own.length > 0) out[parameter.name] = Object.fromEntries(own.map((pair) => [pair.name, decoded(pair.text)]));
  }
  return { values: out, rest: pairs.filter((pair) => !taken.has(pair)).map((pair) => pair.raw) };
}

// Its members stand in the query under their own names.
export function isExplodedObject({ in: place, style, explode, media, value }) {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return place === 'query' && style === 'form' && explode && media === undefined && isObject;
}

function queryValue(parameter, own) {
  if (parameter.media !== undefined) return content(parameter.media, decoded(own[0].text));
  const raw = own.map(({ text }) => `v=${text}`).join('&');
  if (parameter.explode || own.length > 1) return template('{?v*}').fromUri(`?${raw}`)?.v;
  const delimiter = { spaceDelimited: /%20|\+/, pipeDelimited: /%7C|\|/i }[parameter.style];
  if (delimiter) return own[0].text.split(delimiter).map(decoded);
  const found = template('{?v}').fromUri(`?${raw}`)?.v;
  // With `allowReserved`, a text has its commas as they are.
  const isText = parameter.value === null || typeof parameter.value !== 'object';
  return isText && Array.isArray(found) ? found.join(',') : found;
}

// A header is no part of a URL: nothing in it is percent-encoded.
export function header({ explode, media, value }, text) {
  if (media !== undefined) return content(media, text);
  const parts = text === '' ? [] : text.split(',').map((part) => part.trim());
  if (Array.isArray(value)) return parts;
  if (value === null || typeof value !== 'object') return text;
  return explode ? Object.fromEntries(parts.map((part) => part.split('=', 2))) : parts;
}

export function cookie({ media, value }, text) {
  const plain = decodeURIComponent(text);
  if (media !== undefined) return content(media, plain);
  return value !== null && typeof value === 'object' ? plain.split(',') : plain;
}

// JSON stays text: who compares it keeps every digit. Under other media types the text is the value.
function content(media, text) {
  return isJson(media) ? { json: text } : text;
}

// A query that is one value: JSON, or the fields of a form.
export function whole(media, query) {
  return isJson(media) ? { json: decodeURIComponent(query) } : form({ 'content-type': media }, Buffer.from(query));
}

// The fields and files of a form, by a parser that servers use.
export function form(headers, body) {
  if (/^application\/x-www-form-urlencoded/i.test(headers['content-type'])) {
    const text = body.toString('latin1');
    const pairs = [...new URLSearchParams(text)].map(([name, text]) => ({ name, text }));
    return Promise.resolve({ pairs, nested: qs.parse(text, { depth: 20, parameterLimit: 1e5, allowPrototypes: true }) });
  }
  return new Promise((resolve) => {
    const parts = [];
    let parser;
    try {
      // The parser wants the usual name; the other kinds of multipart are written alike.
      const type = headers['content-type'].replace(/^multipart\/[^;]+/i, 'multipart/form-data');
      parser = new Busboy({ headers: { 'content-type': type }, preservePath: true });
    } catch (error) {
      return resolve({ error: String(error.message) });
    }
    parser.on('field', (name, text, _nameCut, _valueCut, _encoding, media) => parts.push({ name, text, media }));
    parser.on('file', (name, stream, file, _encoding, media) => {
      const chunks = [];
      const part = { name, file: file ?? null, media };
      parts.push(part);
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        part.bytes = Buffer.concat(chunks).toString('hex');
      });
    });
    parser.on('error', (error) => resolve({ error: String(error.message) }));
    parser.on('finish', () => resolve({ parts }));
    parser.end(body);
  });
}
