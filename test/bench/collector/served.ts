import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Target } from './sender.ts';

/** A server in a process of its own. */
export interface Served extends Target {
  /** What it holds of the machine's memory, in bytes. */
  rss(): number;
  stop(): Promise<void>;
}

const KEYS = { ORIEL_PUBLIC_KEY: 'pk-bench', ORIEL_SECRET_KEY: 'sk-bench' };
const AUTHORIZATION = `Basic ${btoa(`${KEYS.ORIEL_PUBLIC_KEY}:${KEYS.ORIEL_SECRET_KEY}`)}`;

/** The command, over a folder. `ORIEL_PROFILE=<folder>` keeps a profile of its processor time there. */
export function serveOriel(folder: string, options: readonly string[] = []): Promise<Served> {
  const command = fileURLToPath(new URL('../../../packages/server/src/cli/main.ts', import.meta.url));
  return start([command, folder, '--port', '0', '--no-page', ...options]);
}

/** The limit: a server that does nothing with an export but parse it and keep its bytes. */
export function serveBare(folder: string): Promise<Served> {
  return start([fileURLToPath(new URL('bare-server.ts', import.meta.url)), folder]);
}

async function start(args: readonly string[]): Promise<Served> {
  const profile = process.env['ORIEL_PROFILE'];
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const child = spawn(process.execPath, [...profiling, '--import', import.meta.resolve('tsx'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...KEYS },
  });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /"url":"([^"]+)"/.exec(line)?.[1];
      if (found === undefined) console.error(line);
      else resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened.`)));
  });
  return {
    url,
    authorization: AUTHORIZATION,
    rss() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
