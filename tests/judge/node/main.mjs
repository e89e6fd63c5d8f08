// `make DOCUMENT CASES` writes the cases of a document, a line each; `serve DOCUMENT CASES REPORT` answers them until its input ends,
// and then writes what it received. `whole DOCUMENT OUT` writes a document as other tools do it in one file of OpenAPI 3, where it is none.

import fs from 'node:fs';
import { stringify } from 'lossless-json';

import { Cases } from './cases.mjs';
import { Document } from './document.mjs';
import { framed } from './items.mjs';
import { Server } from './server.mjs';
import { whole } from './whole.mjs';

const [verb, path, cases, report] = process.argv.slice(2);
if (verb === 'whole') {
  const written = await whole(path);
  if (written !== undefined) fs.writeFileSync(cases, JSON.stringify(written));
  process.exit(0);
}

const document = new Document(path);

if (verb === 'make') {
  const { found, impossible } = new Cases(document).all();
  const told = [...impossible.map((one) => ({ impossible: one })), { operations: document.operations().length }];
  const lines = [...found.map(texts), ...told];
  fs.writeFileSync(cases, lines.map((line) => `${stringify(line)}\n`).join(''));
} else {
  const lines = fs.readFileSync(cases, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const server = new Server(document, lines.filter((line) => line.operation !== undefined));
  console.log(await server.start());
  process.stdin.resume();
  process.stdin.on('end', () => {
    const received = [...server.received].map(([number, one]) => `${stringify({ case: number, ...one })}\n`);
    fs.writeFileSync(report, received.join(''));
    process.exit(0);
  });
}

// The bodies of answers as text, so that every digit is sent as it was made up.
function texts(one) {
  return { ...one, answer: withText(one.answer) };
}

function withText(answer) {
  const followed = answer.followed && { followed: withText(answer.followed) };
  const { kind, value } = answer;
  if (value === undefined) return { ...answer, ...followed };
  const texts = { json: () => stringify(value), stream: () => framed(answer, stringify) };
  return { ...answer, text: (texts[kind] ?? (() => String(value)))(), ...followed };
}
