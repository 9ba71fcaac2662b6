import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint answers to one request: a body, or the events of a stream. */
export type FakeAnswer =
  { readonly status?: number; readonly json: unknown } | { readonly events: readonly unknown[] };

export interface FakeOpenAi {
  readonly url: string;
  /** The bodies that were sent, in order. */
  readonly asked: readonly unknown[];
  readonly close: () => Promise<void>;
}

/** An endpoint of this machine that speaks OpenAI's protocol, with its answers given, one a request. */
export async function fakeOpenAi(answers: readonly FakeAnswer[]): Promise<FakeOpenAi> {
  const left = [...answers];
  const asked: unknown[] = [];
  const answerTo = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push(await bodyOf(request));
    const answer = left.shift() ?? { status: 500, json: { error: { message: 'Nobody expected this.' } } };
    if ('json' in answer) {
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.json));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of answer.events) response.write(`data: ${JSON.stringify(event)}\n\n`);
    response.end('data: [DONE]\n\n');
  };
  const server = createServer((request, response) => void answerTo(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, asked, close: () => closed(server) };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}
