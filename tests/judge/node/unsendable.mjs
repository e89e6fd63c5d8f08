// Values that OpenAPI does not say how to write where they would stand.

import { isExplodedObject } from './decode.mjs';

export const EMPTY_PATH = 'a path cannot hold nothing, `.` or `..`';

const isScalar = (value) => value !== null && typeof value !== 'object';

// Whether the members of an object stand in the query under names that other parameters have there.
export function isTaken(parameter, all) {
  if (!isExplodedObject(parameter)) return false;
  const others = all.filter((other) => other !== parameter && other.in === 'query');
  const names = others.flatMap((other) => (isExplodedObject(other) ? Object.keys(other.value) : [other.name]));
  return names.some((name) => Object.hasOwn(parameter.value, name));
}

// Why OpenAPI does not say how a value is written in a place: https://spec.openapis.org/oas/v3.1.1#style-values
export function unsendable({ in: place, style, explode }, value) {
  if (value === null) return 'null has no form outside of JSON';
  const isList = Array.isArray(value);
  const members = isScalar(value) ? [value] : Object.values(value);
  if (style === 'deepObject') {
    return !isScalar(value) && isNested(value) ? undefined : 'OpenAPI does not define lists and scalars in a deepObject';
  }
  if (!members.every(isScalar)) return 'OpenAPI does not define lists and objects inside other ones outside of JSON';
  const keys = isList || isScalar(value) ? [] : Object.keys(value);
  const texts = [...members, ...keys].map(String);
  if (members.length === 0 && !isList) return 'an object without members has no form outside of JSON';
  if (place === 'path' && (texts.length === 0 || texts.some((text) => ['', '.', '..'].includes(text)))) {
    return EMPTY_PATH;
  }
  if (!isScalar(value) && texts.includes('')) return 'nothing between two delimiters is no element';
  if (place === 'cookie' && !isScalar(value) && explode) return 'OpenAPI does not define exploded lists and objects in a cookie';
  if (place === 'header' || place === 'cookie') {
    if (texts.some((text) => !/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(text))) return 'a header holds printable ASCII';
    if (!isScalar(value) && texts.some((text) => /[,=]/.test(text))) return 'a header has no escape for its delimiters';
  }
  // RFC 6570 leaves a dot as it is.
  const delimiters = explode ? { label: isScalar(value) ? undefined : '.' } : { spaceDelimited: ' ', pipeDelimited: '|' };
  const delimiter = delimiters[style];
  if (delimiter && texts.some((text) => text.includes(delimiter))) return 'a delimiter in an element is not told from one between them';
  return undefined;
}

// The members of a deep object are scalars or objects of their own.
function isNested(value) {
  if (isScalar(value)) return true;
  return value !== null && !Array.isArray(value) && Object.keys(value).length > 0 && Object.values(value).every(isNested);
}
