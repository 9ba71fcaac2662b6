/** Who lets changes happen one at a time. */
export interface TurnTaking {
  take<Answer>(change: () => Promise<Answer>): Promise<Answer>;
  /** Resolves when everything asked for so far is done. */
  settled(): Promise<void>;
}

/** One change at a time, in the order they were asked for; a failed one does not hold up the next. */
export class Turns implements TurnTaking {
  #last: Promise<unknown> = Promise.resolve();

  take<Answer>(change: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#last.then(change);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async settled(): Promise<void> {
    await this.#last;
  }
}
