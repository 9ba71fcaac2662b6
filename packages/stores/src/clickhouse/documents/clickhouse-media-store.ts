import { mediaAddress, StoreError } from '@oriel/core';
import type { Bytes, MediaContent, MediaId, MediaStore } from '@oriel/core';
import type { Connection } from '../connection.ts';
import type { Tables } from '../schema/tables.ts';

/** Rows are held in memory as a whole by the server and by us: larger media belong into an object store. */
const MAX_BYTES: Bytes = 32 * 1024 * 1024;

interface MediaRow {
  readonly sha256: string;
  readonly content_type: string;
  readonly content_length: number;
  readonly bytes: string;
}

/** Bytes in a table of their own. */
export function clickHouseMediaStore(connection: Connection, tables: Tables): MediaStore {
  async function find(id: MediaId, bytes: string, signal?: AbortSignal): Promise<MediaRow | null> {
    const [row] = await connection.rows<MediaRow>(
      // The same bytes may be there twice, where two wrote them at once: as they were described first.
      (parameters) => `SELECT sha256, content_type, content_length, ${bytes} AS bytes
        FROM ${tables.media} WHERE id = ${parameters.text(id)} ORDER BY written_at LIMIT 1`,
      'read media',
      { signal },
    );
    return row ?? null;
  }

  return {
    contract: 1,
    capabilities: { maxBytes: MAX_BYTES },

    async write({ contentType, bytes }, options) {
      connection.check(options);
      if (bytes.length > MAX_BYTES) {
        throw new StoreError('too-large', `Media may have ${MAX_BYTES} bytes at most, not ${bytes.length}.`);
      }
      const { id, sha256 } = mediaAddress(bytes);
      const known = await find(id, "''", options?.signal);
      if (known === null) {
        const row = {
          id,
          sha256,
          content_type: contentType,
          content_length: bytes.length,
          base64: toBase64(bytes),
        };
        await connection.insert(tables.media, [row]);
      }
      return { id, sha256, contentType: known?.content_type ?? contentType, contentLength: bytes.length };
    },

    async read(id, options) {
      const row = await find(id, 'base64', options?.signal);
      return row && contentOf(id, row);
    },

    close() {
      connection.close();
      return Promise.resolve();
    },
  };
}

function contentOf(id: MediaId, row: MediaRow): MediaContent {
  return {
    id,
    sha256: row.sha256,
    contentType: row.content_type,
    contentLength: row.content_length,
    bytes: Uint8Array.from(atob(row.bytes), (character) => character.charCodeAt(0)),
  };
}

/** A part at a time: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  const part = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += part)
    text += String.fromCharCode(...bytes.subarray(at, at + part));
  return btoa(text);
}
