import { parseBatchEvents } from '@oriel/ingest';
import type { BatchEvent, RejectedItem } from '@oriel/ingest';
import type { Access } from '../auth/access.ts';
import { readBody } from '../http/read-body.ts';
import { Refusal } from '../http/refusal.ts';
import type { Call, Route } from '../route.ts';

export const INGESTION_ROUTES: readonly Route[] = [
  // Who may write nothing but scores sends them here, too; every event is checked on its own.
  { method: 'POST', path: '/api/public/ingestion', right: 'score', answer: ingest },
];

interface EventError {
  readonly id: string;
  readonly status: 400 | 401;
  readonly message: string;
  readonly error: string;
}

/**
 * A batch of the Langfuse protocol: 207 with what became of every event.
 *
 * Clients send the whole batch again when `errors` is not empty, which costs nothing: writing twice makes the same
 * records. What no try can make better would come again and again, though, so the reason says so.
 */
async function ingest({ request, access, services }: Call): Promise<Response> {
  const { limits, pipeline } = services;
  const body = await readBody(request, limits.maxBodyBytes);
  const contentEncoding = request.headers.get('content-encoding');
  const parsed = await parseBatchEvents({ body, contentEncoding }, { maxBytes: limits.maxUnpackedBytes });
  if ('problem' in parsed) throw new Refusal(parsed.isTooLarge ? 413 : 400, parsed.problem);
  const denied = parsed.events.filter((event) => !mayWrite(event, access));
  const allowed = parsed.events.filter((event) => mayWrite(event, access));
  const bad = allowed.filter((event) => event.problem !== null);
  const { rejected } = await pipeline.process({
    patches: allowed.flatMap(({ patch }) => (patch === null ? [] : [patch])),
    media: [],
    rejected: bad.map(({ where, problem }): RejectedItem => ({ where, reason: problem ?? '' })),
    ignored: null,
  });
  const errors = [
    // The report repeats what was rejected in its order, masked: a reason may quote what was sent.
    ...bad.map((event, index) => invalid(event, rejected[index]?.reason ?? '')),
    ...denied.map(outOfReach),
  ];
  const successes = allowed
    .filter(({ patch }) => patch !== null)
    .map((event) => ({ id: idOf(event), status: 201 }));
  return Response.json({ successes, errors }, { status: 207 });
}

function mayWrite({ patch, problem }: BatchEvent, { rights }: Access): boolean {
  return rights.has('ingest') || problem !== null || patch === null || patch.kind === 'score';
}

function invalid(event: BatchEvent, reason: string): EventError {
  return { id: idOf(event), status: 400, message: 'Invalid request data', error: reason };
}

function outOfReach(event: BatchEvent): EventError {
  return {
    id: idOf(event),
    status: 401,
    message: 'Authentication error',
    error: 'Access Scope Denied: this key writes scores and nothing else. Use both keys.',
  };
}

function idOf({ id }: BatchEvent): string {
  return id ?? 'unknown';
}
