import { datasetJson, fieldsOf, readDataset } from '../documents/datasets.ts';
import { documentsOf, readAllDocuments } from '../documents/documents-of.ts';
import { BodyReader } from '../http/body-reader.ts';
import { QueryReader } from '../http/query-reader.ts';
import { readJsonObject } from '../http/read-json.ts';
import { isoTime } from '../langfuse/iso-time.ts';
import { pageOf, readPageNumber } from '../langfuse/numbered-page.ts';
import type { Call, Route } from '../route.ts';

/** The third client writes to the older one. */
const BASES = ['/api/public/v2/datasets', '/api/public/datasets'];

export const DATASET_ROUTES: readonly Route[] = BASES.flatMap((base): Route[] => [
  { method: 'GET', path: base, right: 'read', answer: listDatasets },
  { method: 'POST', path: base, right: 'manage', answer: writeDataset },
  { method: 'GET', path: `${base}/:name`, right: 'read', answer: getDataset },
]);

const FIELDS = ['description', 'metadata', 'inputSchema', 'expectedOutputSchema'];

async function listDatasets(call: Call): Promise<Response> {
  const { url, request, services } = call;
  const all = await readAllDocuments(documentsOf(call), 'dataset', request.signal);
  const { items, meta } = pageOf(all, readPageNumber(new QueryReader(url)));
  return Response.json({ data: items.map((item) => datasetJson(item, services.project.id)), meta });
}

async function getDataset(call: Call): Promise<Response> {
  const { param, request, services } = call;
  const found = await readDataset(documentsOf(call), param('name'), request.signal);
  return Response.json(datasetJson(found, services.project.id));
}

/** A dataset of that name is changed where there is one: what is not sent stays. */
async function writeDataset(call: Call): Promise<Response> {
  const { request, services } = call;
  const documents = documentsOf(call);
  const reader = new BodyReader(await readJsonObject(request, services.limits));
  const name = reader.required('name');
  const { signal } = request;
  const before = await documents.read({ kind: 'dataset', name }, { signal });
  const sent = FIELDS.map((field) => [field, reader.value(field)] as const);
  const body = {
    id: crypto.randomUUID(),
    createdAt: isoTime(services.now()),
    ...(before ? fieldsOf(before) : undefined),
    ...Object.fromEntries(sent.filter(([, value]) => value !== undefined)),
  };
  const written = await documents.write({ kind: 'dataset', name, body }, { signal });
  return Response.json(datasetJson(written, services.project.id));
}
