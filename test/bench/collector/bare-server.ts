// The limit that the collector is measured against: HTTP, a protobuf parser, and a file that is synced before an answer.
// Whoever arrives while the disk works shares the next sync, as in the file store.
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { oriel } from '../ingest/generated/otlp-protobufjs.js';

const { ExportTraceServiceRequest } = oriel.bench.otlp;
const handle = await open(join(process.argv[2] ?? '.', 'bare.log'), 'a');

let waiting: { readonly body: Buffer; readonly kept: () => void }[] = [];
let isWriting = false;

async function writeAll(): Promise<void> {
  isWriting = true;
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    await handle.writev(batch.map(({ body }) => body));
    await handle.datasync();
    for (const { kept } of batch) kept();
  }
  isWriting = false;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    ExportTraceServiceRequest.decode(body);
    waiting.push({ body, kept: () => response.end() });
    if (!isWriting) void writeAll();
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stderr.write(`{"url":"http://127.0.0.1:${port}"}\n`);
});
process.once('SIGTERM', () => process.exit(0));
