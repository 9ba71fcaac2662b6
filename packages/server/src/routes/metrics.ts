import { QueryReader } from '../http/query-reader.ts';
import { metricsRows } from '../langfuse/metrics-rows.ts';
import { readMetricsQuery } from '../langfuse/read-metrics-query.ts';
import type { Call, Route } from '../route.ts';

/** Both versions ask in the same words; the second left a view out. */
export const METRICS_ROUTES: readonly Route[] = ['/api/public/metrics', '/api/public/v2/metrics'].map(
  (path): Route => ({ method: 'GET', path, right: 'read', answer: answerMetrics }),
);

async function answerMetrics({ store, url, request }: Call): Promise<Response> {
  const question = readMetricsQuery(new QueryReader(url).json('query'));
  const answer = await store.traces.aggregate(question.query, { signal: request.signal });
  return Response.json({ data: metricsRows(answer, question) });
}
