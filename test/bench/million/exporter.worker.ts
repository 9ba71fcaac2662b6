// Makes OTLP requests ahead of the clock: a portion of bodies for each message, none when all traffic is sent.
import { generateTraffic } from '@oriel/core/testing';
import { otlpBody } from './otlp-bodies.ts';
import type { Portion, PortionOrder } from './worker-messages.ts';

/** Patches in a request, as a batching exporter under load sends them. */
const REQUEST = 500;

let traffic: ReturnType<typeof generateTraffic> | null = null;

addEventListener('message', ({ data }: MessageEvent<PortionOrder>) => {
  traffic ??= generateTraffic({ seed: 7, days: data.days, tracesPerDay: 500, batchSize: REQUEST });
  const bodies: Uint8Array[] = [];
  let observations = 0;
  while (observations < data.observations) {
    const { value, done } = traffic.next();
    if (done === true) break;
    bodies.push(otlpBody(value));
    observations += value.filter(({ kind }) => kind === 'observation').length;
  }
  const portion: Portion = { bodies, observations, parseMs: timeParsing(bodies) };
  postMessage(portion, { transfer: bodies.map(({ buffer }) => buffer) });
});

/** The bare limit: what the engine's own parser takes for the same bytes. */
function timeParsing(bodies: readonly Uint8Array[]): number {
  const decoder = new TextDecoder();
  const started = performance.now();
  for (const body of bodies) JSON.parse(decoder.decode(body));
  return performance.now() - started;
}
