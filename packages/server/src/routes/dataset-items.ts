import type { DocumentStore, DocumentVersion, EpochMs } from '@oriel/core';
import { createdAtOf, datasetItemJson, fieldsOf, readDataset } from '../documents/datasets.ts';
import { documentsOf, readAllDocuments } from '../documents/documents-of.ts';
import { BodyReader } from '../http/body-reader.ts';
import { QueryReader } from '../http/query-reader.ts';
import { readJsonObject } from '../http/read-json.ts';
import { Refusal } from '../http/refusal.ts';
import { isoTime } from '../langfuse/iso-time.ts';
import { pageOf, readPageNumber } from '../langfuse/numbered-page.ts';
import type { Call, Route } from '../route.ts';

const BASE = '/api/public/dataset-items';

export const DATASET_ITEM_ROUTES: readonly Route[] = [
  { method: 'GET', path: BASE, right: 'read', answer: listItems },
  { method: 'POST', path: BASE, right: 'manage', answer: writeItem },
  { method: 'GET', path: `${BASE}/:id`, right: 'read', answer: getItem },
  { method: 'DELETE', path: `${BASE}/:id`, right: 'manage', answer: deleteItem },
];

const MAX_ID = 255;
const FIELDS = ['input', 'expectedOutput', 'metadata', 'sourceTraceId', 'sourceObservationId'];
const CONDITIONS = ['datasetName', 'sourceTraceId', 'sourceObservationId'];

/** Newest first; with `version`, as they were at that time. */
async function listItems(call: Call): Promise<Response> {
  const { url, request } = call;
  const documents = documentsOf(call);
  const query = new QueryReader(url);
  const at = query.time('version');
  const newest = await readAllDocuments(documents, 'dataset-item', request.signal);
  const all = at === undefined ? newest : await itemsAt(documents, newest, at, request.signal);
  const asked = CONDITIONS.map((name) => [name, query.text(name)] as const);
  const fitting = all
    .filter((item) => asked.every(([name, text]) => text === undefined || fieldsOf(item)[name] === text))
    .toSorted((a, b) => compare(createdAtOf(b), createdAtOf(a)));
  const { items, meta } = pageOf(fitting, readPageNumber(query));
  return Response.json({ data: items.map(datasetItemJson), meta });
}

async function itemsAt(
  documents: DocumentStore,
  items: readonly DocumentVersion[],
  at: EpochMs,
  signal: AbortSignal,
): Promise<readonly DocumentVersion[]> {
  const found = items.map(async ({ kind, name }) => {
    const versions = await documents.listVersions({ kind, name }, { signal });
    return versions.find(({ createdAt }) => createdAt <= at);
  });
  return (await Promise.all(found)).filter((item) => item !== undefined);
}

async function getItem(call: Call): Promise<Response> {
  const { param, request } = call;
  const reference = { kind: 'dataset-item', name: param('id') } as const;
  const found = await documentsOf(call).read(reference, { signal: request.signal });
  if (!found) throw new Refusal(404, 'There is no such item of a dataset. Create it first.');
  return Response.json(datasetItemJson(found));
}

/** An item of that id is changed where there is one: what is not sent stays. */
async function writeItem(call: Call): Promise<Response> {
  const { request, services } = call;
  const documents = documentsOf(call);
  const reader = new BodyReader(await readJsonObject(request, services.limits));
  const { signal } = request;
  const dataset = await readDataset(documents, reader.required('datasetName'), signal);
  const id = reader.text('id', MAX_ID) ?? crypto.randomUUID();
  const status = reader.text('status');
  if (status !== undefined && status !== 'ACTIVE' && status !== 'ARCHIVED') {
    throw reader.bad('status', '`ACTIVE` or `ARCHIVED`');
  }
  const before = await documents.read({ kind: 'dataset-item', name: id }, { signal });
  if (before && fieldsOf(before)['datasetName'] !== dataset.name) {
    throw reader.bad('id', 'free: an item of another dataset has it');
  }
  const sent = FIELDS.map((field) => [field, reader.value(field)] as const);
  const body = {
    createdAt: isoTime(services.now()),
    ...(before ? fieldsOf(before) : undefined),
    datasetName: dataset.name,
    datasetId: fieldsOf(dataset)['id'] ?? dataset.name,
    ...(status === undefined ? undefined : { status }),
    ...Object.fromEntries(sent.filter(([, value]) => value !== undefined)),
  };
  const written = await documents.write({ kind: 'dataset-item', name: id, body }, { signal });
  return Response.json(datasetItemJson(written));
}

async function deleteItem(call: Call): Promise<Response> {
  const { param, request } = call;
  await documentsOf(call).delete({ kind: 'dataset-item', name: param('id') }, { signal: request.signal });
  return Response.json({ message: 'Dataset item successfully deleted' });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
