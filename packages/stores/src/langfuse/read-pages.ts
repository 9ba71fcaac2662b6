import { isJsonObject } from '@oriel/core';
import type { EpochMs, JsonObject, JsonValue } from '@oriel/core';
import type { Ask, Requests } from './requests.ts';
import { before } from './server-condition.ts';
import type { ServerCondition } from './server-condition.ts';
import type { ReadCall } from './server-reads.ts';

/** Most items that one page of the numbered lists may have. */
export const NUMBERED_LIMIT = 100;

export interface ServerPage {
  readonly data: readonly JsonValue[];
  readonly meta: JsonObject;
}

/** Sends a request for a page, and takes it off what the call may still read. */
export async function readPage(
  requests: Requests,
  { signal, budget }: ReadCall,
  ask: Ask<unknown>,
): Promise<ServerPage> {
  const answer = (await requests.send(ask, signal)) as JsonValue;
  const { data, meta } = isJsonObject(answer) ? answer : {};
  const items = Array.isArray(data) ? (data as readonly JsonValue[]) : [];
  budget.spend(items.length);
  return { data: items, meta: isJsonObject(meta) ? meta : {} };
}

/** All items of a numbered list. */
export async function readNumbered(
  read: (page: number) => Promise<ServerPage>,
): Promise<readonly JsonValue[]> {
  const first = await read(1);
  const count = Number(first.meta['totalPages'] ?? 1);
  const others = Array.from({ length: Math.max(0, count - 1) }, (_, index) => read(index + 2));
  return [first, ...(await Promise.all(others))].flatMap(({ data }) => data);
}

/** All items of a list that goes on where a cursor says. */
export async function readByCursor(
  read: (cursor: string | undefined) => Promise<ServerPage>,
): Promise<readonly JsonValue[]> {
  const items: JsonValue[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.data);
    cursor = cursorOf(page);
  } while (cursor !== undefined);
  return items;
}

export function cursorOf({ meta }: ServerPage): string | undefined {
  const cursor = meta['cursor'];
  return typeof cursor === 'string' && cursor !== '' ? cursor : undefined;
}

/** A page of a numbered list, newest first, and the time that everything behind it is before. */
export interface TimedPage {
  readonly data: readonly JsonValue[];
  readonly before: EpochMs | null;
}

/**
 * Walks a numbered list from its newest item by time instead of by number: numbers move while others write, so that
 * items would come twice, or never.
 *
 * @param column - the time it is ordered by.
 */
export async function* walkBack(
  column: string,
  { from, limit }: { readonly from: EpochMs | null; readonly limit: number },
  read: (page: number, limit: number, conditions: readonly ServerCondition[]) => Promise<ServerPage>,
): AsyncGenerator<TimedPage, void> {
  let bound = from;
  let page = 1;
  // Pages grow: who wants few gets few, who wants all asks seldom.
  for (let size = limit; ; size = NUMBERED_LIMIT) {
    const { data } = await read(page, size, bound === null ? [] : [before(column, bound)]);
    const last = lastTime(data, column);
    if (data.length < size || last === null) return yield { data, before: null };
    // Times are cut to milliseconds: more of the last one may follow.
    const next = last + 1;
    yield { data, before: next };
    // More of one moment than a page holds: on by number, within that moment. Sizes must not change then.
    page = next === bound && size === NUMBERED_LIMIT ? page + 1 : 1;
    bound = next;
  }
}

/** The time of the last item; `null` without one. */
export function lastTime(data: readonly JsonValue[], column: string): EpochMs | null {
  const last = data.at(-1);
  const text = isJsonObject(last) ? last[column] : undefined;
  const time = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
