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

it('no rule of the dashboard is about what a panel is made of, nor one of a panel about what is not its own', () => {
  const ofPanels = new Set(selectorsOf('packages/react/src').flatMap(classesOf));
  const stray = selectorsOf('packages/dashboard/src').filter((selector) =>
    classesOf(selector).every((name) => ofPanels.has(name)),
  );
  const foreign = selectorsOf('packages/react/src').filter((selector) => !selector.includes('oriel'));
  expect([...stray, ...foreign]).toEqual([]);
});

it.each(sheets)('%s mirrors without :dir(), which bundlers replace by a list of languages', (sheet) => {
  expect(readFileSync(sheet, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')).not.toContain(':dir(');
});

/** Selectors of the rules in all sheets of a folder, one each where a rule has several; tokens are of the whole page. */
function selectorsOf(folder: string): string[] {
  return sheets
    .filter((sheet) => sheet.startsWith(folder) && !sheet.endsWith('/tokens.css'))
    .flatMap((sheet) => {
      const text = readFileSync(sheet, 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\//g, '')
        .replaceAll(/@keyframes[^{]*\{(?:[^{}]*\{[^}]*\})*\s*\}/g, '');
      return [...text.matchAll(/([^{};]+)\{/g)]
        .map(([, prelude = '']) => prelude.trim())
        .filter((prelude) => !prelude.startsWith('@'))
        .flatMap((prelude) => prelude.split(/,(?![^(]*\))/).map((selector) => selector.trim()));
    });
}

function classesOf(selector: string): string[] {
  return [...selector.matchAll(/\.(oriel-[\w-]+)/g)].map(([, name = '']) => name);
}
