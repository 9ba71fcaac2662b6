import { StoreError } from '@oriel/core';
import type { JsonValue, Media, MediaContent, MediaWrite } from '@oriel/core';
import { asciiJson, JSON_TYPE, MEDIA_HEADER } from '@oriel/core/protocol';
import { valueReader } from './read-answer.ts';
import type { OutgoingRequest, ReadAnswer } from './requester.ts';

/** Bytes as a request of their own. They are copied: the caller may do with its own what it likes. */
export function mediaRequest({ contentType, bytes }: MediaWrite): Pick<OutgoingRequest, 'headers' | 'body'> {
  return {
    // What clients call their media is no safe header.
    headers: { 'content-type': 'application/octet-stream', [MEDIA_HEADER]: asciiJson({ contentType }) },
    body: new Uint8Array(bytes),
  };
}

/** Stored bytes with what is known of them; `null` when the server has none. */
export const readMedia: ReadAnswer<MediaContent | null> = async (response, progress) => {
  const header = response.headers.get(MEDIA_HEADER);
  if (header === null || response.headers.get('content-type')?.startsWith(JSON_TYPE)) {
    await valueReader(undefined)(response, progress);
    return null;
  }
  const media = JSON.parse(header) as JsonValue as unknown as Media;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === media.contentLength) return { ...media, bytes };
  throw new StoreError('unavailable', 'The media were cut off on the way. The same call may succeed later.');
};
