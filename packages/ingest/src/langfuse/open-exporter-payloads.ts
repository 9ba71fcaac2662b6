import { isJsonObject } from '@oriel/core';
import type { JsonValue, ObservationPatch, TracePatch } from '@oriel/core';
import { parseEmbeddedJson } from '../json/parse-embedded-json.ts';

/** How the exporter for the AI SDK, `langfuse-vercel`, names itself in the metadata of its batches. */
const EXPORTER = 'vercel-ai-sdk';

/** True for batches of the exporter that copies attributes of spans into events. */
export function isOfExporter(metadata: JsonValue | undefined): boolean {
  return metadata !== undefined && isJsonObject(metadata) && metadata['sdk_integration'] === EXPORTER;
}

/**
 * Attributes cannot hold objects, so the exporter's inputs and outputs are JSON text where all other clients of the
 * event API send JSON. They become what they stand for.
 */
export function openExporterPayloads<Patch extends ObservationPatch | TracePatch>(patch: Patch): Patch {
  return { ...patch, input: opened(patch.input), output: opened(patch.output) };
}

function opened(value: JsonValue | undefined): JsonValue | undefined {
  return typeof value === 'string' ? parseEmbeddedJson(value) : value;
}
