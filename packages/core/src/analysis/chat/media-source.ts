import type { MediaPart, MessagePart, TextPart } from './message-part.ts';

/** A reference to media as stores write it (reference 2.5); the order of its members is not fixed. */
const REFERENCE = /@@@langfuseMedia:([^@]{1,300})@@@/g;
const DATA_URI = /^data:([^;,]*)((?:;[^;,]*)*),/i;
const REMOTE = /^https?:\/\//i;

/** A text that is media and nothing else: a reference, a data URI, or the address of something elsewhere. */
export function mediaFromText(text: string, contentType: string | null = null): MediaPart | null {
  const part = (source: MediaPart['source'], type: string | null): MediaPart => ({
    kind: 'media',
    contentType: type,
    name: null,
    source,
    transcript: null,
  });
  if (text.startsWith('@@@langfuseMedia:')) {
    const [first, ...more] = splitMedia(text);
    return first?.kind === 'media' && more.length === 0
      ? { ...first, contentType: first.contentType ?? contentType }
      : null;
  }
  const uri = text.startsWith('data:') ? DATA_URI.exec(text) : null;
  if (uri) {
    const [head, type = '', flags = ''] = uri;
    if (!/;base64$/i.test(flags)) return null;
    return part({ kind: 'inline', base64: text.slice(head.length) }, type || contentType);
  }
  return REMOTE.test(text) ? part({ kind: 'remote', url: text }, contentType) : null;
}

/** A text with references to media in it, as the texts between and the media they stand for. */
function splitMedia(text: string): (TextPart | MediaPart)[] {
  if (!text.includes('@@@langfuseMedia:')) return [{ kind: 'text', text }];
  const parts: (TextPart | MediaPart)[] = [];
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const fields = new Map((match[1] ?? '').split('|').map((field) => splitOnce(field, '=')));
    const id = fields.get('id');
    if (id === undefined || id === '') continue;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    parts.push({
      kind: 'media',
      contentType: fields.get('type') ?? null,
      name: null,
      source: { kind: 'stored', id },
      transcript: null,
    });
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

/** Text as parts: with the media in it, or as the media that it is. */
export function readText(text: string): MessagePart[] {
  if (text === '') return [];
  const media = text.startsWith('data:') ? mediaFromText(text) : null;
  return media ? [media] : splitMedia(text);
}

function splitOnce(text: string, separator: string): [string, string] {
  const place = text.indexOf(separator);
  return place === -1 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)];
}
