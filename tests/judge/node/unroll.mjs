// One schema without references and compositions out of many: with the candidate of each union and the optional members chosen, so
// that json-schema-faker, which follows references only so often, gets nothing but objects, lists and scalars.

// Below this, only what must be there is.
const DEEP = 5;
// A schema that demands itself has no value.
const DEEPEST = 30;
// What holds the like of itself in several places is larger with each level.
const LARGEST = 20000;

const LEAST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const MOST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];

// How often other candidates are chosen where two of them cannot hold at once.
const CHOICES = 12;

const isScalar = (value) => value === null || typeof value !== 'object';
const shared = (one, other) => one.filter((value) => other.some((same) => JSON.stringify(same) === JSON.stringify(value)));

// Why a schema has no value that ends.
export class NoValue extends Error {}
// Why it has none with the candidates that were chosen.
class Conflict extends NoValue {}

export class Unroll {
  // `extent` is `required` or `everything`; `finish` gets each schema when it is whole.
  constructor(all, random, extent, finish) {
    Object.assign(this, { all, random, extent, finish, left: LARGEST });
  }

  schema(schema, depth = 0) {
    if (depth > DEEPEST) throw new NoValue('the schema demands itself');
    this.left -= 1;
    if (this.left < 0) throw new NoValue('the value is too large');
    if (schema === true || schema === undefined) return this.anything();
    if (schema === false) throw new NoValue('no value is valid');
    return this.finish(this.members(this.fitting(schema), depth));
  }

  fitting(schema) {
    for (let tried = 1; ; tried += 1) {
      try {
        return this.merged(schema, 0);
      } catch (error) {
        if (!(error instanceof Conflict) || tried === CHOICES) throw error;
      }
    }
  }

  // What the schema says itself, and what its parts and the chosen candidates say, as one.
  merged(schema, steps) {
    if (steps > DEEPEST) throw new NoValue('the schema consists of itself');
    this.left -= 1;
    if (this.left < 0) throw new NoValue('the schema consists of too many others');
    if (isScalar(schema)) return {};
    const { $ref, allOf = [], oneOf, anyOf, ...own } = schema;
    const chosen = [oneOf, anyOf].filter(Boolean).map((candidates) => this.pick(candidates));
    const parts = [...($ref === undefined ? [] : [this.all[$ref]]), ...allOf, ...chosen];
    return parts.map((part) => this.merged(part, steps + 1)).reduce((whole, part) => both(whole, part), own);
  }

  members(schema, depth) {
    const out = { ...schema };
    const isDeep = depth >= DEEP;
    const required = new Set(out.required ?? []);
    // What is demanded may be described nowhere.
    const undescribed = [...required].filter((name) => !Object.hasOwn(out.properties ?? {}, name));
    if (undescribed.length > 0 && [out.type ?? 'object'].flat().includes('object')) {
      const described = Object.fromEntries(undescribed.map((name) => [name, out.additionalProperties ?? true]));
      out.properties = { ...out.properties, ...described };
    }
    if (out.properties) {
      const isWanted = (name) => required.has(name) || (this.extent === 'everything' && !isDeep && this.random() < this.chance(depth));
      const names = Object.keys(out.properties).filter((name) => out.properties[name] !== false && isWanted(name));
      out.properties = Object.fromEntries(names.map((name) => [name, this.schema(out.properties[name], depth + 1)]));
      out.type ??= 'object';
    }
    delete out.patternProperties;
    if (typeof out.additionalProperties === 'object') {
      const isEmpty = isDeep || this.extent === 'required';
      out.additionalProperties = isEmpty && !out.minProperties ? false : this.schema(out.additionalProperties, depth + 1);
      if (!isEmpty) out.minProperties ??= Object.keys(out.properties ?? {}).length + 1;
      out.type ??= 'object';
    } else if (out.additionalProperties === true) {
      out.additionalProperties = false;
    }
    if (out.items !== undefined || out.prefixItems !== undefined || [out.type].flat().includes('array')) {
      out.type ??= 'array';
      const most = isDeep || this.random() < 0.2 ? 0 : 2;
      out.maxItems = Math.max(out.minItems ?? 0, Math.min(out.maxItems ?? most, most));
      if (out.prefixItems) out.items = this.places(out).map((item) => this.schema(item, depth + 1));
      else out.items = out.maxItems === 0 ? {} : this.schema(out.items, depth + 1);
      delete out.prefixItems;
    }
    return out;
  }

  // The places of a tuple that have a schema of their own, and as many more as it has at least.
  places({ prefixItems, items, minItems = 0 }) {
    const more = Math.max(minItems - prefixItems.length, 0);
    return [...prefixItems, ...Array.from({ length: more }, () => items)];
  }

  chance(depth) {
    return depth < 2 ? 1 : 0.6;
  }

  anything() {
    return this.pick([{ type: 'string' }, { const: 7 }, { const: { a: { b: [] } } }, { const: [1, null, 'x'] }, { const: true }]);
  }

  pick(list) {
    return list[Math.floor(this.random() * list.length)];
  }
}

// A schema for what is valid under both.
function both(one, other) {
  const out = { ...one };
  for (const [key, value] of Object.entries(other)) {
    if (out[key] === undefined) out[key] = value;
    else if (key === 'properties') out.properties = properties(out.properties, value);
    else if (key === 'required') out.required = [...new Set([...out.required, ...value])];
    else if (key === 'enum') out.enum = some(shared(out.enum, value));
    else if (key === 'type') out.type = types([out.type].flat(), [value].flat());
    else if (LEAST.includes(key)) out[key] = Math.min(out[key], value);
    else if (MOST.includes(key)) out[key] = Math.max(out[key], value);
    else if (key === 'items' || key === 'additionalProperties') out[key] = together(out[key], value);
    else out[key] = value;
  }
  return out;
}

function together(one, other) {
  if (one === true) return other;
  if (other === true) return one;
  return one === false || other === false ? false : { allOf: [one, other] };
}

function properties(one, other) {
  const out = { ...one };
  for (const [name, schema] of Object.entries(other)) {
    out[name] = Object.hasOwn(out, name) ? together(out[name], schema) : schema;
  }
  return out;
}

function types(one, other) {
  const fits = (type) => other.includes(type) || (type === 'integer' && other.includes('number'));
  const narrow = [...one.filter(fits), ...(one.includes('number') && other.includes('integer') ? ['integer'] : [])];
  return narrow.length === 1 ? narrow[0] : some(narrow);
}

function some(list) {
  if (list.length === 0) throw new Conflict('no value is valid');
  return list;
}
