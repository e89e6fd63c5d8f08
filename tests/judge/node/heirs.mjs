// Parents: a component with a `discriminator` and no candidates of its own means any of its heirs, the components that say `allOf` with
// it, each under the value that leads to it: https://spec.openapis.org/oas/v3.1.1#discriminator-object

const ROOT = '/components/schemas';
const ABOVE = new RegExp(`^${ROOT}/[^/]+(/allOf/\\d+)*$`);
// What an heir says of its own value: Azure's word, and that of other generators.
const VALUES = ['x-ms-discriminator-value', 'x-discriminator-value'];

export class Heirs {
  constructor(document) {
    this.document = document;
    this.parents = new Map();
    this.heirs = new Map();
    this.known = new Map();
    for (const at of document.children(ROOT)) {
      const parents = this.above(document.get(at));
      this.parents.set(at, parents);
      for (const parent of parents) this.heirs.set(parent, [...(this.heirs.get(parent) ?? []), at]);
    }
  }

  above(schema) {
    const parts = Array.isArray(schema?.allOf) ? schema.allOf : [];
    return parts.flatMap((part) => this.document.target(part?.$ref) ?? this.above(part));
  }

  // Whether a place is one where a component says which parents it has.
  isHeirs(at) {
    return ABOVE.test(at);
  }

  // What a component may be: each heir with the values of all members that tell it from the others, or nothing where it is no parent.
  candidates(at) {
    if (!this.known.has(at)) this.known.set(at, this.parents.has(at) ? this.found(at) : []);
    return this.known.get(at);
  }

  found(at) {
    const above = reached(at, this.parents);
    const tagged = above.filter((parent) => this.tag(parent) !== undefined);
    const own = this.tag(at);
    const mapped = Object.values(own?.mapping ?? {}).map((to) => this.component(to));
    // A mapping that is repeated leads to relatives.
    const strangers = mapped.filter((to) => to !== undefined && !above.some((parent) => reached(parent, this.heirs).includes(to)));
    const heirs = [...new Set([...reached(at, this.heirs), ...strangers])];
    if (tagged.length === 0 || heirs.length === 1) return [];
    const candidates = heirs.map((heir) => ({ heir, values: tagged.map((parent) => [this.tag(parent).propertyName, this.values(parent, heir)]) }));
    return candidates.filter(({ values }) => values.every(([, own]) => own.length > 0));
  }

  tag(at) {
    const { discriminator, oneOf, anyOf } = this.document.get(at) ?? {};
    const isOwn = oneOf === undefined && anyOf === undefined && typeof discriminator?.propertyName === 'string';
    return isOwn ? discriminator : undefined;
  }

  component(to) {
    const at = typeof to === 'string' ? (this.document.target(to) ?? `${ROOT}/${to}`) : undefined;
    return this.parents.has(at) ? at : undefined;
  }

  // The values of a parent's tag that lead to an heir: those of the mapping, the one that it or who stands between them says, its name.
  values(parent, heir) {
    const { propertyName, mapping = {} } = this.tag(parent);
    const mapped = Object.keys(mapping).filter((key) => this.component(mapping[key]) === heir);
    if (mapped.length > 0) return mapped;
    const said = VALUES.map((key) => this.document.get(heir)[key]).find((value) => typeof value === 'string');
    if (said !== undefined) return [said];
    const between = reached(heir, this.parents).filter((at) => at !== parent && reached(at, this.parents).includes(parent));
    const stated = between.map((at) => stating(this.document.get(at), propertyName)).find((values) => values !== undefined);
    // A name that the mapping has leads where it says.
    return stated ?? [this.document.name(heir)].filter((name) => !Object.hasOwn(mapping, name));
  }
}

// A place, and all that a relation leads to from there, near ones first.
function reached(from, relation) {
  const found = new Set([from]);
  for (const at of found) for (const next of relation.get(at) ?? []) found.add(next);
  return [...found];
}

// The values that a schema lists of one of its members.
function stating(schema, name) {
  const member = schema?.properties?.[name];
  const own = member?.const === undefined ? member?.enum : [member.const];
  if (Array.isArray(own)) return own;
  const parts = Array.isArray(schema?.allOf) ? schema.allOf : [];
  return parts.map((part) => stating(part, name)).find((values) => values !== undefined);
}
