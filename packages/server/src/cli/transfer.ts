import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { exportStore, importStore } from '@oriel/core/transfer';
import type { CliSurroundings } from './cli-surroundings.ts';
import { openPlace } from './open-place.ts';
import type { ExportArguments, ImportArguments } from './read-arguments.ts';

/** Between two lines about how far it is. */
const TELL_EVERY_MS = 1000;

/** Writes all that a store has into a file. It has its name when it is whole, and not before. */
export async function exportTo({ place, file }: ExportArguments, around: CliSurroundings): Promise<void> {
  if (await exists(file))
    throw new Error(`${file} is there already, and was left alone. Name another file with --to.`);
  const part = `${file}.part`;
  const { store, close } = await openPlace(place, around.env);
  try {
    const tell = teller(around);
    let traces = 0;
    const stream = exportStore(store, {
      source: place,
      signal: stopSignal(around),
      onProgress(progress) {
        traces = progress.traces;
        tell('exporting', { traces, totalTraces: progress.totalTraces });
      },
    });
    await stream.pipeTo(Writable.toWeb(createWriteStream(part)) as WritableStream<Uint8Array>);
    await rename(part, file);
    around.print(`${traces} traces are in ${file}.`);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await close();
  }
}

/** Folds a file of an export into a store. Doing it twice changes nothing. */
export async function importFrom({ file, place }: ImportArguments, around: CliSurroundings): Promise<void> {
  if (!(await exists(file))) throw new Error(`${file} is not there, so nothing was imported.`);
  const { store, close } = await openPlace(place, around.env);
  try {
    const tell = teller(around);
    const stream = Readable.toWeb(createReadStream(file)) as unknown as ReadableStream<Uint8Array>;
    const { counts, rejected } = await importStore(store, stream, {
      signal: stopSignal(around),
      onProgress: (progress) => tell('importing', { ...progress }),
    });
    const { traces, observations, scores, documents, media } = counts;
    around.print(
      `Imported ${traces} traces, ${observations} observations, ${scores} scores, ${documents} documents and ${media} media.`,
    );
    for (const { line, reason } of rejected.slice(0, 20)) around.print(`  line ${line}: ${reason}`);
    if (rejected.length > 0)
      throw new Error(`${rejected.length} lines could not be kept. Everything else was.`);
  } finally {
    await close();
  }
}

/** Aborts when the process is asked to end. */
function stopSignal({ whenStopped }: CliSurroundings): AbortSignal {
  const stopping = new AbortController();
  void whenStopped().then((reason) => stopping.abort(new Error(`Ended by ${reason}.`)));
  return stopping.signal;
}

function teller({ log }: CliSurroundings) {
  let told = 0;
  return (event: string, facts: object) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    log({ time: new Date().toISOString(), level: 'info', event, ...facts });
  };
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
