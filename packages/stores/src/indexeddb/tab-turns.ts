import { Turns } from '../engine/turns.ts';
import type { TurnTaking } from '../engine/turns.ts';
import { LogMoved } from './indexeddb-log.ts';

export interface TabTurnsOptions {
  /** Name of the lock that writers of all tabs wait for. */
  readonly lockName: string;
  /** Folds in what other tabs wrote. */
  readonly follow: () => Promise<void>;
  /** Called after each change of this tab. */
  readonly onChanged: () => void;
}

/**
 * Turns of one tab, of which those that change the log take turns with the other tabs.
 *
 * That no two tabs write over each other is ensured by the transaction of each write, which fails with `LogMoved` where
 * another tab came first; the lock only makes that rare, so nothing breaks where there are no locks (pages without
 * https). A tab that dies lets go of it.
 */
export class TabTurns implements TurnTaking {
  readonly #own = new Turns();
  readonly #options: TabTurnsOptions;

  constructor(options: TabTurnsOptions) {
    this.#options = options;
  }

  take<Answer>(change: () => Promise<Answer>): Promise<Answer> {
    return this.#own.take(() => this.#withLock(() => this.#change(change)));
  }

  /** For what changes only this tab's own memory. */
  takeAlone<Answer>(change: () => Promise<Answer>): Promise<Answer> {
    return this.#own.take(change);
  }

  settled(): Promise<void> {
    return this.#own.settled();
  }

  async #change<Answer>(change: () => Promise<Answer>): Promise<Answer> {
    const { follow, onChanged } = this.#options;
    for (;;) {
      try {
        const answer = await change();
        onChanged();
        return answer;
      } catch (error) {
        if (!(error instanceof LogMoved)) throw error;
        await follow();
      }
    }
  }

  #withLock<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (!('locks' in navigator)) return work();
    return navigator.locks.request(this.#options.lockName, work) as Promise<Answer>;
  }
}
