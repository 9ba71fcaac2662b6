import type { MediaContent } from '@oriel/core';
import {
  answerLines,
  asciiJson,
  GROWING_LISTS,
  JSON_TYPE,
  LINES_TYPE,
  MEDIA_HEADER,
} from '@oriel/core/protocol';
import type { StorePart } from '@oriel/core/protocol';

/** An answer of the store: as bytes, in lines where it may be big, in one piece otherwise. */
export function storeAnswer(part: StorePart, method: string, value: unknown): Response {
  if (part === 'media' && method === 'read' && value !== null) return mediaAnswer(value as MediaContent);
  const list = part === 'traces' ? GROWING_LISTS[method] : undefined;
  if (list === undefined || value === null) return valueAnswer(value);
  return new Response(linesOf(value, list), { headers: { 'content-type': LINES_TYPE } });
}

export function valueAnswer(value: unknown): Response {
  return new Response(JSON.stringify({ value: value ?? null }), { headers: { 'content-type': JSON_TYPE } });
}

/** A line is made when the one before was taken. */
function linesOf(value: unknown, list: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const lines = answerLines(value, list);
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const line = lines.next();
      if (line.done) controller.close();
      else controller.enqueue(encoder.encode(line.value));
    },
  });
}

/** Never as what they are: a browser that is led to them must not run them. */
function mediaAnswer({ bytes, ...media }: MediaContent): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      [MEDIA_HEADER]: asciiJson({ ...media }),
    },
  });
}
