import { compactLog } from '../compact-log.ts';
import { connect } from '../connection.ts';
import { openIndexedDbStore } from '../open-indexeddb-store.ts';
import { deletedBatch, patchesOfBatch } from './batches.ts';
import type { WriterMessage, WriterTask } from './start-writer.ts';

// The other side of `startWriter`: writes batch after batch and says of each when it was acknowledged.
const scope = self as unknown as {
  postMessage(message: WriterMessage): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<WriterTask>) => void): void;
};

scope.addEventListener('message', ({ data }) => void write(data));

async function write({ name, writer, batches, deletes }: WriterTask): Promise<void> {
  const { traces } = await openIndexedDbStore({ name });
  if (deletes) void compactAgainAndAgain(name);
  scope.postMessage({ type: 'opened' });
  for (let batch = 0; batch < batches; batch += 1) {
    await traces.write(patchesOfBatch(writer, batch));
    scope.postMessage({ type: 'written', batch });
    const deleted = deletes ? deletedBatch(batch) : null;
    if (deleted === null) continue;
    scope.postMessage({ type: 'deleting', batch: deleted });
    await traces.deleteTraces([`${writer}-${deleted}-a`, `${writer}-${deleted}-b`]);
    scope.postMessage({ type: 'deleted', batch: deleted });
  }
  scope.postMessage({ type: 'done' });
}

/** A store that is never left alone waits long before it tidies up; here it has to happen while others write. */
async function compactAgainAndAgain(name: string): Promise<void> {
  const ignore = () => undefined;
  const connection = await connect({ name, factory: indexedDB, onLost: ignore, onFull: ignore });
  for (;;) {
    await compactLog(connection, () => false);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
