import type { TraceId } from '@oriel/core';
import { datasetRunItemJson, fieldsOf, runDocumentName, writeFirst } from '../documents/datasets.ts';
import { documentsOf } from '../documents/documents-of.ts';
import { BodyReader } from '../http/body-reader.ts';
import { readJsonObject } from '../http/read-json.ts';
import { Refusal } from '../http/refusal.ts';
import { isoTime } from '../langfuse/iso-time.ts';
import type { Call, Route } from '../route.ts';

export const DATASET_RUN_ITEM_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/api/public/dataset-run-items', right: 'manage', answer: writeRunItem },
];

/**
 * Says which trace came of an item in a run. Its first item makes the run; SDKs send several at once, and all of them
 * are in the same run.
 */
async function writeRunItem(call: Call): Promise<Response> {
  const { request, services } = call;
  const documents = documentsOf(call);
  const reader = new BodyReader(await readJsonObject(request, services.limits));
  const runName = reader.required('runName');
  const datasetItemId = reader.required('datasetItemId');
  const observationId = reader.text('observationId') ?? null;
  const traceId = reader.text('traceId') ?? (await traceOf(observationId, call));
  const { signal } = request;
  const item = await documents.read({ kind: 'dataset-item', name: datasetItemId }, { signal });
  if (!item)
    throw new Refusal(404, 'There is no such item of a dataset, so nothing was kept. Create it first.');
  const { datasetId = null, ...fields } = fieldsOf(item);
  const datasetName = typeof fields['datasetName'] === 'string' ? fields['datasetName'] : '';
  const createdAt = reader.text('createdAt') ?? isoTime(services.now());
  const run = await writeFirst(
    documents,
    {
      kind: 'dataset-run',
      name: runDocumentName(datasetName, runName),
      body: {
        id: crypto.randomUUID(),
        name: runName,
        datasetName,
        datasetId,
        description: reader.text('runDescription') ?? null,
        metadata: reader.value('metadata') ?? null,
        createdAt,
      },
    },
    signal,
  );
  const { id: datasetRunId = null } = fieldsOf(run);
  const body = {
    id: crypto.randomUUID(),
    datasetRunId,
    datasetRunName: runName,
    datasetItemId,
    traceId,
    observationId,
    createdAt,
  };
  const name = JSON.stringify([datasetRunId, datasetItemId, traceId, observationId]);
  const written = await writeFirst(documents, { kind: 'dataset-run-item', name, body }, signal);
  return Response.json(datasetRunItemJson(written));
}

/** @throws Refusal 400 - neither a trace nor an observation that has arrived. */
async function traceOf(observationId: string | null, { store, request }: Call): Promise<TraceId> {
  if (observationId !== null) {
    const filter = { field: 'id', op: '=', value: observationId } as const;
    const { items } = await store.traces.listObservations({ filter, limit: 1 }, { signal: request.signal });
    if (items[0]) return items[0].traceId;
  }
  throw new Refusal(400, 'The item names no trace that is known, so nothing was kept. Send `traceId`.');
}
