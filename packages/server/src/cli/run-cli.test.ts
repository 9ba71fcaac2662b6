import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deferred } from '../testing/deferred.ts';
import { PUBLIC_KEY, SECRET_KEY } from '../testing/test-collector.ts';
import { servedCollector } from '../testing/served-collector.ts';
import { runCli } from './run-cli.ts';
import type { LogEntry } from './log-entry.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-cli-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A command that was started, and what it wrote. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const printed: string[] = [];
  const logged: LogEntry[] = [];
  const stopping = deferred<string>();
  const listening = deferred<string>();
  const code = runCli({
    args,
    env,
    print: (text) => printed.push(text),
    log: (entry) => {
      logged.push(entry);
      if (entry.event === 'listening') listening.resolve(String(entry['url']));
    },
    whenStopped: () => stopping.promise,
  });
  const stop = () => {
    stopping.resolve('SIGTERM');
    return code;
  };
  return { printed, logged, url: listening.promise, code, stop };
}

/** The variables that the command tells people to set. */
function variablesOf(printed: readonly string[]): Readonly<Record<string, string>> {
  const lines = printed.join('\n').matchAll(/export (\w+)=(\S+)/g);
  return Object.fromEntries(Array.from(lines, ([, name = '', value = '']) => [name, value]));
}

const batch = (id: string) => ({
  batch: [{ id: 'e', type: 'trace-create', timestamp: '2026-01-31T12:00:00Z', body: { id, name: 'turn' } }],
});

describe('the command', () => {
  it('prints variables that work, and has everything again after a restart', async () => {
    const first = start([folder, '--port', '0']);
    const url = await first.url;
    const variables = variablesOf(first.printed);
    expect(variables['LANGFUSE_BASE_URL']).toBe(url);
    const header = decodeURIComponent(variables['OTEL_EXPORTER_OTLP_HEADERS'] ?? '').replace(
      'Authorization=',
      '',
    );
    const { LANGFUSE_PUBLIC_KEY: publicKey, LANGFUSE_SECRET_KEY: secretKey } = variables;
    expect(header).toBe(`Basic ${btoa(`${publicKey}:${secretKey}`)}`);
    const headers = { authorization: header, 'content-type': 'application/json' };
    const sent = await fetch(`${url}/api/public/ingestion`, {
      method: 'POST',
      headers,
      body: JSON.stringify(batch('t')),
    });
    expect(sent.status).toBe(207);
    expect(await first.stop()).toBe(0);

    const second = start([folder, '--port', '0']);
    const read = await fetch(`${await second.url}/api/public/traces/t`, { headers });
    expect(await read.json()).toMatchObject({ id: 't', name: 'turn' });
    expect(await second.stop()).toBe(0);
    expect(second.logged.map(({ event }) => event)).toEqual(['listening', 'stopping', 'stopped']);
  });

  it('keeps its keys where nobody else can read them', async () => {
    const { url, stop, logged } = start([folder, '--port', '0']);
    await url;
    await stop();
    const file = join(folder, 'keys.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { secretKey } = JSON.parse(await readFile(file, 'utf8')) as { secretKey: string };
    expect(JSON.stringify(logged)).not.toContain(secretKey);
  });

  it('takes its keys from the environment, and counts for Prometheus', async () => {
    const env = { ORIEL_PUBLIC_KEY: 'pk-mine', ORIEL_SECRET_KEY: 'sk-mine' };
    const { url, stop, logged } = start(['--store', 'memory', '--port', '0'], env);
    const headers = { authorization: `Basic ${btoa('pk-mine:sk-mine')}`, 'content-type': 'application/json' };
    const body = JSON.stringify(batch('t'));
    await fetch(`${await url}/api/public/ingestion`, { method: 'POST', headers, body });
    expect((await fetch(`${await url}/metrics`)).status).toBe(401);
    const metrics = await (await fetch(`${await url}/metrics`, { headers })).text();
    expect(metrics).toContain('# TYPE oriel_requests_total counter\n');
    expect(metrics).toContain('oriel_requests_total{status="207"} 1\n');
    expect(metrics).toContain('oriel_requests_total{status="401"} 1\n');
    expect(metrics).toContain('oriel_stage_patches_total{stage="write"} 1\n');
    await stop();
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 'warn', event: 'denied', path: '/metrics' }),
    );
  });

  it('shows what a Langfuse server has, and changes nothing there', async () => {
    const { server, store } = await servedCollector();
    const at = Date.now();
    await store.traces.write([
      { kind: 'trace', id: 'order-4711', at, timestamp: at },
      { kind: 'observation', id: 'o', traceId: 'order-4711', at, startTime: at, name: 'checkout' },
    ]);
    const { url, stop } = start(['--store', 'langfuse', '--port', '0'], {
      ORIEL_PUBLIC_KEY: 'pk-mine',
      ORIEL_SECRET_KEY: 'sk-mine',
      LANGFUSE_BASE_URL: server.url,
      LANGFUSE_PUBLIC_KEY: PUBLIC_KEY,
      LANGFUSE_SECRET_KEY: SECRET_KEY,
    });
    const headers = { authorization: `Basic ${btoa('pk-mine:sk-mine')}`, 'content-type': 'application/json' };
    const read = await fetch(`${await url}/api/oriel/v1/traces/readTrace`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ traceId: 'order-4711' }),
    });
    expect(await read.text()).toContain('"name":"checkout"');
    const body = JSON.stringify(batch('t'));
    const sent = await fetch(`${await url}/api/public/ingestion`, { method: 'POST', headers, body });
    expect(sent.ok).toBe(false);
    expect(await stop()).toBe(0);
    await server.close();
  });

  it('says what is wrong when another one has the folder', async () => {
    const first = start([folder, '--port', '0']);
    await first.url;
    const second = start([folder, '--port', '0']);
    expect(await second.code).toBe(1);
    expect(second.printed.join('\n')).toContain('could not start');
    await first.stop();
  });

  it.each([
    [['--port', 'x'], 'is no port'],
    [['--store', 'mysql'], 'There is no store'],
    [['a', 'b'], 'one folder'],
    [['--unheard-of'], 'unheard-of'],
  ])('says what is wrong with %s', async (args, message) => {
    const { code, printed } = start(args);
    expect(await code).toBe(1);
    expect(printed.join('\n')).toContain(message);
    expect(printed.join('\n')).toContain('Usage:');
  });

  it('refuses half a pair of keys', async () => {
    const { code, printed } = start(['--store', 'memory', '--port', '0'], { ORIEL_PUBLIC_KEY: 'pk' });
    expect(await code).toBe(1);
    expect(printed.join('\n')).toContain('Set both');
  });
});
