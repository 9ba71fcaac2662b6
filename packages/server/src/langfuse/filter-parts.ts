import type { Comparison, EpochMs, Filter } from '@oriel/core';

/** A filter made of parameters that may be absent: absent ones ask for nothing. */
export class FilterParts {
  readonly #parts: Filter[] = [];

  /** The field has the value. */
  equals(field: string, value: string | number | boolean | undefined): this {
    if (value !== undefined) this.#parts.push({ field, op: '=', value });
    return this;
  }

  /** The field has one of the values; of none, anything goes. */
  anyOf(field: string, values: readonly string[]): this {
    return this.#list(field, 'any-of', values);
  }

  /** The field has all of the values. */
  allOf(field: string, values: readonly string[]): this {
    return this.#list(field, 'all-of', values);
  }

  /** From a moment on and before another. */
  between(field: string, from: EpochMs | undefined, to: EpochMs | undefined): this {
    if (from !== undefined) this.#parts.push({ field, op: '>=', value: from });
    if (to !== undefined) this.#parts.push({ field, op: '<', value: to });
    return this;
  }

  add(filter: Filter | undefined): this {
    if (filter !== undefined) this.#parts.push(filter);
    return this;
  }

  /** What was asked for; `undefined` when nothing was. */
  all(): Filter | undefined {
    return this.#parts.length === 0 ? undefined : { and: this.#parts };
  }

  #list(field: string, op: Extract<Comparison['op'], 'any-of' | 'all-of'>, value: readonly string[]): this {
    if (value.length > 0) this.#parts.push({ field, op, value });
    return this;
  }
}
