import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readImports } from '../boundaries/read-imports.ts';

/** Every file of a package that an entry loads, from the root of its folder. */
export function importGraph(folder: string, entry: string): string[] {
  const seen = new Set<string>();
  const open = [join(folder, entry)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const specifier of readImports(readFileSync(file, 'utf8'))) {
      if (specifier.startsWith('.')) open.push(join(dirname(file), specifier));
    }
  }
  return [...seen].map((file) => relative(folder, file));
}
