import { StoreError, isJsonObject } from '@oriel/core';
import type { DocumentStore, DocumentVersion, JsonObject } from '@oriel/core';
import { Refusal } from '../http/refusal.ts';
import { isoTime } from '../langfuse/iso-time.ts';

/** The fields of a document that are an object; of anything else, none. */
export function fieldsOf({ body }: DocumentVersion): JsonObject {
  return isJsonObject(body) ? body : {};
}

/** A dataset as SDKs read it. */
export function datasetJson(document: DocumentVersion, projectId: string): JsonObject {
  const { id, description, metadata, inputSchema, expectedOutputSchema } = fieldsOf(document);
  return {
    id: id ?? document.name,
    name: document.name,
    description: description ?? null,
    metadata: metadata ?? null,
    inputSchema: inputSchema ?? null,
    expectedOutputSchema: expectedOutputSchema ?? null,
    projectId,
    ...timesOf(document),
  };
}

/** An item of a dataset as SDKs read it. */
export function datasetItemJson(document: DocumentVersion): JsonObject {
  const fields = fieldsOf(document);
  return {
    id: document.name,
    status: fields['status'] ?? 'ACTIVE',
    input: fields['input'] ?? null,
    expectedOutput: fields['expectedOutput'] ?? null,
    metadata: fields['metadata'] ?? null,
    sourceTraceId: fields['sourceTraceId'] ?? null,
    sourceObservationId: fields['sourceObservationId'] ?? null,
    datasetId: fields['datasetId'] ?? null,
    datasetName: fields['datasetName'] ?? null,
    mediaReferences: [],
    ...timesOf(document),
  };
}

/** A run of a dataset as SDKs read it. */
export function datasetRunJson(document: DocumentVersion): JsonObject {
  const { id, name, description, metadata, datasetId, datasetName } = fieldsOf(document);
  return {
    id: id ?? document.name,
    name: name ?? null,
    description: description ?? null,
    metadata: metadata ?? null,
    datasetId: datasetId ?? null,
    datasetName: datasetName ?? null,
    ...timesOf(document),
  };
}

/** What a run did with an item, as SDKs read it. */
export function datasetRunItemJson(document: DocumentVersion): JsonObject {
  const { id, datasetRunId, datasetRunName, datasetItemId, traceId, observationId } = fieldsOf(document);
  return {
    id: id ?? document.name,
    datasetRunId: datasetRunId ?? null,
    datasetRunName: datasetRunName ?? null,
    datasetItemId: datasetItemId ?? null,
    traceId: traceId ?? null,
    observationId: observationId ?? null,
    ...timesOf(document),
  };
}

/** A document says itself when it was first written; each version is dated by the store. */
function timesOf(document: DocumentVersion): JsonObject {
  return { createdAt: createdAtOf(document), updatedAt: isoTime(document.createdAt) };
}

/** When the first version was written. */
export function createdAtOf(document: DocumentVersion): string {
  const first = fieldsOf(document)['createdAt'];
  return typeof first === 'string' ? first : isoTime(document.createdAt);
}

/** The name of the document of a run. Names may hold anything, so they are kept apart as JSON. */
export function runDocumentName(datasetName: string, runName: string): string {
  return JSON.stringify([datasetName, runName]);
}

/** @throws Refusal 404 */
export async function readDataset(
  documents: DocumentStore,
  name: string,
  signal: AbortSignal,
): Promise<DocumentVersion> {
  const found = await documents.read({ kind: 'dataset', name }, { signal });
  if (found) return found;
  throw new Refusal(404, `There is no dataset ${JSON.stringify(name)}. Create it first.`);
}

/** Writes a document that must not be there yet; where somebody was quicker, theirs. */
export async function writeFirst(
  documents: DocumentStore,
  document: Parameters<DocumentStore['write']>[0],
  signal: AbortSignal,
): Promise<DocumentVersion> {
  try {
    return await documents.write({ ...document, expectedVersion: 0 }, { signal });
  } catch (error) {
    const found =
      StoreError.is(error) && error.code === 'conflict' ? await documents.read(document, { signal }) : null;
    if (found) return found;
    throw error;
  }
}
