import { summarizeCost, summarizeUsage, totalCost } from '@oriel/core';
import type { JsonObject, Observation, ObservationPayload } from '@oriel/core';
import { isoTime, isoTimeOrNull, seconds } from './iso-time.ts';

/** An observation as Langfuse's older API shows it (reference 1.3), with the fields that older clients still read. */
export function observationJson(
  observation: Observation,
  payload: ObservationPayload | null,
  projectId: string,
): JsonObject {
  const { usage, cost } = observation;
  const tokens = summarizeUsage(usage);
  const dollars = { ...summarizeCost(cost), total: totalCost(cost) };
  return {
    ...coreJson(observation, projectId),
    ...basicJson(observation),
    completionStartTime: isoTimeOrNull(observation.completionStartTime),
    input: payload?.input ?? null,
    output: payload?.output ?? null,
    metadata: payload?.metadata ?? {},
    model: observation.model,
    modelId: null,
    modelParameters: payload?.modelParameters ?? {},
    ...promptJson(observation),
    usageDetails: usage,
    costDetails: cost,
    usage: {
      input: tokens.input ?? 0,
      output: tokens.output ?? 0,
      total: tokens.total ?? 0,
      unit: 'TOKENS',
      inputCost: dollars.input,
      outputCost: dollars.output,
      totalCost: dollars.total,
    },
    unit: 'TOKENS',
    promptTokens: tokens.input ?? 0,
    completionTokens: tokens.output ?? 0,
    totalTokens: tokens.total ?? 0,
    calculatedInputCost: dollars.input,
    calculatedOutputCost: dollars.output,
    calculatedTotalCost: dollars.total,
    inputPrice: null,
    outputPrice: null,
    totalPrice: null,
    ...timingJson(observation),
    createdAt: isoTime(observation.startTime),
    updatedAt: isoTime(observation.endTime ?? observation.startTime),
  };
}

/** What every answer about an observation holds. */
export function coreJson(observation: Observation, projectId: string): JsonObject {
  return {
    id: observation.id,
    traceId: observation.traceId,
    projectId,
    parentObservationId: observation.parentId,
    type: observation.type,
    startTime: isoTime(observation.startTime),
    endTime: isoTimeOrNull(observation.endTime),
  };
}

export function basicJson(observation: Observation): JsonObject {
  return {
    name: observation.name,
    level: observation.level,
    statusMessage: observation.statusMessage,
    version: observation.version,
    environment: observation.environment,
  };
}

/** A prompt's id is made of its name and version, which name it as well. */
export function promptJson({ prompt }: Observation): JsonObject {
  return {
    promptId: prompt === null ? null : `${prompt.name}@${prompt.version}`,
    promptName: prompt?.name ?? null,
    promptVersion: prompt?.version ?? null,
  };
}

export function timingJson({ startTime, endTime, completionStartTime }: Observation): JsonObject {
  return {
    latency: seconds(endTime === null ? null : endTime - startTime),
    timeToFirstToken: seconds(completionStartTime === null ? null : completionStartTime - startTime),
  };
}
