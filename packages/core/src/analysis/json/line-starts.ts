/** Characters on a line before it is broken. */
const LINE_LENGTH = 100;

const known = new Map<string, Int32Array>();
const MOST_KNOWN = 64;

/** Where the lines of a text begin when it is broken at its own ends of line, and at spaces where those are far apart. */
export function lineStarts(text: string): Int32Array {
  const remembered = known.get(text);
  if (remembered) return remembered;
  const starts: number[] = [];
  let start = 0;
  while (start < text.length) {
    starts.push(start);
    start = nextStart(text, start);
  }
  const lines = Int32Array.from(starts);
  // Comparing long texts costs more than counting the lines of short ones.
  if (text.length > 10_000) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, lines);
  }
  return lines;
}

function nextStart(text: string, start: number): number {
  const limit = start + LINE_LENGTH;
  for (let at = start; at < limit && at < text.length; at += 1) {
    if (text.charCodeAt(at) === NEWLINE) return at + 1;
  }
  if (limit >= text.length) return text.length;
  for (let at = limit; at > start + LINE_LENGTH / 2; at -= 1) {
    if (text.charCodeAt(at - 1) === SPACE) return at;
  }
  // Never between the halves of a surrogate pair.
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}

const NEWLINE = 10;
const SPACE = 32;
