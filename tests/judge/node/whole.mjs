// A document of Swagger 2.0 or in several files, as other tools write it in one file of OpenAPI 3.

import fs from 'node:fs';
import { dirname, resolve } from 'node:path';

import SwaggerParser from '@apidevtools/swagger-parser';
import converter from 'swagger2openapi';
import YAML from 'yaml';

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
// How a form of 3.0 says what a list of 2.0 is, which is one between commas unless it says otherwise.
const STYLES = {
  csv: { style: 'form', explode: false },
  multi: { style: 'form', explode: true },
  ssv: { style: 'spaceDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
};

// Nothing for a document that is one already.
export async function whole(path) {
  const written = YAML.parse(fs.readFileSync(path, 'utf8'), { maxAliasCount: -1, uniqueKeys: false });
  const root = published(written, dirname(path));
  const isSeveral = leadsOut(root);
  const one = isSeveral ? await bundled(path, root) : root;
  if (root.swagger === undefined) return isSeveral ? one : undefined;
  // An extension about the host, without which there is none to judge; the converter ends where no scheme is beside it.
  delete one['x-ms-parameterized-host'];
  unsayable(one);
  const { openapi } = await converter.convertObj(structuredClone(one), { patch: true, warnOnly: true });
  for (const [path, item] of Object.entries(one.paths)) {
    for (const [method, operation] of Object.entries(item)) forms(one, [item, operation], openapi.paths[path]?.[method], openapi);
  }
  return openapi;
}

// As 3.1, where it is 3.2, which the tool does not know.
async function bundled(path, root) {
  const { openapi } = root;
  const known = openapi?.startsWith('3.2') ? { ...root, openapi: '3.1.1' } : root;
  const one = await SwaggerParser.bundle(path, known, {});
  return openapi === undefined ? one : { ...one, openapi };
}

// Without what leads to files that are not there: the texts of a vendor's pages, which no document of OpenAPI refers to.
function published(node, folder) {
  if (node === null || typeof node !== 'object') return node;
  if (Array.isArray(node)) return node.map((inner) => published(inner, folder));
  const [file] = typeof node.$ref === 'string' ? node.$ref.split('#') : [''];
  if (file !== '' && !fs.existsSync(resolve(folder, decodeURIComponent(file)))) return {};
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, published(inner, folder)]));
}

function leadsOut(node) {
  if (node === null || typeof node !== 'object') return false;
  if (typeof node.$ref === 'string' && !node.$ref.startsWith('#')) return true;
  // Extensions are nobody's business here: Azure keeps examples in files of their own.
  return Object.entries(node).some(([key, value]) => !key.startsWith('x-') && leadsOut(value));
}

// A list that is written in a way that 3.0 has no word for is a text, which callers write themselves.
function unsayable(node) {
  if (node === null || typeof node !== 'object') return;
  const { in: place, type, items, collectionFormat = 'csv' } = node;
  const isSayable = ['query', 'formData'].includes(place) ? STYLES[collectionFormat] !== undefined : ['csv', 'multi'].includes(collectionFormat);
  if (typeof place === 'string' && type === 'array' && !isSayable) {
    node.type = 'string';
    delete node.items;
  } else if (typeof place === 'string' && items?.type === 'array') {
    node.items = { type: 'string' };
  }
  Object.values(node).forEach(unsayable);
}

// What the converter leaves out of forms: how their lists are written, that they have to be there, and both of their media types.
function forms(swagger, owners, operation, openapi) {
  const fields = owners.flatMap(({ parameters }) => parameters ?? []).map((one) => behind(swagger, one)).filter((one) => one?.in === 'formData');
  const body = behind(openapi, operation?.requestBody);
  if (fields.length === 0 || body === undefined) return;
  const lists = fields.filter(({ type }) => type === 'array');
  const encoding = Object.fromEntries(lists.map(({ name, collectionFormat = 'csv' }) => [name, STYLES[collectionFormat]]));
  for (const content of Object.values(body.content)) Object.assign((content.encoding ??= {}), encoding);
  // That of all fields but the first is lost.
  if (fields.some(({ required }) => required === true)) body.required = true;
  const consumes = owners[1].consumes ?? swagger.consumes ?? [];
  const isEither = [FORM, MULTIPART].every((media) => consumes.includes(media)) && !fields.some(({ type }) => type === 'file');
  if (isEither) body.content[FORM] ??= body.content[MULTIPART];
}

function behind(root, node) {
  if (typeof node?.$ref !== 'string') return node;
  const keys = node.$ref.split('/').slice(1).map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
  return behind(root, keys.reduce((node, key) => node?.[key], root));
}
