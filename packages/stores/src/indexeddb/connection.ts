import { StoreError } from '@oriel/core';
import { answerOf, committed } from './requests.ts';
import { migrate, SCHEMA_VERSION } from './schema.ts';
import type { ObjectStoreName } from './schema.ts';
import { storeFailure } from './store-failure.ts';

/** How long an old tab may take to let go of the database before opening gives up. */
const PATIENCE_MS = 3000;

/** Why a connection ended that nobody closed. */
export type ConnectionLoss =
  /** A page of a newer version opened the database, so this one let go of it. */
  | 'superseded'
  /** The browser took the database away: somebody cleared the site's data, or the disk failed. */
  | 'taken-away';

export interface ConnectionOptions {
  readonly name: string;
  readonly factory: IDBFactory | undefined;
  readonly onLost: (loss: ConnectionLoss) => void;
  /** Called when the browser had no room for a change that is not silent. */
  readonly onFull: () => void;
}

export interface Transacting {
  readonly stores: readonly ObjectStoreName[];
  /** What did not happen when it fails, as the first half of a sentence. */
  readonly failure: string;
  /** Whoever asks deals with a full disk, so `onFull` is not called. Default: it is. */
  readonly isSilent?: boolean | undefined;
}

/** One connection to the database. Every failure is a `StoreError`. */
export interface Connection {
  /** Answers from one moment of the stores. `work` may await the transaction's own requests and nothing else. */
  read<Answer>(what: Transacting, work: (transaction: IDBTransaction) => Promise<Answer>): Promise<Answer>;

  /**
   * As `read`, with changes: all of them or none, on the disk when it resolves. An error that `work` throws undoes them.
   *
   * @throws `storage-full` - the browser has no more room.
   */
  change<Answer>(what: Transacting, work: (transaction: IDBTransaction) => Promise<Answer>): Promise<Answer>;

  /** Why there is no connection any more; `null` while there is one. */
  readonly ended: () => StoreError | null;

  /** Transactions under way end as they would have. */
  close(): void;
}

/**
 * Opens the database, creates it, or brings it to today's schema.
 *
 * @throws `unsupported` - it was written by a newer version.
 * @throws `unavailable` - there is no IndexedDB here, or a tab of an older version does not let go of the database.
 */
export async function connect({ name, factory, onLost, onFull }: ConnectionOptions): Promise<Connection> {
  const database = await openDatabase(name, factory);
  let ended: (() => StoreError) | null = null;

  function endReason(): StoreError | null {
    return ended && ended();
  }

  function end(reason: () => StoreError): void {
    ended ??= reason;
    database.close();
  }

  database.addEventListener('versionchange', ({ newVersion }) => {
    if (newVersion === null) return onTakenAway();
    end(() => new StoreError('closed', `A newer version of this page took over "${name}". Reload to go on.`));
    onLost('superseded');
  });
  database.addEventListener('close', onTakenAway);

  function onTakenAway(): void {
    const what = `The database "${name}" was taken away, most likely because the site's data were cleared`;
    end(() => new StoreError('closed', `${what}. Reload to go on with what is left.`));
    onLost('taken-away');
  }

  async function transact<Answer>(
    { stores, failure, isSilent = false }: Transacting,
    mode: 'readonly' | 'readwrite',
    work: (transaction: IDBTransaction) => Promise<Answer>,
  ): Promise<Answer> {
    const before = endReason();
    if (before) throw before;
    let transaction: IDBTransaction | null = null;
    try {
      // What was acknowledged is to be there after a power cut, too; `relaxed` would leave it to the system when it is.
      // Batches that wait together share the wait for the disk, during which the worker parses the next.
      transaction = database.transaction([...stores], mode, { durability: 'strict' });
      const [answer] = await Promise.all([work(transaction), committed(transaction)]);
      return answer;
    } catch (error) {
      if (transaction !== null) giveUp(transaction);
      if (!(error instanceof DOMException)) throw error;
      if (error.name === 'QuotaExceededError' && !isSilent) onFull();
      throw endReason() ?? storeFailure(error, failure);
    }
  }

  return {
    read: (what, work) => transact(what, 'readonly', work),
    change: (what, work) => transact(what, 'readwrite', work),
    ended: endReason,
    close: () => end(() => new StoreError('closed', 'The store was closed. Open a new one to go on.')),
  };
}

function giveUp(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already, one way or the other.
  }
}

async function openDatabase(name: string, factory: IDBFactory | undefined): Promise<IDBDatabase> {
  if (factory === undefined) {
    throw new StoreError(
      'unavailable',
      'There is no IndexedDB here, so nothing can be kept. Use memoryStore.',
    );
  }
  const request = factory.open(name, SCHEMA_VERSION);
  request.addEventListener('upgradeneeded', ({ oldVersion }) => migrate(request.result, oldVersion));
  try {
    return await Promise.race([answerOf(request), stillBlocked(request, name)]);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'VersionError') {
      const what = `"${name}" was written by a newer version of this page`;
      throw new StoreError(
        'unsupported',
        `${what}, which this one cannot read. Reload to get the newer one.`,
        {
          cause: error,
        },
      );
    }
    throw storeFailure(error, `"${name}" could not be opened`);
  }
}

/** Rejects when tabs with an older schema keep the database for too long. */
function stillBlocked(request: IDBOpenDBRequest, name: string): Promise<never> {
  return new Promise((_, reject) => {
    request.addEventListener('blocked', () => {
      setTimeout(() => {
        if (request.readyState === 'done') return;
        // Whenever it opens after all, nobody waits for it any more.
        request.addEventListener('success', () => request.result.close());
        const what = `A tab with an older version of this page keeps "${name}" busy`;
        reject(new StoreError('unavailable', `${what}. Close or reload that tab, then reload this one.`));
      }, PATIENCE_MS);
    });
  });
}
