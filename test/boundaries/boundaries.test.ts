import { describe, expect, test } from 'vitest';
import { DEBT, DRAWERS, PACKAGES } from './allow-list.ts';
import { checkImport } from './check-import.ts';
import { readImports, readSourceFiles } from './read-imports.ts';

const packageFiles = readSourceFiles(...Object.keys(PACKAGES).map((name) => `packages/${name}/src`));
const ownFiles = [
  ...packageFiles,
  ...readSourceFiles('packages/server/page', 'stories', 'examples', 'scripts', 'test'),
];
const isStory = (path: string) => path.endsWith('.stories.tsx');
/** Where Next.js looks for pages. */
const isPage = (path: string) => path.startsWith('examples/embed-next/src/app/');

describe('boundaries', () => {
  test('every import goes in an allowed direction', () => {
    const broken = packageFiles.flatMap(({ path, imports }) =>
      imports.flatMap((specifier) => {
        const rule = checkImport(path, specifier);
        if (rule === null || `${path} → ${specifier}` in DEBT) return [];
        return [`${path} imports '${specifier}'. ${rule}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('every debt is still owed', () => {
    const imports = new Set(
      packageFiles.flatMap((file) => file.imports.map((specifier) => `${file.path} → ${specifier}`)),
    );
    expect(Object.keys(DEBT).filter((entry) => !imports.has(entry))).toEqual([]);
  });

  test('every public name is written out: no `export *`', () => {
    expect(paths(ownFiles.filter(({ text }) => /^export \*/m.test(text)))).toEqual([]);
  });

  test('only configurations, stories and pages have a default export', () => {
    const files = ownFiles.filter(
      ({ path, text }) =>
        /^export default\b/m.test(text) && !isStory(path) && !isPage(path) && !path.endsWith('.config.ts'),
    );
    expect(paths(files)).toEqual([]);
  });

  test('no file or folder is a drawer', () => {
    const files = ownFiles.filter(({ path }) =>
      path.split('/').some((part) => DRAWERS.includes(part.replace(/(\.d)?\.tsx?$/, ''))),
    );
    expect(paths(files)).toEqual([]);
  });

  test('stories use the packages as hosts do, by their entries', () => {
    const broken = readSourceFiles('stories').flatMap(({ path, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith('..'))
        .map((specifier) => `${path} imports '${specifier}'`),
    );
    expect(broken).toEqual([]);
  });
});

describe('the checks themselves', () => {
  test('imports are read from statements, not from comments', () => {
    const text = [
      "import type {\n  A,\n} from './a.ts';",
      "export { b } from './b.ts';",
      "import './c.css';",
      "const d = await import('./d.ts');",
      " * import { e } from './e.ts';",
    ].join('\n');
    expect(readImports(text)).toEqual(['./a.ts', './b.ts', './c.css', './d.ts']);
  });

  test.each([
    ['packages/core/src/model/ids.ts', 'react'],
    ['packages/core/src/model/ids.ts', '../store/store.ts'],
    ['packages/core/src/store/store.ts', 'node:fs'],
    ['packages/react/src/trace-tree/index.ts', '../trace-list/index.ts'],
    ['packages/react/src/hooks/index.ts', '../../../core/src/index.ts'],
    ['packages/ingest/src/unheard-of/a.ts', '../time/iso-time.ts'],
  ])('%s may not import %s', (path, specifier) => {
    expect(checkImport(path, specifier)).not.toBeNull();
  });
});

function paths(files: readonly { readonly path: string }[]): string[] {
  return files.map(({ path }) => path);
}
