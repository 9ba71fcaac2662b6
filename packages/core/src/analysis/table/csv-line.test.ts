import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv-line.ts';
import { readCsv } from './read-csv.ts';

describe('a line of a CSV file', () => {
  it('quotes what would end a cell', () => {
    expect(csvLine(['a', 'b,c', 'say "d"', 'e\nf', null, 1.5, true])).toBe(
      'a,"b,c","say ""d""","e\nf",,1.5,true\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =cmd|x', '|calc', '%0A', '\r=1', '＝1'])(
    'disarms %j, which a spreadsheet would run',
    (text) => {
      expect(readCsv(csvLine([text]))).toEqual([[`'${text}`]]);
    },
  );

  it('leaves numbers alone', () => {
    expect(csvLine([-1, 0, -2.5])).toBe('-1,0,-2.5\r\n');
  });

  it('comes out as it went in, apart from what was disarmed', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('ab ",\r\n\t=-é')) });
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 })), (lines) => {
        const read = readCsv(lines.map(csvLine).join(''));
        expect(read.map((cells) => cells.length)).toEqual(lines.map(({ length }) => length));
        for (const [line, cells] of lines.entries()) {
          for (const [place, value] of cells.entries()) {
            expect([value, `'${value}`]).toContain(read[line]?.[place]);
            expect(/^\s*[=-]/.test(read[line]?.[place] ?? '')).toBe(false);
          }
        }
      }),
    );
  });
});
