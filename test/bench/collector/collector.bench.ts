// The command as it is started, over a folder, and a client of 16 connections on the same two cores: what it takes in, how
// long reads wait over a million observations while it takes more in, and what it holds of the memory. Bodies are encoded
// ahead and get new ids and times before each sending. `ORIEL_OBSERVATIONS=100000` makes the store smaller,
// `ORIEL_MINUTES=10` adds the long run. Alone on the machine, or numbers mean little. A missed bar shows as `NO`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshBodies } from './fresh-bodies.ts';
import { watchMemory } from './measure-memory.ts';
import { readWhileWriting } from './measure-reads.ts';
import { sendFor, sendSome } from './measure-writes.ts';
import { serveBare, serveOriel } from './served.ts';
import type { Served } from './served.ts';

const OBSERVATIONS = Number(process.env['ORIEL_OBSERVATIONS'] ?? 1_000_000);
const MINUTES = Number(process.env['ORIEL_MINUTES'] ?? 0);
const MIN_PER_SECOND = 20_000;
const WRITTEN_MEANWHILE = 5000;
const MAX_P95_MS = 50;

interface Row {
  readonly case: string;
  readonly value: string;
  readonly bar?: string;
  readonly ok?: 'yes' | 'NO';
}

const rows: Row[] = [];
const bodies = freshBodies();
const folder = await mkdtemp(join(tmpdir(), 'oriel-collector-'));
try {
  const bare = await measured(serveBare(folder), (server) => writesOf(server));
  rows.push({ case: 'a bare server: parse, append, fdatasync', value: perSecond(bare) });
  await measured(serveOriel(join(folder, 'store')), async (server) => {
    const ours = await writesOf(server);
    const ok = ours >= MIN_PER_SECOND ? 'yes' : 'NO';
    const share = `${Math.round((ours / bare) * 100)} % of the bare one`;
    rows.push({
      case: `OTLP protobuf, durable, ${share}`,
      value: perSecond(ours),
      bar: `≥ ${MIN_PER_SECOND}`,
      ok,
    });
    await sendSome(OBSERVATIONS, server, bodies);
    await measureReads(server);
    rows.push({ case: 'resident memory', value: mebibytes(server.rss()) });
    if (MINUTES > 0) await measureMemory(server);
  });
} finally {
  await rm(folder, { recursive: true });
}
console.table(rows);

async function writesOf(server: Served): Promise<number> {
  // What runs first runs before it is compiled.
  await sendFor(3, server, bodies);
  return sendFor(10, server, bodies);
}

async function measureReads(server: Served): Promise<void> {
  const { taken, written } = await readWhileWriting(20, WRITTEN_MEANWHILE, server, bodies);
  rows.push({ case: 'written meanwhile', value: perSecond(written) });
  for (const [name, times] of taken) {
    const p95 = times[Math.floor(times.length * 0.95)] ?? Infinity;
    const p50 = times[times.length >> 1] ?? Infinity;
    rows.push({
      case: `${name} over ${OBSERVATIONS.toLocaleString('en')} observations, p95 of ${times.length} (p50 ${p50.toFixed(1)} ms)`,
      value: `${p95.toFixed(1)} ms`,
      bar: `≤ ${MAX_P95_MS} ms`,
      ok: p95 <= MAX_P95_MS ? 'yes' : 'NO',
    });
  }
}

async function measureMemory(server: Served): Promise<void> {
  const { perMinute, growth } = await watchMemory(MINUTES, WRITTEN_MEANWHILE, server, bodies);
  rows.push({
    case: `memory at the end of each of ${MINUTES} minutes at ${WRITTEN_MEANWHILE} a second`,
    value: perMinute.map(mebibytes).join(', '),
    bar: '± 10 %',
    ok: Math.abs(growth) <= 0.1 ? 'yes' : 'NO',
  });
}

async function measured<Result>(
  starting: Promise<Served>,
  measure: (server: Served) => Promise<Result>,
): Promise<Result> {
  const server = await starting;
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en')} observations/s`;
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MiB`;
}
