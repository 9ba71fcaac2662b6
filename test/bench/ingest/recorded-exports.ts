import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const FIXTURES = fileURLToPath(new URL('../../../packages/ingest/fixtures/', import.meta.url));

interface Index {
  readonly requests: readonly {
    readonly file: string | null;
    readonly path: string;
    readonly contentType: string | null;
    readonly contentEncoding: string | null;
  }[];
}

/** Bodies of every protobuf export of spans that a real client was recorded with, unpacked. */
export function readRecordedExports(): Uint8Array[] {
  const indexes = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.json'))
    .toSorted();
  return indexes.flatMap((file) => {
    const folder = `${FIXTURES}${file.slice(0, -'index.json'.length)}`;
    const { requests } = JSON.parse(readFileSync(`${FIXTURES}${file}`, 'utf8')) as Index;
    return requests
      .filter(
        ({ path, contentType }) => path.endsWith('/v1/traces') && contentType === 'application/x-protobuf',
      )
      .map(({ file: name, contentEncoding }) => {
        const body = readFileSync(folder + (name ?? ''));
        return Uint8Array.from(contentEncoding === 'gzip' ? gunzipSync(body) : body);
      });
  });
}
