import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = 'packages/react/src';
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
);

it('finds the stylesheets', () => {
  expect(sheets.length).toBeGreaterThan(10);
});

it.each(sheets)('%s mirrors without :dir(), which bundlers replace by a list of languages', (sheet) => {
  expect(readFileSync(`${folder}/${sheet}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')).not.toContain(
    ':dir(',
  );
});
