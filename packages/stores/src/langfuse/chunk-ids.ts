/** Most ids, and most characters of them, in one request: they travel in its URL. */
const MOST_IDS = 100;
const MOST_CHARACTERS = 5000;

/** Ids in parts that each fit into the URL of a request. */
export function chunkIds(ids: readonly string[]): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let current: string[] = [];
  let length = 0;
  for (const id of ids) {
    // Beyond Latin letters each byte takes three characters; quotes and a comma are encoded, too.
    const bytes = new TextEncoder().encode(id).length;
    const own = (bytes === id.length ? bytes : bytes * 3) + 9;
    if (current.length > 0 && (current.length >= MOST_IDS || length + own > MOST_CHARACTERS)) {
      chunks.push(current);
      current = [];
      length = 0;
    }
    current.push(id);
    length += own;
  }
  return current.length > 0 ? [...chunks, current] : chunks;
}
