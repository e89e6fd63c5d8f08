// Values that json-schema-faker makes up, the same in every run, and a validator agrees with.

import jsf from 'json-schema-faker';

import { Schemas, Validator } from './schemas.mjs';
import { NoValue, Unroll } from './unroll.mjs';

const TRIES = 24;

// What text may hold anywhere: what separates parts of URLs, forms and headers, quotes, and letters of several bytes.
// No two of the classes share a letter, so that a text is matched in one way only. json-schema-faker leaves letters beyond ASCII out of
// a class.
const NASTY = String.raw`(?:[a-zA-Z0-9 ]|[&=+%\/?#;:@!$'"*,.<>|]|[~^\[\](){}\\_-]|(?:é|ß|漢|☃)|😀)`;
// Headers carry printable ASCII, and lose spaces at their ends.
export const HEADER = String.raw`[a-zA-Z0-9&=+%\/?#:@!$'*.<>|~^(){}_-]`;

const LIMITS = {
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  uint16: [0, 65535],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  uint64: [0, Number.MAX_SAFE_INTEGER],
  uint: [0, Number.MAX_SAFE_INTEGER],
};

const has = (schema, type) => [schema.type].flat().includes(type);

function text(schema, letters) {
  const least = Math.min(schema.minLength ?? 0, 300);
  const most = Math.min(schema.maxLength ?? least + 8, least + 8);
  return `^${letters}{${least},${most}}$`;
}

