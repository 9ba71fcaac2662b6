import type { JsonObject, JsonValue, MediaContent, Patch } from '@oriel/core';
import { parseJsonText } from '../json/parse-embedded-json.ts';
import { rewriteFields } from '../patch-fields.ts';
import { decodeBase64, decodedLength, isAllBase64 } from './base64.ts';
import { storableType } from './content-types.ts';
import { replaceDataUris } from './data-uris.ts';
import { readDumpedBytes } from './dumped-bytes.ts';
import { MediaCollector } from './media-collector.ts';
import type { MediaLimits } from './media-collector.ts';
import { isCarrier, mediaHint } from './media-shapes.ts';
import type { Place } from './media-shapes.ts';
import { mediaSignature } from './media-signature.ts';

export interface ExtractedMedia {
  /** With references in place of media; those without media come back themselves. */
  readonly patches: readonly Patch[];
  /** What was found, each once. */
  readonly media: readonly MediaContent[];
  /** How many were too long: a text in their place says so. */
  readonly leftOut: number;
}

/** Levels of objects and lists, and of JSON within text, that are looked through. */
const MAX_DEPTH = 200;
const MAX_TEXT_DEPTH = 5;

/** `{"data":"AAAA"}`: nothing shorter holds media, as JSON or as data URI. */
const SHORTEST_TEXT = 15;

