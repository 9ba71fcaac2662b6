import type { IngestReport } from '@oriel/ingest';
import { readBody } from '../http/read-body.ts';
import { Refusal } from '../http/refusal.ts';
import type { Call, Route } from '../route.ts';
import { exportRefusal, exportResponse } from './otlp-answer.ts';
import type { RejectedMember } from './otlp-answer.ts';

/** OpenTelemetry's own paths, and Langfuse's for its SDKs. */
const BASES = ['/v1', '/api/public/otel/v1'];

const SIGNALS: Readonly<Record<string, RejectedMember>> = {
  traces: 'rejectedSpans',
  logs: 'rejectedLogRecords',
  // Taken and passed over, so that an SDK that sends all three signals has no errors to report.
  metrics: 'rejectedDataPoints',
};

export const OTLP_ROUTES: readonly Route[] = BASES.flatMap((base) =>
  Object.entries(SIGNALS).map(([signal, member]): Route => ({
    method: 'POST',
    path: `${base}/${signal}`,
    right: 'ingest',
    answer: (call) => takeExport(call, member),
    refuse: exportRefusal,
  })),
);

/** Keeps what is good of an export and says what was not. */
async function takeExport(
  { request, url, services, report: tell }: Call,
  member: RejectedMember,
): Promise<Response> {
  const { limits, pipeline } = services;
  const report = await pipeline.ingest({
    body: await readBody(request, limits.maxBodyBytes),
    contentType: request.headers.get('content-type'),
    contentEncoding: request.headers.get('content-encoding'),
    method: 'POST',
    path: url.pathname,
  });
  refuseUnreadable(report);
  const { rejected } = report;
  rejected.forEach(tell);
  const message = rejected.map(({ where, reason }) => `${where}: ${reason}`).join('\n');
  return exportResponse(request, { rejected: rejected.length, message: message.slice(0, 4000) }, member);
}

/** @throws Refusal - nothing of the body could be read. */
function refuseUnreadable({ rejected, counts }: IngestReport): void {
  const [first] = rejected;
  if (first?.where !== 'body' || counts.observations > 0 || counts.traces > 0) return;
  throw new Refusal(first.code === 'too-large' ? 413 : 400, first.reason);
}
