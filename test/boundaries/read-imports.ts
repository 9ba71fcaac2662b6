import { readdirSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** Path from the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What it imports or re-exports, as written. */
  readonly imports: readonly string[];
}

/** TypeScript files below folders of the repository. */
export function readSourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, `${entry.parentPath}/${entry.name}`).split(sep).join('/'))
      .filter((path) => !/(^|\/)(node_modules|dist|\.next)\//.test(path))
      .map((path) => {
        const text = readFileSync(`${ROOT}${path}`, 'utf8');
        return { path, text, imports: readImports(text) };
      }),
  );
}

/** Only statements count, so an import in the example of a doc comment is not one. */
export function readImports(text: string): string[] {
  const statements = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]/gm;
  const calls = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...text.matchAll(statements), ...text.matchAll(calls)].map((match) => match[1] ?? '');
}
