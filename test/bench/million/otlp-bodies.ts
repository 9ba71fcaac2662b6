import type { ObservationPatch, Patch, TracePatch } from '@oriel/core';

type Attribute = { readonly key: string; readonly value: { readonly stringValue: string } };

/** What traffic says, as Langfuse's SDK for JavaScript exports it: one OTLP request in JSON. Scores are left out. */
export function otlpBody(patches: readonly Patch[]): Uint8Array {
  const traces = new Map<string, TracePatch>();
  for (const patch of patches) if (patch.kind === 'trace') traces.set(patch.id, patch);
  const spans = patches
    .filter((patch) => patch.kind === 'observation')
    .map((patch) => span(patch, traces.get(patch.traceId)));
  const request = {
    resourceSpans: [
      {
        resource: { attributes: [attribute('service.name', 'shop')] },
        scopeSpans: [{ scope: { name: 'langfuse-sdk', version: '5.0.0' }, spans }],
      },
    ],
  };
  return new TextEncoder().encode(JSON.stringify(request));
}

function span(patch: ObservationPatch, trace: TracePatch | undefined) {
  const { id, traceId, parentId, name, startTime, endTime } = patch;
  return {
    traceId,
    spanId: id,
    ...(typeof parentId === 'string' && { parentSpanId: parentId }),
    name: name ?? 'span',
    startTimeUnixNano: nanos(startTime ?? patch.at),
    endTimeUnixNano: nanos(endTime ?? startTime ?? patch.at),
    attributes: [
      attribute('langfuse.observation.type', (patch.type ?? 'SPAN').toLowerCase()),
      attribute('langfuse.observation.level', patch.level),
      attribute('langfuse.observation.model.name', patch.model),
      attribute('langfuse.observation.usage_details', patch.usage),
      attribute('langfuse.observation.cost_details', patch.cost),
      attribute('langfuse.observation.input', patch.input),
      attribute('langfuse.observation.output', patch.output),
      attribute('langfuse.environment', patch.environment),
      ...(trace ? traceAttributes(trace) : []),
    ].filter((entry) => entry !== null),
    status: { code: patch.level === 'ERROR' ? 2 : 0 },
  };
}

function traceAttributes({ name, userId, sessionId, metadata }: TracePatch) {
  const entries = Object.entries(metadata ?? {});
  return [
    attribute('langfuse.trace.name', name),
    attribute('user.id', userId),
    attribute('session.id', sessionId),
    ...entries.map(([key, value]) => attribute(`langfuse.trace.metadata.${key}`, value)),
  ];
}

function attribute(key: string, value: unknown): Attribute | null {
  if (value === null || value === undefined) return null;
  return { key, value: { stringValue: typeof value === 'string' ? value : JSON.stringify(value) } };
}

function nanos(ms: number): string {
  return String(BigInt(Math.round(ms)) * 1_000_000n);
}
