import type { TraceId } from '../model/ids.ts';
import type { Filter } from '../query/filter.ts';
import { MAX_PAGE_SIZE } from '../query/page.ts';
import type { CallOptions } from './call-options.ts';
import type { TraceStore } from './trace-store.ts';

/** More than a page shows at once; who looks at more of them reads a deleted one again, and finds that it is gone. */
const MAX_SHOWN = 10_000;

/** Which traces a scope lets its callers see, and which they have seen. */
export class VisibleTraces {
  readonly #store: TraceStore;
  readonly #scope: Filter;
  /** The last ones they were shown, so that they can be told when one is deleted and no longer asked about. */
  readonly #shown = new Set<TraceId>();

  constructor(store: TraceStore, scope: Filter) {
    this.#store = store;
    this.#scope = scope;
  }

  async has(traceId: TraceId, options?: CallOptions): Promise<boolean> {
    return (await this.among([traceId], options)).length > 0;
  }

  /** Those of the traces that are in scope now, in their order. */
  async among(traceIds: readonly TraceId[], options?: CallOptions): Promise<readonly TraceId[]> {
    const found = new Set<TraceId>();
    for (let start = 0; start < traceIds.length; start += MAX_PAGE_SIZE) {
      const filter = isOneOf(traceIds.slice(start, start + MAX_PAGE_SIZE));
      const query = { filter, traces: this.#scope, limit: MAX_PAGE_SIZE };
      const { items } = await this.#store.listTraces(query, options);
      for (const { id } of items) found.add(id);
    }
    const visible = traceIds.filter((id) => found.has(id));
    this.note(visible);
    return visible;
  }

  /** They were shown these. */
  note(traceIds: readonly TraceId[]): void {
    for (const id of traceIds) {
      this.#shown.delete(id);
      this.#shown.add(id);
    }
    for (const id of this.#shown) {
      if (this.#shown.size <= MAX_SHOWN) return;
      this.#shown.delete(id);
    }
  }

  /** These are no more. Returns those that had been shown. */
  forget(traceIds: readonly TraceId[]): readonly TraceId[] {
    return traceIds.filter((id) => this.#shown.delete(id));
  }
}

function isOneOf(ids: readonly TraceId[]): Filter {
  const [id] = ids;
  return ids.length === 1 && id !== undefined
    ? { field: 'id', op: '=', value: id }
    : { field: 'id', op: 'any-of', value: ids };
}
