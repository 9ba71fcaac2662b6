/** Most cursors remembered: whoever walks pages is seldom one of more than these. */
const MOST = 1000;

/**
 * Where numbered pages begin. A store knows cursors alone; a client that walks page after page is given each by the
 * cursor that the page before ended with, so that a walk costs what it reads.
 */
export class PageCursors {
  readonly #cursors = new Map<string, string>();

  /** The cursor with which a page begins; `undefined` when nobody read the page before. */
  get(list: string, page: number): string | undefined {
    return this.#cursors.get(keyOf(list, page));
  }

  /** Remembers where a page begins. */
  set(list: string, page: number, cursor: string): void {
    const key = keyOf(list, page);
    this.#cursors.delete(key);
    this.#cursors.set(key, cursor);
    for (const oldest of this.#cursors.keys()) {
      if (this.#cursors.size <= MOST) break;
      this.#cursors.delete(oldest);
    }
  }
}

function keyOf(list: string, page: number): string {
  return `${page} ${list}`;
}
