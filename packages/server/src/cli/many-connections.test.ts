import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { sendSpan, startCommand } from '../testing/started-command.ts';

/** How many at once: `ORIEL_CONNECTIONS=10000 npx vitest run --project node many-connections` for a thorough run. */
const CONNECTIONS = Number(process.env['ORIEL_CONNECTIONS'] ?? 300);
/** What a connection may take of the memory, and what the rest may take. */
const BYTES_EACH = 64 * 1024;
const BYTES_BESIDE = 200 * 2 ** 20;

it(`answers ${CONNECTIONS} connections at once, and goes on answering while they stay open`, async () => {
  const server = await startCommand(['--store', 'memory', '--no-page']);
  const { port } = new URL(server.url);
  const before = residentBytes(server.pid);
  const open: Socket[] = [];
  const answers: string[] = [];
  // The system queues some hundreds that knock at once.
  while (open.length < CONNECTIONS) {
    const some = Math.min(200, CONNECTIONS - open.length);
    const visits = await Promise.all(Array.from({ length: some }, () => visit(Number(port))));
    for (const { socket, answer } of visits) {
      open.push(socket);
      answers.push(answer);
    }
  }
  expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 200'))).toHaveLength(CONNECTIONS);
  expect(await sendSpan(server.url, randomBytes(16).toString('hex'))).toBe(200);
  expect(residentBytes(server.pid) - before).toBeLessThan(BYTES_BESIDE + CONNECTIONS * BYTES_EACH);
  expect(open.filter(({ destroyed }) => destroyed)).toEqual([]);
  for (const socket of open) socket.destroy();
  expect(await server.end('SIGTERM')).toBe(0);
}, 300_000);

/** Asks once, and leaves the connection open. */
function visit(port: number): Promise<{ readonly socket: Socket; readonly answer: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('data', (chunk) => resolve({ socket, answer: chunk.toString() }));
    socket.write('GET /api/public/health HTTP/1.1\r\nHost: x\r\n\r\n');
  });
}

function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}
