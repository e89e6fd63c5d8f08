// Answers that are rows of items: which items are made up, and how they stand in the body.
//
// Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream, https://jsonlines.org and RFC 7464.

import { child } from './document.mjs';

export const isStream = (media) => /^(text\/event-stream|application\/((x-)?(jsonl|jsonlines|json-lines|ndjson|json-seq|stream\+json)|[^;]*\+json-seq))\s*(;|$)/i.test(media);
const isEvents = (media) => /^text\/event-stream/i.test(media);
const isSequence = (media) => /json-seq\s*(;|$)/i.test(media);

const ABOUT = ['data', 'event', 'id', 'retry'];

// The items of an answer, or nothing where its schema says nothing about them.
export function items(values, document, { schema, ...sent }) {
  if (schema === undefined) return undefined;
  const place = document.follow(schema);
  const isList = document.get(child(place, 'items')) !== undefined;
  const item = isList ? child(place, 'items') : schema;
  const shape = values.whole('response', item);
  if ([shape.type].flat().includes('string')) return undefined;
  const around = isEvents(sent.media) ? data(values, shape, 0) : undefined;
  const refusal = (value) => (around === undefined ? undefined : unsayable(value, around));
  const made = ['required', 'everything'].map((extent) =>
    values.make(item, { view: 'response', extent, seed: `${sent.at} item`, refusal }));
  const found = made.filter(({ why }) => why === undefined).map(({ value }) => value);
  if (found.length === 0) return { why: made[0].why };
  return { ...sent, kind: 'stream', schema: item, around, value: found };
}

// Whether a schema describes an event around its data, and what that is: a text, or JSON.
function data(values, shape, depth) {
  const { properties } = shape;
  if (properties?.data !== undefined) {
    const isEvent = properties.event !== undefined || Object.keys(properties).every((name) => ABOUT.includes(name));
    const whole = values.merged('response', properties.data);
    if (!isEvent) return undefined;
    return [whole.type].flat().includes('string') ? 'text' : 'json';
  }
  const candidates = shape.oneOf ?? shape.anyOf ?? [];
  if (candidates.length === 0 || depth > 8) return undefined;
  const found = candidates.map((candidate) => data(values, values.merged('response', candidate), depth + 1));
  if (found.includes(undefined)) return undefined;
  return found.every((one) => one === 'text') ? 'text' : 'json';
}

// Why an event cannot be said: one without data is none, and names are on a line.
function unsayable(value, around) {
  if (value.data === undefined || (around === 'text' && typeof value.data !== 'string')) return 'an event without data is none';
  const isLine = (text) => text === undefined || (typeof text === 'string' && /^[^\0\r\n]+$/.test(text));
  if (!isLine(value.event) || !isLine(value.id)) return 'the name and the id of an event are on a line';
  const isKnown = Object.keys(value).every((name) => ABOUT.includes(name));
  return isKnown ? undefined : 'an event has no other members';
}

// The body, with every digit as it was made up.
export function framed({ media, around, value }, stringify) {
  const frame = isEvents(media) ? (item) => event(item, around, stringify) : undefined;
  const line = (item) => `${isSequence(media) ? '\x1e' : ''}${stringify(item)}\n`;
  return value.map(frame ?? line).join('');
}

function event(item, around, stringify) {
  if (around === undefined) return `data: ${stringify(item)}\n\n`;
  const about = ['event', 'id', 'retry'].filter((name) => item[name] !== undefined).map((name) => `${name}: ${item[name]}\n`);
  const text = around === 'text' ? item.data : stringify(item.data);
  const lines = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${about.join('')}${lines.join('')}\n`;
}
