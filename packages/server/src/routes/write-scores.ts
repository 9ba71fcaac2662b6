import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { readBatchEvents } from '@oriel/ingest';
import { checkScoreConfigs } from '../documents/check-score-config.ts';
import { readJson } from '../http/read-json.ts';
import { Refusal } from '../http/refusal.ts';
import type { Call, Route } from '../route.ts';

export const WRITE_SCORE_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/api/public/scores', right: 'score', answer: writeScores },
  { method: 'DELETE', path: '/api/public/scores/:id', right: 'manage', answer: deleteScore },
];

/** One score, or a list of them: all are checked before any is kept. */
async function writeScores({ request, access, services }: Call): Promise<Response> {
  const body = await readJson(request, services.limits);
  const scores: readonly JsonValue[] = Array.isArray(body) ? (body as readonly JsonValue[]) : [body];
  const timestamp = new Date(services.now()).toISOString();
  const batch = scores.map((score) => scoreEvent(score, timestamp));
  const events = await checkScoreConfigs(readBatchEvents({ batch }), { access, request, services });
  const problems = events.flatMap(({ problem }) => (problem === null ? [] : [problem]));
  if (problems.length > 0) throw new Refusal(400, problems.join('\n'));
  const patches = events.flatMap(({ patch }) => (patch === null ? [] : [patch]));
  await services.pipeline.process({ patches, media: [], rejected: [], ignored: null });
  const ids = patches.map(({ id }) => ({ id }));
  return Response.json(Array.isArray(body) ? ids : ids[0]);
}

/** A score is an event like any other; without an id it gets one. */
function scoreEvent(score: JsonValue, timestamp: string): JsonObject {
  const body = isJsonObject(score) ? score : {};
  const id = typeof body['id'] === 'string' ? body['id'] : crypto.randomUUID();
  const time = typeof body['timestamp'] === 'string' ? body['timestamp'] : timestamp;
  return { id, type: 'score-create', timestamp: time, body: { ...body, id } };
}

function deleteScore(): Response {
  throw new Refusal(
    501,
    'Stores forget whole traces only, so the score was not deleted. Delete its trace, or write the score again.',
  );
}
