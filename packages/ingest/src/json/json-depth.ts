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
const COMMA = 0x2c;
const COLON = 0x3a;

/** JSON as far as it may be parsed. */
export interface CutJson {
  /**
   * The same JSON with {@link TOO_DEEP} for every object and list below {@link MAX_DEPTH} levels; the bytes themselves
   * when there is none.
   */
  readonly bytes: Uint8Array;
  /** Some number in it has an exponent or very many digits, so it may be too large for a double. */
  readonly hasLargeNumbers: boolean;
}

/** Looks at brackets, strings and numbers only, so nothing is built of hostile bodies before they are cut. */
export function cutDepth(json: Uint8Array): CutJson {
  const { places, hasLargeNumbers } = scan(json);
  return { bytes: cutAt(json, places), hasLargeNumbers };
}

function cutAt(json: Uint8Array, cuts: readonly Place[]): Uint8Array {
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

/** True when the text of JSON nests deeper than {@link MAX_DEPTH}. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      index = endOfString(text, index);
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      depth -= 1;
    }
  }
  return false;
}

/** Where the string ends that begins at a quote. The engine finds quotes faster than a loop does. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = end;
    while (text.charCodeAt(escapes - 1) === BACKSLASH) escapes -= 1;
    if ((end - escapes) % 2 === 0) return end;
  }
  return text.length;
}

/** An object or list that is the first of too many levels. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** A number without exponent needs 309 digits to be too large. */
const MANY_DIGITS = 300;

function scan(json: Uint8Array): { places: readonly Place[]; hasLargeNumbers: boolean } {
  const { length } = json;
  const places: Place[] = [];
  let hasLargeNumbers = false;
  let depth = 0;
  let start = 0;
  /** Where the number began at which the scan may be. */
  let number = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = json[index];
    if (byte === QUOTE) {
      index += 1;
      for (; index < length; index += 1) {
        const inside = json[index];
        if (inside === QUOTE) break;
        if (inside === BACKSLASH) index += 1;
      }
    } else if (byte === COMMA || byte === COLON) {
      number = index;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      number = index;
      if (depth === MAX_DEPTH + 1) start = index;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      if (depth === MAX_DEPTH + 1) places.push({ start, end: index + 1 });
      depth -= 1;
    } else if (index - number > MANY_DIGITS || (isExponent(byte) && isDigitOrDot(json[index - 1]))) {
      hasLargeNumbers = true;
    }
  }
  // Of a body that was cut off, nothing comes after the levels that never end.
  if (depth > MAX_DEPTH) places.push({ start, end: length });
  return { places, hasLargeNumbers };
}

function isExponent(byte: number | undefined): boolean {
  return byte === 0x65 || byte === 0x45;
}

function isDigitOrDot(byte: number | undefined): boolean {
  return byte !== undefined && (byte === 0x2e || (byte >= 0x30 && byte <= 0x39));
}
