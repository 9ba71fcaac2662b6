import { isBase64 } from './base64.ts';

/** The scheme and the shortest rest. */
const SHORTEST = 'data:;base64,AAAA'.length;

/** The type and parameters before the data, such as `image/png;charset=utf-8`. */
const LONGEST_HEADER = 200;

const MARK = ';base64';

/** What to write in place of a data URI; `undefined` leaves it. */
export type ReplaceDataUri = (contentType: string, base64: string) => string | undefined;

/**
 * Replaces the data URIs in a text, wherever they stand. Goes over the text once: what follows a `data:` is looked at
 * up to the first character that cannot belong to it, and never again.
 */
export function replaceDataUris(text: string, replace: ReplaceDataUri): string {
  if (text.length < SHORTEST) return text;
  let replaced = '';
  let done = 0;
  for (
    let start = indexOfScheme(text, 0);
    start !== -1;
    start = indexOfScheme(text, Math.max(done, start + 5))
  ) {
    if (!beginsWord(text, start)) continue;
    const comma = text.slice(start, start + LONGEST_HEADER + MARK.length).indexOf(',') + start;
    if (comma < start) continue;
    const header = text.slice(start + 5, comma);
    if (!header.toLowerCase().endsWith(MARK)) continue;
    const end = endOfBase64(text, comma + 1);
    const token = replace(header.slice(0, -MARK.length), text.slice(comma + 1, end));
    if (token !== undefined) replaced += text.slice(done, start) + token;
    // Also what is left as it is has been looked at.
    else replaced += text.slice(done, end);
    done = end;
  }
  return done === 0 ? text : replaced + text.slice(done);
}

function indexOfScheme(text: string, from: number): number {
  return text.indexOf('data:', from);
}

/** Not in the middle of a name: `metadata:`, `my-data:`. In JSON within text a letter may belong to an escape. */
function beginsWord(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return !/[A-Za-z\d_-]$/.test(before) || /\\[nrtbf]$/.test(before);
}

/** Where base64 ends, of the standard or the URL-safe alphabet but not of both, with its padding. */
function endOfBase64(text: string, start: number): number {
  let end = start;
  let standard = false;
  let urlSafe = false;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (!isBase64(code)) break;
    if (code === 0x2b || code === 0x2f) standard = true;
    else if (code === 0x2d || code === 0x5f) urlSafe = true;
    if (standard && urlSafe) break;
  }
  for (let padding = 0; padding < 2 && text.charCodeAt(end) === 0x3d; padding += 1) end += 1;
  return end;
}
