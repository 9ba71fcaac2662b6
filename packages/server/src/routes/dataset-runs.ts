import type { DocumentVersion } from '@oriel/core';
import {
  datasetRunItemJson,
  datasetRunJson,
  fieldsOf,
  readDataset,
  runDocumentName,
} from '../documents/datasets.ts';
import { documentsOf, readAllDocuments } from '../documents/documents-of.ts';
import { QueryReader } from '../http/query-reader.ts';
import { Refusal } from '../http/refusal.ts';
import { pageOf, readPageNumber } from '../langfuse/numbered-page.ts';
import type { Call, Route } from '../route.ts';

const BASE = '/api/public/datasets/:name/runs';

export const DATASET_RUN_ROUTES: readonly Route[] = [
  { method: 'GET', path: BASE, right: 'read', answer: listRuns },
  { method: 'GET', path: `${BASE}/:run`, right: 'read', answer: getRun },
  { method: 'DELETE', path: `${BASE}/:run`, right: 'manage', answer: deleteRun },
  { method: 'GET', path: '/api/public/dataset-run-items', right: 'read', answer: listRunItems },
];

async function listRuns(call: Call): Promise<Response> {
  const { param, url, request } = call;
  const documents = documentsOf(call);
  const dataset = await readDataset(documents, param('name'), request.signal);
  const all = await readAllDocuments(documents, 'dataset-run', request.signal);
  const ofDataset = all.filter((run) => fieldsOf(run)['datasetName'] === dataset.name);
  const { items, meta } = pageOf(ofDataset, readPageNumber(new QueryReader(url)));
  return Response.json({ data: items.map(datasetRunJson), meta });
}

async function getRun(call: Call): Promise<Response> {
  const run = await readRun(call);
  const items = await itemsOf(run, call);
  return Response.json({ ...datasetRunJson(run), datasetRunItems: items.map(datasetRunItemJson) });
}

async function deleteRun(call: Call): Promise<Response> {
  const { signal } = call.request;
  const documents = documentsOf(call);
  const run = await readRun(call);
  for (const { kind, name } of await itemsOf(run, call)) await documents.delete({ kind, name }, { signal });
  await documents.delete(run, { signal });
  return Response.json({ message: 'Dataset run successfully deleted' });
}

async function listRunItems(call: Call): Promise<Response> {
  const { url, request } = call;
  const query = new QueryReader(url);
  const [datasetId, runName] = ['datasetId', 'runName'].map((name) => query.text(name));
  if (datasetId === undefined || runName === undefined) {
    throw new Refusal(400, 'A run is known within its dataset only. Send both `datasetId` and `runName`.');
  }
  const runs = await readAllDocuments(documentsOf(call), 'dataset-run', request.signal);
  const run = runs.find((candidate) => {
    const fields = fieldsOf(candidate);
    return fields['datasetId'] === datasetId && fields['name'] === runName;
  });
  const { items, meta } = pageOf(run ? await itemsOf(run, call) : [], readPageNumber(query));
  return Response.json({ data: items.map(datasetRunItemJson), meta });
}

async function readRun(call: Call): Promise<DocumentVersion> {
  const { param, request } = call;
  const name = runDocumentName(param('name'), param('run'));
  const found = await documentsOf(call).read({ kind: 'dataset-run', name }, { signal: request.signal });
  if (found) return found;
  throw new Refusal(404, 'There is no such run of the dataset. A run begins with its first item.');
}

async function itemsOf(run: DocumentVersion, call: Call): Promise<readonly DocumentVersion[]> {
  const all = await readAllDocuments(documentsOf(call), 'dataset-run-item', call.request.signal);
  return all.filter((item) => fieldsOf(item)['datasetRunId'] === fieldsOf(run)['id']);
}
