import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawPayload } from '../parse-payload.ts';

/** The requests of one client's run, and what its program knew for certain. */
export interface Recording {
  readonly requests: readonly RawPayload[];
  readonly facts: Readonly<Record<string, unknown>>;
}

interface RecordingIndex {
  readonly requests: readonly {
    readonly file: string | null;
    readonly method: string;
    readonly path: string;
    readonly contentType: string | null;
    readonly contentEncoding: string | null;
  }[];
  readonly expect: Readonly<Record<string, unknown>>;
}

/** Reads a recording: a folder with an `index.json` and the bodies it names. */
export async function readRecording(folder: string): Promise<Recording> {
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as RecordingIndex;
  const requests = index.requests.map(async ({ file, method, path, contentType, contentEncoding }) => ({
    body: file === null ? new Uint8Array() : Uint8Array.from(await readFile(join(folder, file))),
    method,
    path,
    contentType,
    contentEncoding,
  }));
  return { requests: await Promise.all(requests), facts: index.expect };
}

/** The scenarios recorded of one client, by name. */
export async function listScenarios(clientFolder: string): Promise<string[]> {
  const entries = await readdir(clientFolder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}
