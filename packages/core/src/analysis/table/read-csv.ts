/** The cells of a CSV text, for tests. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let place = 0;
  while (place < text.length) {
    const cell = text[place] === '"' ? /"((?:[^"]|"")*)"(,|\r\n)/y : /([^,\r\n]*)(,|\r\n)/y;
    cell.lastIndex = place;
    const match = cell.exec(text);
    if (!match) throw new Error(`No cell at ${place}: ${text.slice(place, place + 20)}`);
    line.push((match[1] ?? '').replaceAll('""', '"'));
    if (match[2] === '\r\n') {
      lines.push(line);
      line = [];
    }
    place += match[0].length;
  }
  return lines;
}
