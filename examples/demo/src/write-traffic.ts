import type { TraceStore } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';

/** Writes a week of a company's traffic: about 300 traces, the same ones every time. */
export async function writeTraffic(traces: TraceStore): Promise<void> {
  for (const batch of generateTraffic({ days: 7, tracesPerDay: 43, customers: 90 })) {
    await traces.write(batch);
    // What the page asks in between is answered first.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
