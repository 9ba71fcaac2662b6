/** Most characters of the keys of one query: servers take only so much in a parameter. */
const MAX_CHARACTERS = 50_000;

/** Asks about many keys a part of them at a time, and joins the answers. */
export async function inParts<Key, Row>(
  keys: readonly Key[],
  textOf: (key: Key) => string,
  ask: (part: readonly Key[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let part: Key[] = [];
  let characters = 0;
  for (const key of keys) {
    part.push(key);
    characters += textOf(key).length + 3;
    if (characters < MAX_CHARACTERS) continue;
    rows.push(...(await ask(part)));
    part = [];
    characters = 0;
  }
  if (part.length > 0) rows.push(...(await ask(part)));
  return rows;
}
