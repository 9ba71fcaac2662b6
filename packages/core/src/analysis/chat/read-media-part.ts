import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { textOf } from './json-text.ts';
import { mediaFromText } from './media-source.ts';
import type { MediaPart } from './message-part.ts';

/** Members in which vendors wrap what a part of media is made of. */
const WRAPPERS = [
  'image_url',
  'input_audio',
  'audio',
  'file',
  'source',
  'image',
  'inlineData',
  'inline_data',
  'fileData',
  'file_data',
  'video_url',
];
const PLACES = [
  'data',
  'base64',
  'content',
  'url',
  'uri',
  'image_url',
  'image',
  'file_data',
  'file_url',
  'fileUri',
  'file_uri',
  'audio',
];
const TYPES = ['media_type', 'mediaType', 'mime_type', 'mimeType', 'contentType'];
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  image: 'image/*',
  image_url: 'image/*',
  input_image: 'image/*',
  input_audio: 'audio/*',
  audio: 'audio/*',
  output_audio: 'audio/*',
  video: 'video/*',
  video_url: 'video/*',
  document: 'application/octet-stream',
  file: 'application/octet-stream',
  input_file: 'application/octet-stream',
  media: 'application/octet-stream',
  blob: 'application/octet-stream',
  uri: 'application/octet-stream',
};
const BASE64 = /^[A-Za-z0-9+/_-]{4,}={0,2}$/;

/**
 * A part of a message that stands for bytes, as OpenAI (`image_url`, `input_audio`, `file`), Anthropic (`source`),
 * Gemini (`inlineData`, `fileData`), the AI SDK (`image`, `file`), LangChain, OpenInference and OpenTelemetry (`blob`,
 * `uri`) write it; `null` when it is none.
 */
export function readMediaPart(part: JsonObject): MediaPart | null {
  const type = textOf(part['type']);
  const isWrapped = ['inlineData', 'inline_data', 'fileData'].some((key) => isJsonObject(part[key]));
  if (!isWrapped && (type === null || !Object.hasOwn(MEDIA_TYPES, type))) return null;
  const inner = unwrap(part);
  const fallback = textOf(inner['modality']) ?? (type === null ? null : (MEDIA_TYPES[type] ?? null));
  const contentType = contentTypeOf(part, inner, fallback);
  const source = sourceOf(inner, contentType) ?? sourceOf(part, contentType);
  if (!source) return null;
  const name =
    textOf(inner['filename']) ?? textOf(part['filename']) ?? textOf(inner['name']) ?? textOf(part['title']);
  return {
    ...source,
    contentType: withoutWildcard(source.contentType ?? contentType),
    name,
    transcript: textOf(inner['transcript']),
  };
}

/** Wrappers are at most three deep: OpenInference has `image: { image: { url } }`. */
function unwrap(part: JsonObject): JsonObject {
  let inner = part;
  for (let depth = 0; depth < 3; depth += 1) {
    const next: JsonValue | undefined = WRAPPERS.map((key) => inner[key]).find(isJsonObject);
    if (!isJsonObject(next)) break;
    inner = next;
  }
  return inner;
}

function contentTypeOf(part: JsonObject, inner: JsonObject, fallback: string | null): string | null {
  for (const key of TYPES) {
    const found = textOf(inner[key]) ?? textOf(part[key]);
    if (found !== null) return found;
  }
  const format = textOf(inner['format']);
  if (format !== null && fallback?.startsWith('audio')) return `audio/${format}`;
  return fallback;
}

function sourceOf(holder: JsonObject, contentType: string | null): MediaPart | null {
  for (const key of PLACES) {
    const text = textOf(holder[key]);
    if (text === null || text === '') continue;
    const media = mediaFromText(text, contentType);
    if (media) return media;
    if (BASE64.test(text.length > 4000 ? text.slice(0, 4000) : text)) {
      return {
        kind: 'media',
        contentType,
        name: null,
        source: { kind: 'inline', base64: text },
        transcript: null,
      };
    }
  }
  const fileId = textOf(holder['file_id']) ?? textOf(holder['fileId']);
  return fileId === null
    ? null
    : { kind: 'media', contentType, name: null, source: { kind: 'vendor', fileId }, transcript: null };
}

/** `image/*` is kept: it still says that an image can be shown. */
function withoutWildcard(contentType: string | null): string | null {
  return contentType === 'image' ? 'image/*' : contentType === 'audio' ? 'audio/*' : contentType;
}
