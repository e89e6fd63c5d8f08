// The schemas of a document in the words of JSON Schema 2020-12, for a validator and for a maker of values.

import Ajv2020 from 'ajv/dist/2020.js';

import { child } from './document.mjs';
import { Heirs } from './heirs.mjs';

const ONE = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames', 'unevaluatedProperties', 'unevaluatedItems'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const MAPS = ['properties', 'patternProperties', 'dependentSchemas'];
const PLAIN = [
  'type', 'enum', 'const', 'default', 'required', 'uniqueItems', 'format', 'multipleOf', 'minimum', 'maximum', 'exclusiveMinimum',
  'exclusiveMaximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'dependentRequired',
  'contentEncoding', 'contentMediaType',
];
const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

// Every schema of a document, seen by whoever sends it: what only the other side sends is not there.
export class Schemas {
  constructor(document, view) {
    this.document = document;
    this.unsent = { request: 'readOnly', response: 'writeOnly' }[view];
    this.heirs = new Heirs(document);
    this.ids = new Map();
    this.all = {};
  }

  // The name of the schema at a pointer; what it refers to is translated too.
  id(at) {
    const candidates = this.heirs.candidates(at);
    if (candidates.length === 0) return this.alone(at);
    return this.named(`${at} or an heir`, () => ({ allOf: [{ $ref: this.alone(at) }, { anyOf: candidates.map((one) => this.heir(one)) }] }));
  }

  // A schema without what its heirs are.
  alone(at) {
    return this.named(at, () => this.translate(at, this.document.get(at), new Set()));
  }

  named(key, make) {
    if (!this.ids.has(key)) {
      const id = `d${this.ids.size}`;
      this.ids.set(key, id);
      this.all[id] = make();
    }
    return this.ids.get(key);
  }

  heir({ heir, values }) {
    const tags = values.map(([tag, values]) => ({ type: 'object', required: [tag], properties: { [tag]: { enum: values } } }));
    return { allOf: [{ $ref: this.alone(heir) }, ...tags] };
  }

  schema(at) {
    return this.all[this.id(at)];
  }

  translate(at, schema, around) {
    if (typeof schema !== 'object' || schema === null) return schema !== false;
    const free = new Set([...this.free(schema), ...around]);
    let out = {};
    for (const key of Object.keys(schema)) {
      const value = this.keyword(at, key, schema[key], schema, free);
      if (value !== undefined) out[named(schema, key)] = value;
    }
    for (const [bound, exclusive] of [['minimum', 'exclusiveMinimum'], ['maximum', 'exclusiveMaximum']]) {
      if (out[exclusive] === true) {
        out[exclusive] = out[bound];
        delete out[bound];
      }
      if (typeof out[exclusive] !== 'number') delete out[exclusive];
    }
    this.tags(at, schema, out);
    if (schema.nullable === true && out.type !== undefined) {
      out = { anyOf: [out, { type: 'null' }] };
    }
    return out;
  }

  keyword(at, key, value, schema, free) {
    if (key === '$ref') {
      const target = this.document.target(value);
      return target === undefined ? undefined : this.id(target);
    }
    if (key === 'type') return [value].flat().every((type) => TYPES.includes(type)) ? number(value) : undefined;
    if (key === 'pattern') return isPattern(value) ? value : undefined;
    if (key === 'required') {
      return Array.isArray(value) ? [...new Set(value)].filter((name) => !free.has(name)) : undefined;
    }
    if (ONE.includes(key) && !Array.isArray(value)) return this.translate(child(at, key), value, new Set());
    if (named(schema, key) === 'items') return this.translate(child(at, key), value, new Set());
    if (LISTS.includes(named(schema, key)) && Array.isArray(value) && value.length > 0) {
      const around = named(schema, key) === 'prefixItems' ? new Set() : free;
      const isAbove = key === 'allOf' && this.heirs.isHeirs(at);
      return value.map((part, index) => this.part(child(at, key, index), part, around, isAbove));
    }
    if (MAPS.includes(key) && typeof value === 'object') {
      // What one part of a composition says is not sent is not sent, whatever the others say of it:
      // https://json-schema.org/draft/2020-12/json-schema-validation#section-9.4
      const isUnsent = (name) => key === 'properties' && free.has(name);
      const seen = (name) => !isUnsent(name) && this.translate(child(at, key, name), value[name], new Set());
      return Object.fromEntries(Object.keys(value).map((name) => [name, seen(name)]));
    }
    return PLAIN.includes(key) ? value : undefined;
  }

