import type { DocumentReference, DocumentStore, DocumentVersion, JsonObject } from '@oriel/core';
import { documentsOf, readAllDocuments } from '../documents/documents-of.ts';
import { promptBody, promptJson, readLabels, readPromptWrite } from '../documents/prompt.ts';
import { resolvePrompt } from '../documents/resolve-prompt.ts';
import { BodyReader } from '../http/body-reader.ts';
import { QueryReader } from '../http/query-reader.ts';
import { readJsonObject } from '../http/read-json.ts';
import { Refusal } from '../http/refusal.ts';
import { pageOf, readPageNumber } from '../langfuse/numbered-page.ts';
import type { Call, Route } from '../route.ts';

const BASE = '/api/public/v2/prompts';

export const PROMPT_ROUTES: readonly Route[] = [
  { method: 'GET', path: BASE, right: 'read', answer: listPrompts },
  { method: 'POST', path: BASE, right: 'manage', answer: writePrompt },
  { method: 'GET', path: `${BASE}/:name`, right: 'read', answer: getPrompt },
  { method: 'DELETE', path: `${BASE}/:name`, right: 'manage', answer: deletePrompt },
  { method: 'PATCH', path: `${BASE}/:name/versions/:version`, right: 'manage', answer: labelVersion },
];

const MAX_VERSION = 2 ** 31;

async function getPrompt(call: Call): Promise<Response> {
  const { param, url, request } = call;
  const documents = documentsOf(call);
  const query = new QueryReader(url);
  const version = query.integer('version', { min: 1, max: MAX_VERSION });
  const label = query.text('label') ?? (version === undefined ? 'production' : undefined);
  const found = await readVersion(documents, { kind: 'prompt', name: param('name'), version, label }, call);
  const { prompt } = promptBody(found);
  const isResolved = query.flag('resolve') ?? true;
  const shown = isResolved ? await resolvePrompt(documents, prompt, request.signal) : prompt;
  return Response.json(promptJson(found, await tagsOf(documents, found, call), shown));
}

async function writePrompt(call: Call): Promise<Response> {
  const { request, services } = call;
  const documents = documentsOf(call);
  const { name, body, labels } = readPromptWrite(await readJsonObject(request, services.limits));
  const { signal } = request;
  const before = await documents.read({ kind: 'prompt', name }, { signal });
  const tags = body.tags ?? (before ? promptBody(before).tags : []);
  const written = await documents.write(
    { kind: 'prompt', name, body: { ...body, tags }, labels },
    { signal },
  );
  return Response.json(promptJson(written, tags, body.prompt), { status: 201 });
}

/** Adds labels to a version, away from the versions they were on. */
async function labelVersion(call: Call): Promise<Response> {
  const { param, request, services } = call;
  const documents = documentsOf(call);
  const body = new BodyReader(await readJsonObject(request, services.limits));
  const labels = readLabels(body, 'newLabels');
  if (!labels) throw body.bad('newLabels', 'a list of labels, which is needed');
  const reference = { kind: 'prompt', name: param('name'), version: Number(param('version')) } as const;
  for (const label of labels) await documents.setLabel({ ...reference, label }, { signal: request.signal });
  const found = await readVersion(documents, reference, call);
  return Response.json(promptJson(found, await tagsOf(documents, found, call), promptBody(found).prompt));
}

async function deletePrompt(call: Call): Promise<Response> {
  const { param, url, request } = call;
  const documents = documentsOf(call);
  const query = new QueryReader(url);
  if (query.text('version') !== undefined || query.text('label') !== undefined) {
    throw new Refusal(
      501,
      'Versions have no gaps here, because traces name prompts by them, so nothing was deleted. Delete the whole prompt, or move its labels.',
    );
  }
  await documents.delete({ kind: 'prompt', name: param('name') }, { signal: request.signal });
  return new Response(null, { status: 204 });
}

async function listPrompts(call: Call): Promise<Response> {
  const { url, request } = call;
  const documents = documentsOf(call);
  const query = new QueryReader(url);
  const [name, tag, label] = ['name', 'tag', 'label'].map((parameter) => query.text(parameter));
  const from = query.time('fromUpdatedAt') ?? -Infinity;
  const to = query.time('toUpdatedAt') ?? Infinity;
  const all = await readAllDocuments(documents, 'prompt', request.signal);
  const fitting = all.filter(
    (prompt) =>
      (name === undefined || prompt.name === name) &&
      (tag === undefined || promptBody(prompt).tags.includes(tag)) &&
      prompt.createdAt >= from &&
      prompt.createdAt < to,
  );
  const metas = await Promise.all(fitting.map((prompt) => promptMeta(documents, prompt, request.signal)));
  const labelled = metas.filter(({ labels }) => label === undefined || labels.includes(label));
  const { items, meta } = pageOf(labelled, readPageNumber(query));
  return Response.json({ data: items, meta });
}

async function promptMeta(documents: DocumentStore, newest: DocumentVersion, signal: AbortSignal) {
  const versions = await documents.listVersions({ kind: 'prompt', name: newest.name }, { signal });
  const { type, tags, config } = promptBody(newest);
  return {
    name: newest.name,
    type,
    versions: versions.map(({ version }) => version).toReversed(),
    labels: [...new Set(versions.flatMap(({ labels }) => labels))].toSorted(),
    tags,
    lastUpdatedAt: new Date(newest.createdAt).toISOString(),
    lastConfig: config,
  } satisfies JsonObject;
}

async function readVersion(
  documents: DocumentStore,
  reference: DocumentReference,
  { request: { signal } }: Call,
): Promise<DocumentVersion> {
  const found = await documents.read(reference, { signal });
  if (found) return found;
  const { name, version, label } = reference;
  const which = version === undefined ? `the label ${JSON.stringify(label)}` : `the version ${version}`;
  throw new Refusal(
    404,
    `There is no prompt ${JSON.stringify(name)} with ${which}. Write it, or ask for another.`,
  );
}

async function tagsOf(
  documents: DocumentStore,
  { name }: DocumentVersion,
  { request: { signal } }: Call,
): Promise<readonly string[]> {
  const newest = await documents.read({ kind: 'prompt', name }, { signal });
  return newest ? promptBody(newest).tags : [];
}
