import type { EpochMs, JsonValue, ObservationPatch, ObservationType } from '@oriel/core';
import { toolsOfInput } from '../tools/tool-definitions.ts';
import { instructionMessage } from './conventions/gen-ai-messages.ts';
import { readFirst } from './conventions/vocabulary.ts';
import { spanOutcome } from './span-level.ts';
import { spanMeasures } from './span-measures.ts';
import { spanMetadata } from './span-metadata.ts';
import type { SpanReading } from './span-reading.ts';
import { firstConvention } from './spoken-vocabularies.ts';

/** The observation that a span describes. */
export function observationPatch(reading: SpanReading): ObservationPatch {
  const { span, group, precedence, at, environment } = reading;
  const { type, convention } = spanType(reading);
  const { level, statusMessage, isInterrupted } = spanOutcome(reading);
  const { input, output, uses } = readPayload(reading);
  const { model, usage, cost, provenance } = spanMeasures(reading);
  return {
    kind: 'observation',
    at,
    id: span.spanId,
    traceId: span.traceId,
    parentId: span.parentSpanId,
    type,
    name: spanName(reading),
    startTime: span.startTime ?? at,
    // An event is a point in time, sent as a span whose two ends are one.
    endTime: type === 'EVENT' ? undefined : (span.endTime ?? undefined),
    completionStartTime: completionStartTime(reading),
    level,
    statusMessage,
    isInterrupted,
    model,
    modelParameters: readFirst(precedence.modelParameters, span, group),
    usage,
    cost,
    // Named here so that pricing finds a place for it: the engine is slow to add a member to a copy.
    computedCost: undefined,
    prompt: type === 'GENERATION' ? readFirst(precedence.prompt, span, group) : undefined,
    environment,
    version: readFirst(precedence.version, span, group),
    isAppRoot: readFirst(precedence.isAppRoot, span, group),
    graph: readFirst(precedence.graph, span, group),
    input,
    output,
    inputMessages: input === undefined ? instructionMessages(reading) : undefined,
    tools: readFirst(precedence.tools, span, group) ?? toolsOfInput(input),
    provenance: withConvention(convention, provenance),
    metadata: spanMetadata(reading, uses),
  };
}

type PatchProvenance = NonNullable<ObservationPatch['provenance']>;

/** Member by member: the engine takes several times as long to spread one object behind others. */
function withConvention(convention: string | null, measured: PatchProvenance | undefined): PatchProvenance {
  const provenance: Record<string, unknown> = { convention };
  for (const member in measured) provenance[member] = measured[member as keyof PatchProvenance];
  return provenance;
}

/** Nobody is answered before asking: some senders repeat the time of an earlier call. */
function completionStartTime({ span, group, precedence }: SpanReading): EpochMs | undefined {
  const time = readFirst(precedence.completionStartTime, span, group);
  return time === undefined || time < Math.floor(span.startTime ?? 0) ? undefined : time;
}

function spanName({ span, group, precedence }: SpanReading): string {
  const clearer = readFirst(precedence.clearerName, span, group);
  return clearer ?? (span.name || (readFirst(precedence.name, span, group) ?? span.name));
}

/** The type, and the vocabulary that decided it: else the first that the span speaks. */
function spanType({ span, group, precedence, spoken }: SpanReading): {
  readonly type: ObservationType;
  readonly convention: string | null;
} {
  for (const { vocabulary, read } of precedence.type) {
    const type = read(span, group);
    if (type !== undefined) return { type, convention: vocabulary.name ?? firstConvention(spoken) };
  }
  return { type: 'SPAN', convention: firstConvention(spoken) };
}

/**
 * Instructions whose messages come as log records: in front of them, whenever these arrive. Alone they are still what
 * the model was given.
 */
function instructionMessages({ span, group, precedence }: SpanReading): ObservationPatch['inputMessages'] {
  const instructions = readFirst(precedence.instructions, span, group);
  return instructions === undefined ? undefined : { '': instructionMessage(instructions) };
}

interface ReadPayload {
  readonly input: JsonValue | undefined;
  readonly output: JsonValue | undefined;
  /** True for attributes that input or output was made of. */
  readonly uses: (key: string) => boolean;
}

const USES_NOTHING = (): boolean => false;

/** Input and output of the first source that has either; a side it leaves empty is the next one's that has it. */
function readPayload({ span, group, precedence }: SpanReading): ReadPayload {
  let input: JsonValue | undefined;
  let output: JsonValue | undefined;
  const used: ((key: string) => boolean)[] = [];
  for (const { read } of precedence.payload) {
    const found = read(span, group);
    if (found === undefined) continue;
    const isNew =
      (input === undefined && found.input !== undefined) ||
      (output === undefined && found.output !== undefined);
    if (isNew) used.push(found.uses);
    input ??= found.input;
    output ??= found.output;
    if (input !== undefined && output !== undefined) break;
  }
  const [only = USES_NOTHING] = used;
  return { input, output, uses: used.length > 1 ? (key) => used.some((uses) => uses(key)) : only };
}
