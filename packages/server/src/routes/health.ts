import type { Milliseconds } from '@oriel/core';
import type { Call, Route } from '../route.ts';
import { RETRY_AFTER_SECONDS } from '../http/refuse.ts';
import { VERSION } from '../version.ts';

/** A store that needs longer than this is not well, whatever it answers then. */
const PATIENCE: Milliseconds = 5000;

export const HEALTH_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/public/health', right: null, answer: health },
];

/** Whether the store can be asked, found out by asking it, and took what was last sent. */
async function health({ store, services }: Call): Promise<Response> {
  try {
    if (services.health.isAiling(services.now())) throw new Error('The last write failed.');
    const signal = AbortSignal.timeout(PATIENCE);
    await Promise.race([store.traces.listTraces({ limit: 1 }, { signal }), rejectOn(signal)]);
    return Response.json({ status: 'OK', version: VERSION });
  } catch {
    return Response.json(
      {
        status: 'UNAVAILABLE',
        version: VERSION,
        message: 'The store does not answer, or took nothing in lately. Ask again later.',
      },
      { status: 503, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } },
    );
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The store took too long.')), { once: true });
  });
}
