import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { RawPayload } from '@oriel/ingest';
import { readRecording, splitRequest } from '@oriel/ingest/recordings';

const FIXTURES = fileURLToPath(new URL('../../packages/ingest/fixtures/', import.meta.url));

/** Longer ones say nothing new and take most of the time. */
const MAX_BYTES = 48 * 1024;

export interface RecordedBodies {
  /** Requests as clients sent them. */
  readonly whole: readonly RawPayload[];
  /** Requests of one span, log record or event each. */
  readonly single: readonly RawPayload[];
}

/** Requests of every recording, in an order that does not change. */
export async function readRecordedBodies(): Promise<RecordedBodies> {
  const whole: RawPayload[] = [];
  for (const client of await foldersIn(FIXTURES)) {
    for (const scenario of await foldersIn(join(FIXTURES, client))) {
      const { requests } = await readRecording(join(FIXTURES, client, scenario));
      whole.push(...requests.filter(({ body }) => body.length > 0 && body.length <= MAX_BYTES));
    }
  }
  const single = whole.flatMap(splitRequest).filter((part) => !whole.includes(part));
  return { whole: whole.map(unpacked), single };
}

/** Mutations belong into the content: nearly all of packed bytes would only be a damaged package. */
function unpacked(request: RawPayload): RawPayload {
  if (request.contentEncoding !== 'gzip') return request;
  return { ...request, contentEncoding: null, body: gunzipSync(request.body) };
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