// Widens what a schema leaves open; json-schema-faker on its own makes Latin words and small numbers.
function widen(schema, letters) {
  const out = { ...schema };
  // A number with a format of whole ones is whole: https://spec.openapis.org/registry/format/
  if (out.type === 'number' && /^u?int\d+$/.test(out.format)) out.type = 'integer';
  if (out.enum !== undefined || out.const !== undefined) {
    delete out.pattern;
    return out;
  }
  if (has(out, 'string') && out.pattern === undefined && !FORMATS.has(out.format)) {
    out.pattern = text(out, letters);
    // json-schema-faker counts, and cuts, the halves of a letter that is beyond the first plane.
    delete out.minLength;
    delete out.maxLength;
    delete out.format;
  }
  // What 32 bits hold exactly, so that it comes back as it was.
  if (has(out, 'number') && out.format === 'float' && out.multipleOf === undefined) out.multipleOf = 0.5;
  if (has(out, 'number') && out.format === 'float') {
    out.minimum = Math.max(out.minimum ?? -1e5, -1e5);
    out.maximum = Math.min(out.maximum ?? 1e5, 1e5);
  }
  if (has(out, 'integer') && out.multipleOf === undefined) {
    const [low, high] = LIMITS[out.format] ?? [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
    out.minimum = Math.max(out.minimum ?? low, Math.floor(out.exclusiveMinimum ?? -Infinity) + 1, low);
    out.maximum = Math.min(out.maximum ?? high, Math.ceil(out.exclusiveMaximum ?? Infinity) - 1, high);
    delete out.exclusiveMinimum;
    delete out.exclusiveMaximum;
  }
  return out;
}

const two = (number) => String(number).padStart(2, '0');
const pick = (random, list) => list[Math.floor(random() * list.length)];
const digits = (random, length) => Array.from({ length }, () => Math.floor(random() * 10)).join('');

// Texts of the formats that have a type of their own, each in forms that its standard allows.
const FORMATS = new Map(Object.entries({
  'date-time': (random) => `20${digits(random, 2)}-0${1 + Math.floor(random() * 9)}-1${digits(random, 1)}T1${digits(random, 1)}:0${digits(random, 1)}:59${pick(random, ['Z', '.5Z', '+05:30', '.123456789-08:00'])}`,
  date: (random) => `19${digits(random, 2)}-12-${two(1 + Math.floor(random() * 28))}`,
  time: (random) => `2${Math.floor(random() * 4)}:1${digits(random, 1)}:00${pick(random, ['Z', '+01:00'])}`,
  duration: (random) => pick(random, ['P1D', 'PT0S', 'P3Y6M4DT12H30M5S', 'PT1.5S']),
  uuid: (random) => `${digits(random, 8)}-${digits(random, 4)}-4${digits(random, 3)}-8${digits(random, 3)}-${digits(random, 12)}`,
  uri: (random) => `https://example.com/a%20b?q=${digits(random, 3)}&r=%2F#f`,
  url: (random) => `https://example.com/?q=${digits(random, 3)}`,
  email: (random) => `a+b${digits(random, 2)}@example.com`,
  byte: (random) => Buffer.from(digits(random, 7)).toString('base64'),
  base64: (random) => Buffer.from(digits(random, 7)).toString('base64'),
  decimal: (random) => `-${digits(random, 3)}1.${digits(random, 30)}0`,
  ipv4: (random) => `192.0.2.${Math.floor(random() * 256)}`,
  ipv6: () => '2001:db8::8a2e:370:7334',
  hostname: (random) => `host-${digits(random, 3)}.example.com`,
}));

// Mulberry32, by Tommy Ettinger.
function generator(seed) {
  let state = 0;
  for (const letter of seed) state = (Math.imul(state, 31) + letter.codePointAt(0)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export class Values {
  constructor(document) {
    this.schemas = { request: new Schemas(document, 'request'), response: new Schemas(document, 'response') };
    this.validators = { request: new Validator(this.schemas.request), response: new Validator(this.schemas.response) };
  }

  // A schema in one piece, with the candidate of each union that stands there in its list: 0 is the first, almost 1 the last.
  // One that no value fits says nothing.
  merged(view, schema, there = 0) {
    try {
      return schema && new Unroll(this.schemas[view].all, () => there).merged(schema, 0);
    } catch (error) {
      if (!(error instanceof NoValue)) throw error;
      return {};
    }
  }

  whole(view, at, there) {
    return this.merged(view, this.schemas[view].schema(at), there);
  }

  // The schema of a member at a pointer, which one candidate alone may have.
  member(view, at, name) {
    const wholes = [0, 0.2, 0.4, 0.6, 0.8, 0.99].map((there) => this.whole(view, at, there));
    const own = wholes.find((whole) => whole.properties?.[name] !== undefined);
    return this.merged(view, own?.properties[name]);
  }

  // A value of the schema at a pointer: `{ value }`, or `{ why }` where none can be made up. `refusal` says why a value
  // cannot be sent.
  make(at, { view, extent, seed, letters = NASTY, refusal = () => undefined }) {
    let why = '';
    const invalid = 'no valid value was made up';
    for (let tried = 0; tried < TRIES; tried += 1) {
      const random = generator(`${seed} ${extent} ${tried}`);
      for (const [name, format] of FORMATS) jsf.format(name, () => format(random));
      jsf.option({
        random,
        failOnInvalidTypes: false,
        failOnInvalidFormat: false,
        fillProperties: false,
        useDefaultValue: false,
        useExamplesValue: false,
        requiredOnly: false,
        alwaysFakeOptionals: true,
      });
      try {
        const schema = this.schemas[view].schema(at);
        const unroll = new Unroll(this.schemas[view].all, random, extent, (schema) => widen(schema, letters));
        const value = jsf.generate(unroll.schema(schema));
        const isValid = isUnicode(value) && this.validators[view].reason(at, value) === undefined;
        const reason = isValid ? refusal(value) : invalid;
        if (reason === undefined) {
          const wide = large(value);
          // A schema may name the largest number of a double as its limit.
          const isWide = this.validators[view].reason(at, rounded(wide)) === undefined;
          return { value: isWide ? wide : value };
        }
        why = reason;
      } catch (error) {
        why = `${invalid}: ${String(error.message ?? error).split('\n')[0].slice(0, 60)}`;
      }
    }
    return { why };
  }
}

// json-schema-faker may cut a text to its length within a character.
function isUnicode(value) {
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value);
  return value === null || typeof value !== 'object' || Object.entries(value).flat().every(isUnicode);
}

// Whole numbers that a double cannot hold, where the schema has room for them: only there are they so large.
function large(value) {
  if (Array.isArray(value)) return value.map(large);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, large(inner)]));
  }
  const isLarge = Number.isInteger(value) && Math.abs(value) > 2 ** 52;
  return isLarge ? BigInt(value) * 512n + 1n : value;
}

// As a validator takes it: it knows doubles only.
function rounded(value) {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(rounded);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}
