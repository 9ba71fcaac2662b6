import { expect, it } from 'vitest';
import { printCsv } from './print-csv.ts';

it('writes what a spreadsheet reads back as it was', () => {
  expect(
    printCsv([
      ['name', 'cost'],
      ['plain', 0.1],
      ['a "b", c\nd', null],
    ]),
  ).toBe('name,cost\r\nplain,0.1\r\n"a ""b"", c\nd",\r\n');
});

it('keeps a spreadsheet from running a name as a formula', () => {
  expect(printCsv([['=HYPERLINK("http://x")', '+1', '@x', -1]])).toBe(
    '"\'=HYPERLINK(""http://x"")",\'+1,\'@x,-1\r\n',
  );
});
