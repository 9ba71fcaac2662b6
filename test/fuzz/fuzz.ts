// `npm run fuzz -- [--seed N] [--runs N] [--from N]`: gives the parsers damaged and random input until a promise
// breaks. They are tried in a process of their own, so that one that hangs or eats all memory is named, too.
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateInput } from './generate-input.ts';
import { readRecordedBodies } from './recorded-bodies.ts';
import { runFuzz } from './run-fuzz.ts';
import type { FuzzFailure } from './run-fuzz.ts';
import { shrinkInput } from './shrink-input.ts';

/** What the trying process tells the watching one: the number of the next input, then the result. */
type Message =
  { readonly number: number } | { readonly failure: FuzzFailure | null; readonly memoryMb: number };

const DEFAULT_RUNS = 100_000;
/** An input that takes this long will not end. */
const HANGS_AFTER_MS = 60_000;
/** What inputs of some ten kilobytes may need, with room. Unbounded growth goes far beyond and ends the process. */
const MAX_HEAP_MB = 768;
const HANGS = 'it hangs';
const ENDS = 'it ends the process, which may have run out of memory';
const FAILURES = fileURLToPath(new URL('../../node_modules/.cache/fuzz/', import.meta.url));

const { seed, runs, from } = readOptions();
if (process.send === undefined) await watch();
else await work();

async function work(): Promise<void> {
  const send = (message: Message) => process.send?.(message);
  const failure = await runFuzz({ seed, runs, from, onInput: (number) => void send({ number }) });
  send({ failure, memoryMb: Math.round(process.resourceUsage().maxRSS / 1024) });
  process.disconnect();
}

async function watch(): Promise<void> {
  console.log(`Trying ${runs} inputs of seed ${seed}.`);
  const started = performance.now();
  const { failure, memoryMb } = await runWatched();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (failure !== null) return report(failure);
  console.log(`No input of ${runs} broke a promise (${seconds} s, at most ${memoryMb} MB).`);
}

function runWatched(): Promise<Exclude<Message, { number: number }>> {
  return new Promise((resolve) => {
    const options = ['--seed', String(seed), '--runs', String(runs), '--from', String(from)];
    const child = fork(fileURLToPath(import.meta.url), options, {
      execArgv: [...process.execArgv, `--max-old-space-size=${MAX_HEAP_MB}`],
    });
    let number = from;
    const fail = (problem: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve({ failure: { seed, number, problem }, memoryMb: 0 });
    };
    const timer = setTimeout(() => fail(HANGS), HANGS_AFTER_MS);
    child.on('message', (message: Message) => {
      if ('number' in message) {
        ({ number } = message);
        timer.refresh();
      } else {
        clearTimeout(timer);
        resolve(message);
      }
    });
    // After a result this says nothing new.
    child.once('exit', () => fail(ENDS));
  });
}

/** Says how to see the failure again, and keeps the shortest body that shows it. */
async function report({ number, problem }: FuzzFailure): Promise<void> {
  process.exitCode = 1;
  console.error(`Input ${number} of seed ${seed}: ${problem}`);
  console.error(`Again: npm run fuzz -- --seed ${seed} --from ${number} --runs 1`);
  // What hangs or eats memory here would do so again.
  if (problem === HANGS || problem === ENDS) return;
  const input = await shrinkInput(generateInput(seed, number, await readRecordedBodies()), problem);
  const { body, ...description } = input.payload;
  mkdirSync(FAILURES, { recursive: true });
  const file = `${FAILURES}${seed}-${number}`;
  writeFileSync(`${file}.bin`, body);
  writeFileSync(`${file}.json`, JSON.stringify({ problem, ...description }, null, 2));
  console.error(`Its shortest form, ${body.length} bytes, is in ${file}.bin; how it was sent is beside it.`);
}

function readOptions() {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, runs: { type: 'string' }, from: { type: 'string' } },
  });
  return {
    seed: count('seed', values.seed, Date.now() % 1_000_000),
    runs: count('runs', values.runs, DEFAULT_RUNS),
    from: count('from', values.from, 0),
  };
}

function count(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Error(
    `--${name} is ${JSON.stringify(text)}, not a whole number. Give one, such as --${name} 1000.`,
  );
}
