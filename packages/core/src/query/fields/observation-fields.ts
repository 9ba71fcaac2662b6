import type { Observation } from '../../model/observation.ts';
import { summarizeUsage } from '../../analysis/usage/summarize-usage.ts';
import { AMOUNT_FIELDS } from './amount-fields.ts';
import { boolean, duration, number, payload, text, texts, time } from './field.ts';
import type { Fields } from './field.ts';
import { RECORD_FIELDS } from './record-fields.ts';

export const OBSERVATION_FIELDS: Fields<Observation> = {
  id: text(({ item }) => item.id),
  traceId: text(({ item }) => item.traceId),
  parentId: text(({ item }) => item.parentId),
  /** It has no parent, or its producer marked it as the root of its application. */
  isRootObservation: boolean(({ item }) => item.parentId === null || item.isAppRoot),
  type: text(({ item }) => item.type),
  name: text(({ item }) => item.name),
  startTime: time(({ item }) => item.startTime),
  endTime: time(({ item }) => item.endTime),
  latency: duration(({ item }) => latency(item)),
  timeToFirstToken: duration(({ item: { startTime, completionStartTime } }) =>
    completionStartTime === null ? null : completionStartTime - startTime,
  ),
  tokensPerSecond: number(({ item }) => tokensPerSecond(item)),
  level: text(({ item }) => item.level),
  statusMessage: text(({ item }) => item.statusMessage),
  model: text(({ item }) => item.model),
  promptName: text(({ item }) => item.prompt?.name ?? null),
  promptVersion: number(({ item }) => item.prompt?.version ?? null),
  environment: text(({ item }) => item.environment),
  version: text(({ item }) => item.version),
  isInterrupted: boolean(({ item }) => item.isInterrupted),
  graphNode: text(({ item }) => item.graph?.node ?? null),
  graphStep: number(({ item }) => item.graph?.step ?? null),
  // What only the trace knows.
  traceName: text(({ trace }) => trace?.name ?? null),
  traceVersion: text(({ trace }) => trace?.version ?? null),
  userId: text(({ trace }) => trace?.userId ?? null),
  sessionId: text(({ trace }) => trace?.sessionId ?? null),
  release: text(({ trace }) => trace?.release ?? null),
  tags: texts(({ trace }) => trace?.tags ?? []),
  ...AMOUNT_FIELDS,
  ...RECORD_FIELDS,
  // What only the payload knows.
  toolNames: texts((record) => record.payload().toolNames),
  convention: text((record) => record.payload().convention),
  input: payload((record) => record.payload().input),
  output: payload((record) => record.payload().output),
};

function latency({ startTime, endTime }: Observation): number | null {
  return endTime === null ? null : endTime - startTime;
}

/** Output tokens over the whole latency; `null` while running, without output and for calls that took no time. */
function tokensPerSecond(observation: Observation): number | null {
  const output = summarizeUsage(observation.usage).output;
  const milliseconds = latency(observation);
  return output === null || milliseconds === null || milliseconds <= 0
    ? null
    : output / (milliseconds / 1000);
}
