import { DEFAULT_ORDER_FIELD, DEFAULT_PAGE_SIZE } from '@oriel/core';
import type { EpochMs, Page, PageQuery, RecordQuery, View, ViewItems } from '@oriel/core';
import { decodePlace, encodePlace } from './list-cursor.ts';
import { queryNeeds } from './query-needs.ts';
import type { QueryNeeds } from './query-needs.ts';
import { serverConditions } from './server-conditions.ts';
import type { FeedName, FeedPage, ReadCall, ServerReads } from './server-reads.ts';
import { Window } from './window.ts';

/** A question about one view, and what has to be known to answer it. */
export interface Question {
  readonly view: View;
  readonly query: RecordQuery;
  readonly needs: QueryNeeds;
}

/** What users and sessions are made of, is traces. */
const FEED: Readonly<Record<View, FeedName>> = {
  traces: 'traces',
  sessions: 'traces',
  users: 'traces',
  observations: 'observations',
  scores: 'scores',
};

const LARGEST = 1000;

/** Everything on the server that a question may be about. */
export async function readAll(reads: ServerReads, question: Question, call: ReadCall): Promise<Window> {
  const window = new Window();
  for await (const page of feedOf(reads, question, call, null, LARGEST)) {
    await addPage(window, page, reads, question, call);
  }
  if (question.view === 'sessions' && question.needs.scores) {
    await window.add(await reads.loadSessionScores(window.sessionIds(), call));
  }
  return window;
}

/** A list that is ordered as the server's own is: from the newest on, so the rest need not be known. */
export function isNewestFirst(view: View, { order }: PageQuery): boolean {
  if (view === 'sessions' || view === 'users') return false;
  if (order === undefined) return true;
  return order.field === DEFAULT_ORDER_FIELD[view] && order.direction === 'desc';
}

/**
 * A page of such a list. The server orders traces by their own timestamp, which observations may precede: a page is
 * whole when all of it is later than anything that is still to come.
 *
 * ```
 *   timestamp of the last trace read ──┐
 *                                      ▼
 *   read       ●  ●   ●    ○   ●       ┊
 *   not read                      ┊ ▪  ┊ ▪    whatever it starts at, it is left of its own timestamp
 *              └─── the page ───┘
 *                  ○ starts earlier than its timestamp: it may come after one that was not read
 * ```
 */
export async function listNewest<V extends View>(
  reads: ServerReads,
  view: V,
  query: PageQuery,
  call: ReadCall,
  list: (window: Window, query: PageQuery) => Promise<Page<ViewItems[V]>>,
): Promise<Page<ViewItems[V]>> {
  const { limit = DEFAULT_PAGE_SIZE } = query;
  const place = query.cursor === undefined ? null : decodePlace(view, query, query.cursor);
  const question = { view, query, needs: queryNeeds(view, query) };
  const asked = { ...query, cursor: place?.cursor };
  const window = new Window();
  for await (const page of feedOf(reads, question, call, place?.before ?? null, limit + 1)) {
    await addPage(window, page, reads, question, call);
    if (page.before === null) break;
    const found = await list(window, asked);
    const last = found.items.at(-1);
    if (found.nextCursor === null || !last || timeOf(last) < page.before) continue;
    return withPlace(view, found, window, query, page.before);
  }
  const found = await list(window, asked);
  return withPlace(view, found, window, query, -Infinity);
}

async function withPlace<V extends View>(
  view: V,
  { items, nextCursor }: Page<ViewItems[V]>,
  window: Window,
  query: PageQuery,
  unread: EpochMs,
): Promise<Page<ViewItems[V]>> {
  const last = items.at(-1);
  if (nextCursor === null || !last) return { items, nextCursor: null };
  // What was read and is not on the page yet is to be read again, at its own place in the server's order.
  const left = view === 'traces' ? await window.latestTimestamp({ ...query, cursor: nextCursor }) : -Infinity;
  const before = Math.max(unread, Math.floor(Math.max(left, timeOf(last))) + 1);
  return { items, nextCursor: encodePlace({ cursor: nextCursor, before }) };
}

function timeOf(item: ViewItems[View]): EpochMs {
  if ('timestamp' in item && !('startTime' in item)) return item.timestamp;
  return 'startTime' in item ? item.startTime : item.lastSeen;
}

function feedOf(
  reads: ServerReads,
  { view, query, needs }: Question,
  call: ReadCall,
  before: EpochMs | null,
  pageSize: number,
): AsyncGenerator<FeedPage, void> {
  const conditions = serverConditions(view, query, reads.columns);
  return reads.feeds[FEED[view]]({ ...call, conditions, before, pageSize, needs });
}

async function addPage(
  window: Window,
  { patches }: FeedPage,
  reads: ServerReads,
  { view, needs }: Question,
  call: ReadCall,
): Promise<void> {
  const fresh = await window.add(patches);
  const isEnough = !needs.traces && (!needs.scores || view === 'scores');
  if (isEnough || fresh.length === 0) return;
  const hasRecords = FEED[view] === 'traces';
  await window.add(await reads.load(fresh, { ...call, needs, hasRecords }));
}
