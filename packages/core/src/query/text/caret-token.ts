/** What stands at a caret, from the last space or parenthesis on; those in quotes are part of it. */
export interface CaretToken {
  readonly start: number;
  /** The key before the list that the caret is in; `null` outside of lists. */
  readonly listKey: string | null;
  /** Where a quote begins that is not closed before the caret; `null` where there is none. */
  readonly openQuote: number | null;
}

/** Finds what is being typed at a caret (in UTF-16 units), reading from the start as quotes may hold anything. */
export function caretToken(text: string, caret: number): CaretToken {
  let start = 0;
  let openQuote: number | null = null;
  const lists: (string | null)[] = [];
  for (let place = 0; place < caret; place += 1) {
    const character = text.charAt(place);
    if (openQuote !== null) {
      if (character === '\\') place += 1;
      else if (character === '"') openQuote = null;
      continue;
    }
    if (character === '"') openQuote = place;
    else if (character === ')') lists.pop();
    else if (character === '(') lists.push(keyBefore(text.slice(start, place)));
    if (/[\s()]/u.test(character)) start = place + 1;
  }
  return { start, listKey: lists.at(-1) ?? null, openQuote };
}

function keyBefore(token: string): string | null {
  return token.endsWith(':') ? token.slice(0, -1).replace(/^-/u, '') : null;
}
