import type { JsonValue } from '../model/json.ts';
import type { StorePart } from './store-methods.ts';

/**
 * The Store contract over HTTP, version 1. Everything is below a path of its own, so a collector can serve several
 * versions at once:
 *
 *     GET  /api/oriel              what is served, in which versions     → StoreGreeting
 *     POST /api/oriel/v1/<part>/<method>    the arguments as JSON        → {"value": …}, or lines of JSON
 *     PUT  /api/oriel/v1/media              the bytes                    → {"value": …}
 *     POST /api/oriel/v1/media/read         {"id": …}                    → the bytes
 *     GET  /api/oriel/v1/changes            server-sent events           → ready, change, reset
 *
 * Nothing anybody asks for is in a URL: URLs end up in logs. An error is `{"error": {"code": …, "message": …}}` with
 * the code of a `StoreError`.
 */
export const STORE_PATH = '/api/oriel';

/** Where a version is. */
export function versionPath(version: number): string {
  return `${STORE_PATH}/v${version}`;
}

/** Where a method is, below the path of its version. */
export function methodPath(part: StorePart, method: string): string {
  return part === 'media' && method === 'write' ? '/media' : `/${part}/${method}`;
}

/** Where changes are told, below the path of the version. */
export const CHANGES_PATH = '/changes';

/** On every answer: where the news stood before the call, to hear of everything after. Opaque. */
export const POSITION_HEADER = 'oriel-position';

/** On the bytes of media: what they are, as JSON in ASCII. */
export const MEDIA_HEADER = 'oriel-media';

export const JSON_TYPE = 'application/json';
/** Big answers: see `answer-lines.ts`. */
export const LINES_TYPE = 'application/x-ndjson';
export const EVENTS_TYPE = 'text/event-stream';

/** JSON that fits into a header: what is not ASCII is escaped. */
export function asciiJson(value: JsonValue): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
