import type { EpochMs, Milliseconds } from '@oriel/core';

/** What OpenTelemetry's protocol names as worth another try. */
const RETRYABLE: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const FIRST_WAIT: Milliseconds = 500;
const LONGEST_WAIT: Milliseconds = 5000;

/**
 * Sends until there is an answer for good, or the next try would come after the deadline: then it is the last answer.
 * Waits as long as the answer asks for, else a little longer each time, by chance so that many do not come at once.
 *
 * @throws what `send` throws for good; `TimeoutError` when the deadline ends a try.
 */
export async function sendUntil(
  deadline: EpochMs,
  send: (signal: AbortSignal) => Promise<Response>,
): Promise<Response> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    const tried = await tryOnce(deadline, send);
    const { response, error } = tried;
    if (response && !RETRYABLE.has(response.status)) return response;
    const asked = response ? retryAfter(response.headers.get('retry-after')) : null;
    const pause = asked ?? wait * (0.5 + Math.random() / 2);
    if (Date.now() + pause >= deadline) {
      if (response) return response;
      throw error;
    }
    await response?.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

type Tried =
  | { readonly response: Response; readonly error?: undefined }
  | { readonly response?: undefined; readonly error: TypeError };

/** One try; a `TypeError` is how `fetch` says that nobody was reached. */
async function tryOnce(deadline: EpochMs, send: (signal: AbortSignal) => Promise<Response>): Promise<Tried> {
  try {
    return { response: await send(AbortSignal.timeout(Math.max(0, deadline - Date.now()))) };
  } catch (error) {
    if (error instanceof TypeError) return { error };
    throw error;
  }
}

/** `Retry-After` in either of its forms; `null` without one that can be read. */
function retryAfter(header: string | null): Milliseconds | null {
  if (header === null) return null;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