/** JSON text in which a member may hold media other than as data URI. Other text is not worth parsing. */
const MAY_HOLD_MEDIA =
  /"(?:data|bytes|image|file_data|b64_json|blob)\\*"\s{0,8}:\s{0,8}(?:\\*"[\w+/-]{4}|\[|\{)|"content\\*"\s{0,8}:\s{0,8}\\*"[\w+/-]{4}|"0\\*"\s{0,8}:\s{0,8}\d|\[(?:\s{0,8}\d{1,3}\s{0,8},){7}|data:[\w.+-]{1,64}\\+\//;

/**
 * Takes media out of payloads: data URIs in any text, and the shapes in which OpenAI, Anthropic, Gemini, Vertex,
 * Bedrock and the AI SDK hold base64 or dumped buffers, at any depth, also in JSON that is text. In their place stands
 * Langfuse's reference. What is no valid base64, or of a type that is not stored, is left alone.
 */
export function extractMedia(patches: readonly Patch[], limits: MediaLimits = {}): ExtractedMedia {
  const collector = new MediaCollector(limits);
  const walk = new MediaWalk(collector);
  let rewritten: Patch[] | undefined;
  for (const [index, patch] of patches.entries()) {
    const next = rewriteFields(patch, (value) => walk.value(value));
    if (next !== patch) (rewritten ??= [...patches])[index] = next;
  }
  return { patches: rewritten ?? patches, media: collector.media, leftOut: collector.leftOut };
}

class MediaWalk {
  readonly #collector: MediaCollector;

  constructor(collector: MediaCollector) {
    this.#collector = collector;
  }

  value(value: JsonValue): JsonValue {
    return this.#walk(value, '', null, 0, 0);
  }

  /**
   * Most of what is walked over is ordinary, so the way down takes plain arguments and makes nothing.
   *
   * @param parentKey - the member that holds the value, `outer` - the object of that member.
   */
  #walk(
    value: JsonValue,
    parentKey: string,
    outer: JsonObject | null,
    depth: number,
    textDepth: number,
  ): JsonValue {
    if (typeof value === 'string') return this.#text(value, textDepth);
    if (typeof value !== 'object' || value === null || depth >= MAX_DEPTH) return value;
    return Array.isArray(value)
      ? this.#items(value as readonly JsonValue[], parentKey, outer, depth, textDepth)
      : this.#members(value as JsonObject, parentKey, outer, depth, textDepth);
  }

  #items(
    list: readonly JsonValue[],
    parentKey: string,
    outer: JsonObject | null,
    depth: number,
    textDepth: number,
  ): readonly JsonValue[] {
    let changed: JsonValue[] | undefined;
    for (let index = 0; index < list.length; index += 1) {
      const item = list[index] ?? null;
      if (typeof item === 'number') continue;
      const next =
        (typeof item === 'object' ? this.#dumped(item, null) : undefined) ??
        this.#walk(item, parentKey, outer, depth + 1, textDepth);
      if (next !== item) (changed ??= [...list])[index] = next;
    }
    return changed ?? list;
  }

  #members(
    object: JsonObject,
    parentKey: string,
    outer: JsonObject | null,
    depth: number,
    textDepth: number,
  ): JsonObject {
    let changed: Map<string, JsonValue> | undefined;
    for (const key in object) {
      const value = object[key];
      if (value === undefined || value === null) continue;
      let next: JsonValue;
      if (typeof value === 'string') {
        const encoded = isCarrier(key) ? this.#encoded(value, { object, key, parentKey, outer }) : undefined;
        next = encoded ?? this.#text(value, textDepth);
      } else if (typeof value === 'object') {
        next =
          this.#dumped(value, { object, key, parentKey, outer }) ??
          this.#walk(value, key, object, depth + 1, textDepth);
      } else continue;
      if (next !== value) (changed ??= new Map()).set(key, next);
    }
    if (changed === undefined) return object;
    const members = Object.entries(object).map(([key, value]) => [key, changed.get(key) ?? value] as const);
    return Object.fromEntries(members);
  }

  /** Data URIs anywhere in a text, then whatever JSON it is holds. */
  #text(text: string, textDepth: number): string {
    if (text.length < SHORTEST_TEXT) return text;
    const replaced = text.includes('data:')
      ? replaceDataUris(text, (header, base64) =>
          this.#take(base64, storableType(header), header === '' || header.startsWith(';')),
        )
      : text;
    if (textDepth >= MAX_TEXT_DEPTH || !looksLikeContainer(replaced) || !MAY_HOLD_MEDIA.test(replaced)) {
      return replaced;
    }
    const parsed = parseJsonText(replaced);
    if (parsed === undefined) return replaced;
    const next = this.#walk(parsed, '', null, 0, textDepth + 1);
    return next === parsed ? replaced : JSON.stringify(next);
  }

  /** Base64 in the shape of a provider. */
  #encoded(text: string, place: Place): string | undefined {
    if (text.length < 4 || text.startsWith('data:')) return undefined;
    const hint = mediaHint(place, text.length);
    if (hint === null) return undefined;
    const base64 = text.includes('\n') ? text.replaceAll(/[\r\n]+/g, '') : text;
    return this.#take(base64, hint.contentType, hint.contentType === null);
  }

  /** Stores base64 and answers what stands in its place; `undefined` when it is none, or of no type that is stored. */
  #take(base64: string, contentType: string | null, isSniffed: boolean): string | undefined {
    if (contentType === null && !isSniffed) return undefined;
    if (
      contentType !== null &&
      this.#collector.isTooLong(decodedLength(base64.length)) &&
      isAllBase64(base64)
    ) {
      return this.#collector.refuse(contentType, decodedLength(base64.length));
    }
    const bytes = decodeBase64(base64);
    const type = contentType ?? (bytes && mediaSignature(bytes));
    return bytes === null || type === null ? undefined : this.#collector.take(bytes, type, 'base64_data_uri');
  }

  #dumped(value: JsonValue, place: Place | null): string | undefined {
    const dumped = readDumpedBytes(value);
    if (dumped === null) return undefined;
    const hint = place && mediaHint(place, Number.MAX_SAFE_INTEGER);
    const type =
      hint?.contentType ??
      mediaSignature(dumped.bytes) ??
      (dumped.isBuffer ? 'application/octet-stream' : null);
    return type === null ? undefined : this.#collector.take(dumped.bytes, type, 'bytes');
  }
}

const SPACE = 0x20;

function looksLikeContainer(text: string): boolean {
  const first = text.charCodeAt(0) > SPACE ? text[0] : text.trimStart()[0];
  return first === '{' || first === '[';
}
