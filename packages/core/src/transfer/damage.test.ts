import { expect, it } from 'vitest';
import { generateOddTraffic } from '../conformance/generate-odd-traffic.ts';
import { referenceStore } from '../store/reference-store.ts';
import type { Store } from '../store/store.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { exportStore } from './export-store.ts';
import { importStore } from './import-store.ts';

const NEWLINE = 0x0a;

async function exported(traces = 12): Promise<Uint8Array> {
  const store = referenceStore();
  await store.traces.write(generateOddTraffic({ seed: 23, traces }));
  for (const body of ['one', 'two']) await store.documents.write({ kind: 'prompt', name: 'p', body });
  return new Uint8Array(await new Response(exportStore(store, { compression: 'none' })).arrayBuffer());
}

async function imported(bytes: Uint8Array) {
  const store = referenceStore();
  const report = await importStore(store, new Blob([new Uint8Array(bytes)]).stream());
  return { report, lines: await linesOf(store) };
}

/** What a store holds, as lines without their checksums and the time of the export. */
async function linesOf(store: Store): Promise<Set<string>> {
  const text = await new Response(exportStore(store, { compression: 'none' })).text();
  const lines = text.split('\n').slice(1, -2);
  return new Set(lines.map((line) => line.replace(/,"crc":"\w+"\}$/, '').replace(/"at":[\d.]+/, '')));
}

/** Line numbers, from 1, of the places of bytes. */
function lineAt(bytes: Uint8Array, place: number): number {
  return 1 + bytes.subarray(0, place).filter((byte) => byte === NEWLINE).length;
}

function flipped(bytes: Uint8Array, place: number, bit: number): Uint8Array {
  const changed = bytes.slice();
  changed[place] = (changed[place] ?? 0) ^ (1 << bit);
  return changed;
}

it('names the line in which a bit was flipped, and loses no other', async () => {
  const bytes = await exported();
  const lineCount = lineAt(bytes, bytes.length) - 1;
  const random = seededRandom(5);
  for (let round = 0; round < 60; round += 1) {
    const place = Math.floor(random() * bytes.length);
    const changed = flipped(bytes, place, Math.floor(random() * 8));
    if (bytes[place] === NEWLINE || changed[place] === NEWLINE) continue;
    const { report } = await imported(changed);
    const line = lineAt(bytes, place);
    expect(report.rejected[0]).toMatchObject({ line, reason: expect.stringMatching(/damaged/) as string });
    // A document whose version 1 is lost has no version 2, which is said.
    const others = report.rejected.slice(1).filter(({ reason }) => !/does not follow/.test(reason));
    expect(others.map(({ line: other }) => other)).toEqual(line === lineCount ? [lineCount + 1] : []);
  }
});

it('takes nothing that was not in the file, wherever a bit was flipped', async () => {
  const bytes = await exported();
  const whole = (await imported(bytes)).lines;
  const random = seededRandom(6);
  for (let round = 0; round < 40; round += 1) {
    const place = Math.floor(random() * bytes.length);
    const { report } = await imported(flipped(bytes, place, Math.floor(random() * 8)));
    expect(report.rejected).not.toEqual([]);
    const { counts } = report;
    const kept = counts.observations + counts.scores + counts.documents;
    expect(kept).toBeGreaterThan(whole.size - 30);
  }
});

it('reads a file whose first line is damaged, and says so', async () => {
  const bytes = await exported(2);
  const { lines } = await imported(bytes);
  const headerLength = bytes.indexOf(NEWLINE);
  for (let place = 0; place < headerLength; place += 1) {
    const { report, lines: found } = await imported(flipped(bytes, place, 0));
    expect(report).toMatchObject({ exportedAt: null, source: null, rejected: [{ line: 1 }] });
    expect(found).toEqual(lines);
  }
});

it('loses two lines where the break between them is gone, and none where a line was broken in two but that one', async () => {
  const bytes = await exported();
  const breaks = [...bytes.keys()].filter((place) => bytes[place] === NEWLINE);
  const joined = await imported(flipped(bytes, breaks[4] ?? 0, 1));
  expect(joined.report.rejected).toMatchObject([{ line: 5 }]);
  const broken = bytes.slice();
  broken[(breaks[4] ?? 0) + 9] = NEWLINE;
  expect((await imported(broken)).report.rejected).toMatchObject([{ line: 6 }, { line: 7 }]);
});

it('keeps every whole line of a file that was cut off, and says that there were more', async () => {
  const bytes = await exported();
  const { lines } = await imported(bytes);
  const random = seededRandom(7);
  for (let round = 0; round < 30; round += 1) {
    const length = Math.floor((0.1 + 0.9 * random()) * (bytes.length - 1));
    const { report } = await imported(bytes.subarray(0, length));
    expect(report.rejected.at(-1)?.reason).toMatch(/ends without its last line/);
    // The line that was cut, and the end that is not there.
    expect(report.rejected.length).toBeLessThanOrEqual(2);
    const { counts } = report;
    const whole = lineAt(bytes, length) - 2;
    expect(whole).toBeLessThanOrEqual(lines.size + 30);
    expect(counts.observations + counts.scores + counts.documents).toBeLessThanOrEqual(whole);
    expect(counts.observations + counts.scores + counts.documents).toBeGreaterThanOrEqual(
      Math.max(0, whole - counts.traces - counts.scores),
    );
  }
});

it('takes no wrong text out of a packed file that was damaged', async () => {
  const store = referenceStore();
  await store.traces.write(generateOddTraffic({ seed: 23, traces: 60 }));
  const bytes = new Uint8Array(await new Response(exportStore(store)).arrayBuffer());
  const whole = await linesOf(store);
  const random = seededRandom(8);
  for (let round = 0; round < 40; round += 1) {
    const place = Math.floor((0.1 + 0.9 * random()) * bytes.length);
    const copy = referenceStore();
    const changed = flipped(bytes, place, Math.floor(random() * 8));
    // In gzip, what follows a flipped bit may be lost with it, up to everything.
    const told = await importStore(copy, new Blob([new Uint8Array(changed)]).stream()).then(
      ({ rejected }) => rejected.map(({ reason }) => reason).join(),
      (error: unknown) => String(error),
    );
    expect(told).toMatch(/gzip stream is damaged|does not fit|bytes do not fit/);
    for (const { id } of (await copy.traces.listTraces({ limit: 100 })).items) {
      expect([...whole].some((line) => line.includes(JSON.stringify(id)))).toBe(true);
    }
  }
});
