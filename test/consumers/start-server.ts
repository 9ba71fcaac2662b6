import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { pnpm } from './pack.ts';
import type { Tarballs } from './pack.ts';

/** The command, as somebody has it who installed the packed package. */
export interface StartedServer {
  readonly url: string;
  /** What it printed for its user. */
  readonly printed: string;
  /** Asks it to end. Resolves with its exit code. */
  stop(): Promise<number | null>;
}

export function installServer(folder: string, tarballs: Tarballs): void {
  mkdirSync(folder, { recursive: true });
  const { core, ingest, stores, server } = tarballs;
  const manifest = {
    name: 'server-host',
    private: true,
    dependencies: { '@oriel/server': `file:${server}` },
    // The packages name each other by a version that only a registry has.
    pnpm: {
      overrides: {
        '@oriel/core': `file:${core}`,
        '@oriel/ingest': `file:${ingest}`,
        '@oriel/stores': `file:${stores}`,
      },
    },
  };
  writeFileSync(`${folder}/package.json`, JSON.stringify(manifest, null, 2));
  pnpm(folder, ['install', '--prefer-offline', '--ignore-workspace', '--ignore-scripts']);
}

/** Starts the installed command over memory. */
export async function startServer(folder: string): Promise<StartedServer> {
  const args = ['--store', 'memory', '--port', '0'];
  const child = spawn('node_modules/.bin/oriel', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  // Whatever becomes of the test, the command does not outlive it.
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const entry = line.startsWith('{') ? (JSON.parse(line) as { readonly url?: string }) : {};
      if (entry.url !== undefined) resolve(entry.url);
      else if (!line.startsWith('{')) printed += `${line}\n`;
    });
    child.on('exit', () => reject(new Error(`The command ended before it listened. It printed: ${printed}`)));
  });
  return {
    url,
    printed,
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}
