import { OBSERVATION_LEVELS } from '@oriel/core';
import type { ObservationPatch, PromptLink, TraceId } from '@oriel/core';
import { graphTaskOf } from '../langgraph/graph-task.ts';
import { levelUnlessInterrupted } from '../langgraph/interruption.ts';
import { toolsOfInput } from '../tools/tool-definitions.ts';
import { normalizeCost } from '../usage/normalize-cost.ts';
import { normalizeUsage } from '../usage/normalize-usage.ts';
import { usageProvenance } from '../usage/usage-provenance.ts';
import { bodyEnvironment } from './body-environment.ts';
import { bodyMetadata } from './body-metadata.ts';
import type { Envelope } from './envelope.ts';
import type { EventType } from './event-types.ts';
import { FieldReader } from './field-reader.ts';

type ObservationEventType = Extract<EventType, { record: 'observation' }>;

const LEGACY_TYPES = ['GENERATION', 'SPAN', 'EVENT'] as const;

/**
 * The patch of an event about an observation, or what is wrong with it.
 *
 * @param knownTraceId - the trace that another event puts this observation into, for updates that name none.
 */
export function observationEventPatch(
  { at, body }: Envelope,
  event: ObservationEventType,
  knownTraceId: TraceId | undefined,
): ObservationPatch | { readonly problem: string } {
  const fields = new FieldReader(body, 'body.');
  const id = fields.id('id') ?? fields.refuse('id', 'the id of the observation') ?? '';
  const type =
    event.type ??
    fields.oneOf('type', LEGACY_TYPES) ??
    fields.refuse('type', `one of ${LEGACY_TYPES.join(', ')}`);
  const statusMessage = fields.text('statusMessage');
  const input = fields.value('input');
  const metadata = bodyMetadata(fields.value('metadata'));
  const patch: ObservationPatch = {
    kind: 'observation',
    at,
    mode: event.mode,
    id,
    // The historical rule for observations that belong to no trace: they make one of their own (reference 2.3.12).
    traceId: fields.id('traceId') ?? knownTraceId ?? id,
    parentId: fields.id('parentObservationId'),
    type,
    name: fields.text('name'),
    startTime: fields.time('startTime'),
    ...levelUnlessInterrupted(fields.oneOf('level', OBSERVATION_LEVELS), statusMessage),
    statusMessage,
    environment: bodyEnvironment(fields.value('environment')),
    version: fields.text('version'),
    graph: graphTaskOf(metadata),
    input,
    output: fields.value('output'),
    tools: toolsOfInput(input),
    provenance: { convention: 'langfuse' },
    metadata,
    ...(event.body === 'event' ? undefined : { endTime: fields.time('endTime') }),
    ...(event.body === 'generation' ? generationFields(fields) : undefined),
  };
  return fields.problem === null ? patch : { problem: fields.problem };
}

function generationFields(fields: FieldReader) {
  const usage = fields.object('usage');
  const normalized = normalizeUsage({ usage, usageDetails: fields.object('usageDetails') });
  return {
    completionStartTime: fields.time('completionStartTime'),
    model: fields.text('model'),
    modelParameters: fields.object('modelParameters'),
    usage: normalized?.usage,
    cost: normalizeCost({ usage, costDetails: fields.object('costDetails') }),
    prompt: promptLink(fields),
    provenance: { convention: 'langfuse', ...usageProvenance(normalized) },
  };
}

/** A prompt is linked by name and version together; one of them alone names nothing. */
function promptLink(fields: FieldReader): PromptLink | undefined {
  const name = fields.text('promptName') ?? undefined;
  const version = fields.integer('promptVersion');
  if (name !== undefined && version !== undefined) return { name, version };
  if (name !== undefined) return fields.refuse('promptVersion', 'the version that goes with `promptName`');
  if (version !== undefined) return fields.refuse('promptName', 'the name that goes with `promptVersion`');
  return undefined;
}
