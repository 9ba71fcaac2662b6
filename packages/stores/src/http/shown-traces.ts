import { isJsonObject } from '@oriel/core';
import type { JsonValue, TraceId } from '@oriel/core';

/** Beyond these the oldest are forgotten: no page shows more. */
const MAX_SHOWN = 100_000;

/** Traces whoever reads a store was shown, which may all have changed when it is not known which did. */
export class ShownTraces {
  readonly #ids = new Set<TraceId>();

  /** Takes in the answer of a call. */
  note(method: string, args: readonly unknown[], answer: JsonValue): void {
    if (answer === null) return;
    if (method === 'readTrace') this.#add(args[0]);
    if (method === 'readPayloads') this.#add((args[0] as { readonly traceId?: unknown }).traceId);
    if (method === 'resolveTraceId') this.#add(answer);
    if (!method.startsWith('list') || !isJsonObject(answer)) return;
    for (const item of answer['items'] as readonly JsonValue[]) {
      if (isJsonObject(item)) this.#add(method === 'listTraces' ? item['id'] : item['traceId']);
    }
  }

  ids(): readonly TraceId[] {
    return [...this.#ids];
  }

  #add(id: unknown): void {
    if (typeof id !== 'string') return;
    this.#ids.delete(id);
    this.#ids.add(id);
    if (this.#ids.size <= MAX_SHOWN) return;
    for (const oldest of this.#ids) {
      this.#ids.delete(oldest);
      return;
    }
  }
}
