/** What an element can show of a content type. */
export type MediaKind = 'image' | 'audio' | 'video' | 'document' | 'file';

/** The kind of media that a content type names. */
export function mediaKind(contentType: string | null): MediaKind {
  const [family] = (contentType ?? '').split('/');
  if (family === 'image' || family === 'audio' || family === 'video') return family;
  return contentType?.startsWith('application/pdf') ? 'document' : 'file';
}
