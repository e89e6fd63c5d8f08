// A document of Swagger 2.0 or in several files, as other tools write it in one file of OpenAPI 3.

import fs from 'node:fs';

import SwaggerParser from '@apidevtools/swagger-parser';
import converter from 'swagger2openapi';
import YAML from 'yaml';

// Nothing for a document that is one already.
export async function whole(path) {
  const root = YAML.parse(fs.readFileSync(path, 'utf8'), { maxAliasCount: -1, uniqueKeys: false });
  if (root.swagger !== undefined) return (await converter.convertFile(path, { patch: true, warnOnly: true })).openapi;
  return leadsOut(root) ? SwaggerParser.bundle(path) : undefined;
}

function leadsOut(node) {
  if (node === null || typeof node !== 'object') return false;
  if (typeof node.$ref === 'string' && !node.$ref.startsWith('#')) return true;
  return Object.values(node).some(leadsOut);
}
