import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const KEYS = { ORIEL_PUBLIC_KEY: 'pk-lf-started', ORIEL_SECRET_KEY: 'sk-lf-started' };

/** What the keys of a started command send. */
export const STARTED_KEYS = { publicKey: KEYS.ORIEL_PUBLIC_KEY, secretKey: KEYS.ORIEL_SECRET_KEY };
export const STARTED_BASIC = `Basic ${btoa(`${KEYS.ORIEL_PUBLIC_KEY}:${KEYS.ORIEL_SECRET_KEY}`)}`;

/** The command in a process of its own. */
export interface StartedCommand {
  readonly url: string;
  readonly pid: number;
  /** The events of its log so far. */
  readonly events: readonly string[];
  /** Ends it so, and resolves when it is gone: with its exit code, `null` after a kill. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/**
 * Starts the command as a person does, and resolves when it listens.
 *
 * @param limits - words of a shell before it, such as `ulimit -S -f 100;`
 * @throws Error - it ended instead; the message has what it wrote.
 */
export async function startCommand(args: readonly string[], limits = ''): Promise<StartedCommand> {
  const node = [process.execPath, '--import', import.meta.resolve('tsx'), MAIN, ...args, '--port', '0'];
  const child = spawn('sh', ['-c', `${limits} exec "$@"`, 'sh', ...node], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...KEYS },
  });
  const events: string[] = [];
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let written = '';
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      written += `${line}\n`;
      if (!line.startsWith('{')) return;
      const entry = JSON.parse(line) as { readonly event: string; readonly url?: string };
      events.push(entry.event);
      if (entry.url !== undefined) resolve(entry.url);
    });
    child.once('exit', (code) => reject(new Error(`The command ended with ${code}: ${written}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    events,
    async end(signal) {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

/** Sends a span of a trace, and resolves with the status of the answer. */
export async function sendSpan(url: string, traceId: string, text = ''): Promise<number> {
  const span = {
    traceId,
    spanId: traceId.slice(0, 16),
    name: 'step',
    startTimeUnixNano: '1760000000000000000',
    endTimeUnixNano: '1760000001000000000',
    attributes: [{ key: 'langfuse.observation.input', value: { stringValue: text } }],
  };
  const response = await fetch(`${url}/v1/traces`, {
    method: 'POST',
    headers: { authorization: STARTED_BASIC, 'content-type': 'application/json' },
    body: JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] }),
  });
  await response.arrayBuffer();
  return response.status;
}
