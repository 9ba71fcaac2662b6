import type { JsonObject, JsonValue } from '@oriel/core';
import { storableType, typeOfFormat } from './content-types.ts';

/** Where a value stands, as far as it tells what the value is. */
export interface Place {
  readonly object: JsonObject;
  /** The member of `object` that holds the value. */
  readonly key: string;
  /** The member that holds `object`. */
  readonly parentKey: string;
  /** The object around `object`, which may name the content type, as Bedrock does; `null` for none. */
  readonly outer: JsonObject | null;
}

/** Members that hold base64 in the shapes of providers. */
const CARRIERS: ReadonlySet<string> = new Set([
  'data', // Anthropic, Gemini, Vertex, AI SDK, OpenAI's audio
  'bytes', // Bedrock
  'content', // AI SDK 7
  'image', // AI SDK
  'file_data', // OpenAI
  'b64_json', // OpenAI's images
  'blob', // Model Context Protocol
]);

/** True for members that may hold base64. */
export function isCarrier(key: string): boolean {
  return CARRIERS.has(key);
}

/** Objects of these types hold media in `data`, and those under these members do. */
const MEDIA_OBJECTS: ReadonlySet<JsonValue | undefined> = new Set([
  'base64',
  'media',
  'file',
  'image',
  'audio',
  'video',
  'document',
  'blob',
  'input_audio',
  'image-data',
  'file-data',
]);
const MEDIA_PARENTS: ReadonlySet<string> = new Set([
  'inline_data',
  'inlineData',
  'input_audio',
  'audio',
  'source',
]);

/** Shorter base64 without a word about itself is as likely text. */
const LONG = 64;

/** What may be said of base64 at a place: its content type, or that its first bytes have to tell. */
export type MediaHint = { readonly contentType: string | null } | null;

/**
 * Whether base64 may stand at a place. `null` where none does; a hint without a type where only bytes that begin like
 * a known kind of media count.
 */
export function mediaHint(place: Place, length: number): MediaHint {
  const { object, key, parentKey, outer } = place;
  if (!CARRIERS.has(key)) return null;
  const { type } = object;
  // Nearly every message has a content, and it is a text.
  if (key === 'content' && type !== 'blob') return null;
  const contentType = declaredType(object) ?? (outer && declaredType(outer));
  const isMedia = MEDIA_OBJECTS.has(type) || MEDIA_PARENTS.has(parentKey);
  switch (key) {
    case 'content':
      return contentType === null ? null : { contentType };
    case 'data':
    case 'blob':
      return { contentType: isMedia || length >= LONG ? contentType : null };
    case 'image':
      return { contentType: type === 'image' || type === 'file' ? contentType : null };
    default:
      return { contentType };
  }
}

const TYPE_NAMES = ['media_type', 'mediaType', 'mime_type', 'mimeType', 'contentType'] as const;

/** The content type that an object names, if it is one that is stored. */
function declaredType(object: JsonObject): string | null {
  for (const name of TYPE_NAMES) {
    const type = object[name];
    if (typeof type === 'string') return storableType(type);
  }
  const { format } = object;
  return typeof format === 'string' ? typeOfFormat(format) : null;
}
