import type { Patch } from '@oriel/core';
import type { TurnTaking } from './turns.ts';

/** A group has at most this many patches, unless its first batch alone has more. */
const MAX_GROUP = 20_000;

interface Waiting {
  readonly patches: readonly Patch[];
  /** Throws when its caller no longer wants it. */
  readonly check: () => void;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

interface Group {
  readonly waiting: Waiting[];
  count: number;
}

/**
 * Writes that wait for the same turn are made as one change, so that they share its costs: a durable log waits for the
 * disk once for all of them. Without somebody waiting, a batch is a group of its own.
 *
 *     write a ─▶ disk ────────▶ done
 *     write b       └─ waits ─┐
 *     write c         └─ waits ┴▶ disk (b and c) ──▶ both done
 */
export class WriteGroups {
  readonly #turns: TurnTaking;
  readonly #write: (patches: readonly Patch[]) => Promise<void>;
  /** The group that waits for its turn, as long as others may join it. */
  #open: Group | null = null;

  constructor(turns: TurnTaking, write: (patches: readonly Patch[]) => Promise<void>) {
    this.#turns = turns;
    this.#write = write;
  }

  /** Resolves when the batch is written; rejects with what is wrong with this batch, not with its neighbours. */
  add(patches: readonly Patch[], check: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const group = this.#groupFor(patches.length);
      group.waiting.push({ patches, check, resolve, reject });
      group.count += patches.length;
    });
  }

  /** Whatever is added from now on comes after the change that is asked for next. */
  endGroup(): void {
    this.#open = null;
  }

  #groupFor(count: number): Group {
    if (this.#open !== null && this.#open.count + count <= MAX_GROUP) return this.#open;
    const group: Group = { waiting: [], count: 0 };
    this.#open = group;
    void this.#run(group);
    return group;
  }

  async #run(group: Group): Promise<void> {
    let wanted: readonly Waiting[] = [];
    try {
      await this.#turns.take(async () => {
        if (this.#open === group) this.#open = null;
        wanted = group.waiting.filter(isWanted);
        if (wanted.length > 0) await this.#write(wanted.flatMap(({ patches }) => patches));
      });
      for (const { resolve } of wanted) resolve();
    } catch (reason) {
      this.#runAlone(wanted, reason);
    }
  }

  /** One of a group may be at fault, or the disk may have room for some: each is tried without the others. */
  #runAlone(wanted: readonly Waiting[], reason: unknown): void {
    const [only] = wanted;
    if (wanted.length === 1) only?.reject(reason);
    else {
      for (const { patches, resolve, reject } of wanted) {
        this.#turns.take(() => this.#write(patches)).then(resolve, reject);
      }
    }
  }
}

function isWanted({ check, reject }: Waiting): boolean {
  try {
    check();
    return true;
  } catch (reason) {
    reject(reason);
    return false;
  }
}