  // What one part of a composition says of a property holds in the others too, so a reference to a part that demands what is not
  // sent is followed here. An heir has what its parent has alone.
  part(at, part, free, isAbove) {
    const target = this.document.target(part?.$ref);
    const demanded = target && this.document.get(target)?.required;
    const isFreed = Array.isArray(demanded) && demanded.some((name) => free.has(name));
    if (isFreed) return this.translate(target, this.document.get(target), free);
    const translated = this.translate(at, part, free);
    return isAbove && target !== undefined ? { ...translated, $ref: this.alone(target) } : translated;
  }

  // The properties that this side does not send, also those of the parts of an `allOf`.
  free(schema, depth = 0) {
    if (depth > 8) return [];
    const properties = Object.entries(schema.properties ?? {});
    const isUnsent = (said) => said?.[this.unsent] === true || (Array.isArray(said?.allOf) && said.allOf.some(isUnsent));
    const own = properties.filter(([, property]) => isUnsent(property)).map(([name]) => name);
    const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
    const inner = parts.flatMap((part) => {
      const target = this.document.target(part?.$ref);
      return this.free((target ? this.document.get(target) : part) ?? {}, depth + 1);
    });
    return [...own, ...inner];
  }

  // A discriminator demands of each candidate the value that leads to it.
  tags(at, schema, out) {
    const tag = schema.discriminator?.propertyName;
    const key = ['oneOf', 'anyOf'].find((key) => Array.isArray(out[key]));
    if (typeof tag !== 'string' || key === undefined) return;
    out[key] = out[key].map((candidate, index) => {
      const reference = schema[key][index]?.$ref;
      if (typeof reference !== 'string') return candidate;
      const name = reference.slice(reference.lastIndexOf('/') + 1);
      const mapping = Object.entries(schema.discriminator.mapping ?? {});
      const mapped = mapping.filter(([, to]) => to === reference || to === name).map(([key]) => key);
      const values = mapped.length > 0 ? mapped : [name];
      return { allOf: [candidate, { type: 'object', required: [tag], properties: { [tag]: { enum: values } } }] };
    });
  }
}

// Before 2020-12 the places of a tuple were under `items`: https://json-schema.org/draft/2020-12/json-schema-core#appendix-C
function named(schema, key) {
  return Array.isArray(schema.items) ? ({ items: 'prefixItems', additionalItems: 'items' }[key] ?? key) : key;
}

// Of a list that has all numbers, whole ones are nothing of their own.
function number(types) {
  return Array.isArray(types) && types.includes('number') ? types.filter((type) => type !== 'integer') : types;
}

function isPattern(pattern) {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

// Says what is valid.
export class Validator {
  constructor(schemas) {
    this.schemas = schemas;
    this.ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false, logger: false, inlineRefs: false });
    this.known = new Set();
  }

  // The reason why a value is not valid, or nothing.
  reason(at, value) {
    const id = this.schemas.id(at);
    for (const name of Object.keys(this.schemas.all)) {
      if (this.known.has(name)) continue;
      this.known.add(name);
      this.ajv.addSchema(this.schemas.all[name], name, undefined, false);
    }
    const check = this.ajv.getSchema(id);
    return check(value) ? undefined : this.ajv.errorsText(check.errors, { dataVar: 'value' });
  }
}
