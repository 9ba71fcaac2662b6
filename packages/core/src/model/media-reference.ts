import type { MediaId } from './ids.ts';

/** What stands in a payload where bytes were taken out: a reference to media (reference 1.7). */
const REFERENCE = /@@@langfuseMedia:type=[^|@]*\|id=([\w-]{1,100})\|source=[^@]*@@@/g;

/** The media that a text refers to, JSON text included, in the order of the references; with repetition. */
export function referencedMedia(text: string): MediaId[] {
  return Array.from(text.matchAll(REFERENCE), ([, id = '']) => id);
}
