/** A text with what it was before, for undo and redo. */
export interface TextHistory {
  readonly past: readonly string[];
  readonly present: string;
  readonly future: readonly string[];
}

/** Enough to come back to where one began. */
const MOST = 200;

export function startHistory(text: string): TextHistory {
  return { past: [], present: text, future: [] };
}

/** Goes on with another text. Letters that are typed one by one are undone word by word, everything else at once. */
export function changeHistory(history: TextHistory, next: string): TextHistory {
  const { past, present } = history;
  if (next === present) return history;
  const before = past.at(-1);
  const isSameWord =
    before !== undefined && isOneLetterMore(before, present) && isOneLetterMore(present, next);
  return {
    past: isSameWord ? past : [...past, present].slice(-MOST),
    present: next,
    future: [],
  };
}

export function undo(history: TextHistory): TextHistory {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo(history: TextHistory): TextHistory {
  const { past, present, future } = history;
  const [after, ...rest] = future;
  if (after === undefined) return history;
  return { past: [...past, present], present: after, future: rest };
}

/** Whether letters of a word were added to the first text, at one place, to get the second. */
function isOneLetterMore(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one.charAt(start) === other.charAt(start)) start += 1;
  const added = other.slice(start, other.length - (one.length - start));
  return (
    other.length > one.length && other.endsWith(one.slice(start)) && /^\S+$/u.test(added) && added.length < 40
  );
}
