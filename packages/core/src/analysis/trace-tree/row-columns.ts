/** Columns of a tree of that many rows, in one place for every way to fill them. */
export function rowColumns(rowCount: number) {
  return {
    order: new Int32Array(rowCount),
    parent: new Int32Array(rowCount),
    subtreeEnd: new Int32Array(rowCount),
    depth: new Uint16Array(rowCount),
    position: new Int32Array(rowCount),
    childCount: new Int32Array(rowCount),
  };
}
