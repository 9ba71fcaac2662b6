import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BASIC } from '../testing/test-collector.ts';
import { servedCollector } from '../testing/served-collector.ts';
import type { ServedCollector } from '../testing/served-collector.ts';

let served: ServedCollector;

beforeAll(async () => {
  served = await servedCollector();
});

afterAll(() => served.server.close());

/** Sends exactly these bytes, and resolves with all that comes back. */
function exchange(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(served.server.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    socket.end(text);
  });
}

const AS_OWNER = `Host: x\r\nConnection: close\r\nAuthorization: ${BASIC}\r\n`;

it.each([
  ['a path out of the folder', `GET /../../etc/passwd HTTP/1.1\r\n${AS_OWNER}\r\n`],
  [
    'an encoded path out of the folder',
    `GET /assets/%2e%2e%2f%2e%2e%2fetc/passwd HTTP/1.1\r\n${AS_OWNER}\r\n`,
  ],
  ['an address of another host', `GET http://169.254.169.254/latest HTTP/1.1\r\n${AS_OWNER}\r\n`],
  ['a NUL in the path', `GET /api/public/traces/%00 HTTP/1.1\r\n${AS_OWNER}\r\n`],
  ['a broken escape in the path', `GET /api/public/traces/%E0%A4%A HTTP/1.1\r\n${AS_OWNER}\r\n`],
  ['a line break in an id', `GET /api/public/traces/a%0d%0aset-cookie:%20a=b HTTP/1.1\r\n${AS_OWNER}\r\n`],
  ['SQL for an id', `GET /api/public/traces/1'%20OR%20'1'='1 HTTP/1.1\r\n${AS_OWNER}\r\n`],
  [
    'SQL in a filter',
    `GET /api/public/traces?userId=x';DROP%20TABLE%20traces;-- HTTP/1.1\r\n${AS_OWNER}\r\n`,
  ],
  ['a method nobody knows', `BREW / HTTP/1.1\r\n${AS_OWNER}\r\n`],
  [
    'a host that is none',
    `GET /api/public/health HTTP/1.1\r\nHost: a/b@c:99999\r\nConnection: close\r\n\r\n`,
  ],
  ['a header without an end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
  [
    'two lengths of one body',
    `POST /v1/traces HTTP/1.1\r\n${AS_OWNER}Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}GET /metrics HTTP/1.1\r\n\r\n`,
  ],
  [
    'a length and chunks, for a second request inside the first',
    `POST /v1/traces HTTP/1.1\r\n${AS_OWNER}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\n${AS_OWNER}\r\n`,
  ],
])('takes %s calmly', async (_, request) => {
  const answer = await exchange(request);
  expect(answer).toMatch(/^HTTP\/1\.1 [24]\d\d /u);
  expect(answer).not.toContain('root:');
  expect(answer).not.toMatch(/^set-cookie/imu);
  expect(answer).not.toContain('oriel_requests_total');
  expect(answer.match(/^HTTP\/1\.1/gmu)).toHaveLength(1);
  expect(served.events.filter(({ type }) => type === 'failed')).toEqual([]);
  expect((await fetch(`${served.server.url}/api/public/health`)).status).toBe(200);
});
