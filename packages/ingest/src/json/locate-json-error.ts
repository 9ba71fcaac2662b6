/** Where text stops being JSON. */
export interface JsonErrorPlace {
  /** Zero-based, in bytes of UTF-8. */
  readonly byte: number;
  /** One-based. */
  readonly line: number;
  /** What stands there, or that the text ends. */
  readonly found: string;
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

/** What may come next. `item` and `member` follow a comma; the `first-` ones follow the opening bracket. */
type Expected = 'value' | 'first-item' | 'first-member' | 'member' | 'colon' | 'comma' | 'end';

/**
 * Finds the first place where text is not JSON. Engines word this differently, and some not at all. Only called
 * for text that a parser refused, so it may take its time; it keeps its own stack and cannot overflow.
 */
export function locateJsonError(text: string): JsonErrorPlace {
  const index = firstBadIndex(text);
  const before = text.slice(0, index);
  const found =
    index < text.length ? JSON.stringify(String.fromCodePoint(text.codePointAt(index) ?? 0)) : null;
  return {
    byte: new TextEncoder().encode(before).length,
    line: before.split('\n').length,
    found: found === null ? 'the text ends' : `${found} stands`,
  };
}

function firstBadIndex(text: string): number {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let index = skipSpace(text, 0);
  while (index < text.length) {
    const char = text.charAt(index);
    const inside = open.at(-1);
    if (expected === 'end') return index;
    if (expected === 'comma') {
      if (char === ',') expected = inside === '[' ? 'value' : 'member';
      else if (char === (inside === '[' ? ']' : '}')) expected = closed(open);
      else return index;
      index += 1;
    } else if (expected === 'colon') {
      if (char !== ':') return index;
      expected = 'value';
      index += 1;
    } else if (expected === 'member' || expected === 'first-member') {
      if (char === '}' && expected === 'first-member') {
        expected = closed(open);
        index += 1;
      } else {
        const end = char === '"' ? endOfString(text, index) : { bad: index };
        if ('bad' in end) return end.bad;
        index = end.next;
        expected = 'colon';
      }
    } else if (char === ']' && expected === 'first-item') {
      expected = closed(open);
      index += 1;
    } else if (char === '[' || char === '{') {
      open.push(char);
      expected = char === '[' ? 'first-item' : 'first-member';
      index += 1;
    } else {
      const end = char === '"' ? endOfString(text, index) : endOfLiteral(text, index);
      if ('bad' in end) return end.bad;
      index = end.next;
      expected = open.length === 0 ? 'end' : 'comma';
    }
    index = skipSpace(text, index);
  }
  return index;
}

function closed(open: ('[' | '{')[]): Expected {
  open.pop();
  return open.length === 0 ? 'end' : 'comma';
}

function skipSpace(text: string, start: number): number {
  let index = start;
  while (index < text.length && ' \t\n\r'.includes(text.charAt(index))) index += 1;
  return index;
}

type End = { readonly next: number } | { readonly bad: number };

function endOfLiteral(text: string, start: number): End {
  LITERAL.lastIndex = start;
  return LITERAL.test(text) ? { next: LITERAL.lastIndex } : { bad: start };
}

function endOfString(text: string, start: number): End {
  let index = start + 1;
  while (index < text.length) {
    const char = text.charAt(index);
    if (char === '"') return { next: index + 1 };
    if (char < ' ') return { bad: index };
    index += 1;
    if (char !== '\\') continue;
    ESCAPE.lastIndex = index;
    if (!ESCAPE.test(text)) return { bad: index };
    index = ESCAPE.lastIndex;
  }
  return { bad: text.length };
}
