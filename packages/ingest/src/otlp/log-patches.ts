import { MAX_ID_LENGTH, canonicalJson, isJsonObject, observationIdFromSeed } from '@oriel/core';
import type { EpochMs, JsonObject, JsonValue, ObservationPatch } from '@oriel/core';
import { parseEmbeddedJson } from '../json/parse-embedded-json.ts';
import { toolDefinitions } from '../tools/tool-definitions.ts';
import {
  INFERENCE_DETAILS,
  MESSAGE_ROLES,
  choiceMessage,
  instructionMessage,
  roleMessage,
  withInstructions,
} from './conventions/gen-ai-messages.ts';
import type { OtlpLogExport, OtlpLogRecord } from './otlp-logs.ts';

/**
 * What log records say of model calls, as patches of the observations they belong to: OpenTelemetry's instrumentation
 * sends prompts and answers this way, often before the span. All other records are left out, whatever they hold: some
 * senders log their whole configuration, credentials included. So are records without a span, which belong nowhere.
 *
 * @param now - the time of records that carry none.
 */
export function logPatches({ records }: OtlpLogExport, now: EpochMs): ObservationPatch[] {
  const patches: ObservationPatch[] = [];
  const ties = new Map<string, number>();
  for (const record of records) {
    const { traceId, spanId } = record;
    if (traceId === null || spanId === null) continue;
    const said = saidBy(record, ties);
    if (said === undefined) continue;
    const at = record.time ?? record.observedTime ?? now;
    patches.push({ kind: 'observation', at, id: spanId, traceId, ...said });
  }
  return patches;
}

type Said = Pick<ObservationPatch, 'input' | 'output' | 'inputMessages' | 'outputMessages' | 'tools'>;

function saidBy(record: OtlpLogRecord, ties: Map<string, number>): Said | undefined {
  const { eventName, body, attributes } = record;
  if (eventName === INFERENCE_DETAILS) {
    const messages = opened(attributes.get('gen_ai.input.messages'));
    const instructions = opened(attributes.get('gen_ai.system_instructions'));
    return {
      ...(messages === undefined
        ? instructions && { inputMessages: { '': instructionMessage(instructions) } }
        : { input: withInstructions(messages, instructions) }),
      output: opened(attributes.get('gen_ai.output.messages')),
      tools: toolDefinitions(attributes.get('gen_ai.tool.definitions')),
    };
  }
  const content = isJsonObject(body) ? body : {};
  if (eventName === 'gen_ai.choice') {
    return { outputMessages: { [messageKey(record, 9, ties)]: choiceMessage(content) } };
  }
  const rank = MESSAGE_ROLES.findIndex((role) => eventName === `gen_ai.${role}.message`);
  const role = MESSAGE_ROLES[rank];
  if (role === undefined) return undefined;
  return { inputMessages: { [messageKey(record, rank, ties)]: roleMessage(role, content) } };
}

function opened(value: JsonValue | undefined): JsonValue | undefined {
  return typeof value === 'string' ? parseEmbeddedJson(value) : value;
}

/**
 * A key that sorts messages as they were said, the same however often a record comes and in what company. Time
 * decides. Clocks are coarse, so many messages of one call share theirs: then the order in the request does, and for
 * records that come alone, what usually precedes what.
 */
function messageKey(record: OtlpLogRecord, rank: number, ties: Map<string, number>): string {
  const { traceId, spanId, time, observedTime, body } = record;
  const moment = `${micros(time ?? observedTime)}.${micros(observedTime ?? time)}`;
  const place = `${traceId} ${spanId} ${moment}`;
  const order = ties.get(place) ?? 0;
  ties.set(place, order + 1);
  return `${moment}.${digits(order, 6)}.${rank}.${identityOf(body)}`;
}

/** What tells messages of one moment apart: the call that a tool answers, the number of a choice, else what was said. */
function identityOf(body: JsonValue): string {
  const { id, index } = isJsonObject(body) ? body : ({} as JsonObject);
  if (typeof id === 'string') return id.slice(0, MAX_ID_LENGTH);
  return typeof index === 'number' ? digits(index, 6) : observationIdFromSeed(canonicalJson(body));
}

/** Microseconds, which is as fine as a double holds today's time. */
function micros(time: EpochMs | null): string {
  return digits(Math.round((time ?? 0) * 1000), 16);
}

function digits(count: number, length: number): string {
  return String(count).padStart(length, '0');
}
