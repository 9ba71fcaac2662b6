import type { JsonValue } from '@oriel/core';
import { MAX_DEPTH, cutDepth } from './json-depth.ts';
import { parseJson } from './parse-json.ts';
import { locateJsonError } from './locate-json-error.ts';

/** A body as JSON, or why it is none. */
export type JsonBody = { readonly value: JsonValue } | { readonly problem: string };

/** Parses a body of JSON, without what nests too deeply in it. Never throws. */
export function readJsonBody(bytes: Uint8Array): JsonBody {
  const { bytes: cut, hasLargeNumbers } = cutDepth(bytes);
  const text = decodeText(cut);
  if (text === null) {
    return {
      problem: 'The body is too long to be held as text, so it was not read. Send it in smaller parts.',
    };
  }
  try {
    return { value: parseJson(text, hasLargeNumbers) };
  } catch {
    if (cut !== bytes) {
      return {
        problem:
          `The body is not valid JSON and nests deeper than ${MAX_DEPTH} levels, which no trace does, so nothing of it ` +
          'could be read. Send the whole body, unchanged, and deep values as text.',
      };
    }
    const { byte, line, found } = locateJsonError(text);
    return {
      problem:
        `The body is not valid JSON: at byte ${byte} (line ${line}) ${found} where something else belongs, so ` +
        'nothing of it could be read. Send the whole body, unchanged.',
    };
  }
}

/** `null` when the text is longer than the engine's strings can be. */
function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}
