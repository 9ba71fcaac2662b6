import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const sheets = ['packages/react/src', 'packages/dashboard/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => `${folder}/${file}`),
);

it('finds the stylesheets', () => {
  expect(sheets.length).toBeGreaterThan(10);
});

it.each(sheets)('%s mirrors without :dir(), which bundlers replace by a list of languages', (sheet) => {
  expect(readFileSync(sheet, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')).not.toContain(':dir(');
});
