/** What a writer in a worker of its own is to do. */
export interface WriterTask {
  /** Name of the database. */
  readonly name: string;
  /** Begins the ids of its traces. */
  readonly writer: string;
  readonly batches: number;
  /** Also delete some of the traces. */
  readonly deletes: boolean;
}

export type WriterMessage =
  | { readonly type: 'opened' | 'done' }
  | { readonly type: 'written' | 'deleting' | 'deleted'; readonly batch: number };

/** A tab of its own, as far as the database can tell. */
export interface Writer {
  /** What it said was done, so far. */
  readonly written: ReadonlySet<number>;
  readonly deleting: ReadonlySet<number>;
  readonly deleted: ReadonlySet<number>;
  readonly opened: Promise<void>;
  readonly done: Promise<void>;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

export function startWriter(task: WriterTask): Writer {
  const worker = new Worker(new URL('./writer.worker.ts', import.meta.url), { type: 'module' });
  const said = { written: new Set<number>(), deleting: new Set<number>(), deleted: new Set<number>() };
  const heard = (type: 'opened' | 'done') =>
    new Promise<void>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<WriterMessage>) => {
        if (data.type === type) resolve();
      });
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    });
  worker.addEventListener('message', ({ data }: MessageEvent<WriterMessage>) => {
    if ('batch' in data) said[data.type].add(data.batch);
  });
  const [opened, done] = [heard('opened'), heard('done')];
  // A writer that fails says so to whoever waits for it.
  done.catch(() => undefined);
  worker.postMessage(task);
  return { ...said, opened, done, kill: () => worker.terminate() };
}
