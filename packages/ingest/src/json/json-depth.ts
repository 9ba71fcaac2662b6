/** Levels of objects and lists that are read: far above any real payload, far below what recursive code survives. */
export const MAX_DEPTH = 500;

/** What stands where a value nested deeper. */
export const TOO_DEEP = `[deeper than ${MAX_DEPTH} levels, left out]` as const;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * The same JSON with {@link TOO_DEEP} for every object and list below {@link MAX_DEPTH} levels; the bytes themselves
 * when there is none. Looks at brackets and strings only, so nothing is built of hostile bodies before they are cut.
 */
export function cutDepth(json: Uint8Array): Uint8Array {
  const cuts = placesBelow(json);
  if (cuts.length === 0) return json;
  const placeholder = new TextEncoder().encode(JSON.stringify(TOO_DEEP));
  const cut = new Uint8Array(json.length + cuts.length * placeholder.length);
  let length = 0;
  let copied = 0;
  for (const { start, end } of cuts) {
    cut.set(json.subarray(copied, start), length);
    length += start - copied;
    cut.set(placeholder, length);
    length += placeholder.length;
    copied = end;
  }
  cut.set(json.subarray(copied), length);
  return cut.subarray(0, length + json.length - copied);
}

/** True when JSON nests deeper than {@link MAX_DEPTH}. */
export function isTooDeep(json: Uint8Array): boolean {
  return placesBelow(json).length > 0;
}

/** Where objects and lists begin and end that are the first of too many levels. */
function placesBelow(json: Uint8Array): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index];
    if (byte === QUOTE) {
      index = endOfString(json, index);
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      if (depth === MAX_DEPTH + 1) start = index;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      if (depth === MAX_DEPTH + 1) places.push({ start, end: index + 1 });
      depth -= 1;
    }
  }
  // Of a body that was cut off, nothing comes after the levels that never end.
  if (depth > MAX_DEPTH) places.push({ start, end: json.length });
  return places;
}

function endOfString(json: Uint8Array, start: number): number {
  let index = start + 1;
  while (index < json.length && json[index] !== QUOTE) index += json[index] === BACKSLASH ? 2 : 1;
  return index;
}
