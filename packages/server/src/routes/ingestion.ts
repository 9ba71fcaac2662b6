import { parseBatchEvents } from '@oriel/ingest';
import type { BatchEvent, RejectedItem } from '@oriel/ingest';
import type { Access } from '../auth/access.ts';
import { checkScoreConfigs } from '../documents/check-score-config.ts';
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
 * A client that sends a whole batch again, three times, when a 207 has errors. No try makes a bad event better, and
 * the good ones are kept already: it gets the same answer as a 200, which it takes for what it is.
 */
const RESENDS_ALL = 'langfuse-js';

/** A batch of the Langfuse protocol: 207 with what became of every event. */
async function ingest({ request, access, services, report }: Call): Promise<Response> {
  const { limits, pipeline } = services;
  const body = await readBody(request, limits.maxBodyBytes);
  const contentEncoding = request.headers.get('content-encoding');
  const parsed = await parseBatchEvents({ body, contentEncoding }, { maxBytes: limits.maxUnpackedBytes });
  if ('problem' in parsed) throw new Refusal(parsed.isTooLarge ? 413 : 400, parsed.problem);
  const denied = parsed.events.filter((event) => !mayWrite(event, access));
  const writable = parsed.events.filter((event) => mayWrite(event, access));
  const allowed = await checkScoreConfigs(writable, { access, request, services });
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
  for (const { id, error } of errors) {
    report({ where: id, reason: error });
  }
  const isResent = errors.length > 0 && request.headers.get('x-langfuse-sdk-name') === RESENDS_ALL;
  return Response.json({ successes, errors }, { status: isResent ? 200 : 207 });
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
