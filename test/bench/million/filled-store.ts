import type { Store } from '@oriel/core';
import { connectIngestion } from '@oriel/ingest/worker';
import type { CsvRows } from './table-rows.ts';
import type { FillAnswer, Filled, FillOrder } from './worker-messages.ts';

export interface FilledStore extends Filled {
  /** The store in its worker, as a page has it. */
  readonly store: Store;
  end(): void;
}

/** Fills a memory store in a worker with `days * 500` traces; `takeRows` gets them for another database. */
export async function filledStore(
  days: number,
  takeRows?: (rows: CsvRows) => Promise<void>,
): Promise<FilledStore> {
  const worker = new Worker(new URL('store.worker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  let taken: Promise<void> = Promise.resolve();
  const filling = new Promise<Filled>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FillAnswer>) => {
      if (data.type === 'filled') resolve(data);
      else if (takeRows) taken = taken.then(() => takeRows(data.rows));
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  const order: FillOrder = { days, port: port2, wantsRows: takeRows !== undefined };
  worker.postMessage(order, [port2]);
  const filled = await filling;
  await taken;
  const { store } = await connectIngestion(port1);
  return { ...filled, store, end: () => worker.terminate() };
}
