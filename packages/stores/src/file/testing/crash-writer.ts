// Writes batches into a folder until somebody kills it, and says after each what was confirmed.
// Arguments: the folder, and a name for its batches.
import { writeSync } from 'node:fs';
import { openFileStore } from '../open-file-store.ts';
import { batchOf, traceIdOf } from './batch.ts';
import { CRASH_OPTIONS } from './crash-options.ts';

const WRITERS = 3;

const [folder = '', run = ''] = process.argv.slice(2);
const store = await openFileStore({ folder, ...CRASH_OPTIONS });

/** Written at once, so that nothing that was confirmed is still in a buffer when the kill comes. */
const say = (what: string, batch: string) => writeSync(1, `${what} ${batch}\n`);

async function write(writer: number): Promise<void> {
  for (let number = 0; ; number += 1) {
    const batch = `${run}.${writer}.${number}`;
    await store.traces.write(batchOf(batch, (number * 37) % 400));
    say('written', batch);
    if (number % 4 !== 3) continue;
    const gone = `${run}.${writer}.${number - 2}`;
    say('deleting', gone);
    await store.traces.deleteTraces([traceIdOf(gone)]);
    say('deleted', gone);
  }
}

say('opened', run);
await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
