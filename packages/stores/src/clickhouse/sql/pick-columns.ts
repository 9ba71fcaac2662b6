/** Columns of a select by name, each with its SQL. */
export type Columns = Readonly<Record<string, string>>;

/**
 * `sql AS name` of the columns that some SQL speaks of, and of those that these are made of. A statement with what it
 * needs and nothing else: ClickHouse takes longer to understand a wide one than to answer it.
 */
export function pickColumns(columns: Columns, spokenOf: string): string {
  const picked = new Set<string>();
  const speaks = (sql: string): void => {
    for (const [word] of sql.matchAll(/[A-Za-z_]\w*/g)) {
      const column = Object.hasOwn(columns, word) ? columns[word] : undefined;
      if (column === undefined || picked.has(word)) continue;
      picked.add(word);
      if (column !== word) speaks(column);
    }
  };
  speaks(spokenOf);
  const inOrder = Object.entries(columns).filter(([name]) => picked.has(name));
  return inOrder.map(([name, sql]) => (sql === name ? name : `${sql} AS ${name}`)).join(',\n    ');
}
