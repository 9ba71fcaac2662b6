import type { JsonObject, Session, Trace } from '@oriel/core';
import { MAX_PAGE_SIZE } from '@oriel/core';
import { QueryReader } from '../http/query-reader.ts';
import { Refusal } from '../http/refusal.ts';
import { FilterParts } from '../langfuse/filter-parts.ts';
import { isoTime } from '../langfuse/iso-time.ts';
import { readNumberedPage, readPageNumber } from '../langfuse/numbered-page.ts';
import { bareTraceJson } from '../langfuse/trace-json.ts';
import type { Call, Route } from '../route.ts';

export const SESSION_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/public/sessions', right: 'read', answer: listSessions },
  { method: 'GET', path: '/api/public/sessions/:id{.+}', right: 'read', answer: getSession },
];

async function listSessions(call: Call): Promise<Response> {
  const { store, url, request, services } = call;
  const query = new QueryReader(url);
  const filter = new FilterParts()
    .between('startTime', query.time('fromTimestamp'), query.time('toTimestamp'))
    .anyOf('environment', query.texts('environment'))
    .all();
  const { items, meta } = await readNumberedPage(
    call,
    'sessions',
    readPageNumber(query),
    { filter },
    (page) => store.traces.listSessions(page, { signal: request.signal }),
  );
  return Response.json({ data: items.map((session) => sessionJson(session, services.project.id)), meta });
}

/** With all its traces, however many these are. */
async function getSession({ param, store, request: { signal }, services }: Call): Promise<Response> {
  const id = param('id');
  const filter = new FilterParts().equals('id', id).all();
  const { items } = await store.traces.listSessions({ filter, limit: 1 }, { signal });
  const [session] = items;
  if (!session) throw new Refusal(404, 'There is no such session. None of its traces may have arrived yet.');
  const traces: Trace[] = [];
  let cursor: string | undefined;
  do {
    const ofSession = new FilterParts().equals('sessionId', id).all();
    const page = await store.traces.listTraces(
      { filter: ofSession, cursor, limit: MAX_PAGE_SIZE },
      { signal },
    );
    traces.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  const { id: projectId } = services.project;
  return Response.json({
    ...sessionJson(session, projectId),
    traces: traces.map((trace) => bareTraceJson(trace, projectId)),
  });
}

function sessionJson({ id, startTime, environment }: Session, projectId: string): JsonObject {
  return { id, createdAt: isoTime(startTime), projectId, environment };
}
