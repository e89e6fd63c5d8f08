// A server that is not ours for streams: better-sse writes the events, busboy reads the forms. It prints its port.
import busboy from "@fastify/busboy";
import sse from "better-sse";
import { createHash } from "node:crypto";
import { createServer } from "node:http";

const pause = (time) => new Promise((done) => setTimeout(done, time));

async function events(request, response) {
  const { messages } = JSON.parse(await text(request));
  // JSON on several lines is several lines of data, which better-sse leaves to us; its comments come between the events.
  const lines = (data) => JSON.stringify(data, null, 2).replaceAll("\n", "\ndata:");
  const serializer = (data) => (typeof data === "string" ? data : lines(data));
  const session = await sse.createSession(request, response, { serializer, keepAlive: 20, retry: 10 });
  for (const [at, word] of messages[0].content.split("|").entries()) {
    session.push({ choices: [{ delta: { content: word } }] }, "chunk", String(at));
    await pause(50);
  }
  session.push("[DONE]");
  await pause(10);
  response.end();
}

async function text(request) {
  let all = "";
  for await (const piece of request) all += piece;
  return all;
}

function form(request, response) {
  const seen = { bytes: 0, filename: "", id: "" };
  const hash = createHash("sha256");
  const parser = new busboy({ headers: request.headers });
  parser.on("field", (name, value) => (seen.id += `${name}=${value};`));
  parser.on("file", (name, file, filename) => {
    seen.filename = `${name}:${filename}`;
    file.on("data", (piece) => {
      seen.bytes += piece.length;
      hash.update(piece);
    });
  });
  parser.on("finish", () => {
    seen.id += hash.digest("hex");
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(seen));
  });
  request.pipe(parser);
}

const server = createServer((request, response) =>
  request.url === "/files" ? form(request, response) : events(request, response),
);
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
