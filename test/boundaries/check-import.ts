import { posix } from 'node:path';
import { FOLDERS, NODE_FOLDERS, PACKAGES, TEST_FOLDERS, TEST_GROUND, TEST_ONLY } from './allow-list.ts';

/** The rule that an import of a file in `packages/<name>/src` breaks; `null` when it breaks none. */
export function checkImport(path: string, specifier: string): string | null {
  const [, packageName = '', , ...inside] = path.split('/');
  const folder = inside.length > 1 ? (inside[0] ?? '') : '';
  const isTest =
    /\.test\.tsx?$/.test(path) || inside.slice(0, -1).some((name) => TEST_FOLDERS.includes(name));

  if (specifier.startsWith('node:')) {
    return isTest || NODE_FOLDERS.includes(`${packageName}/${folder}`)
      ? null
      : 'Packages run in browsers, where there is no Node. Use a web platform API.';
  }
  if (!specifier.startsWith('.')) {
    if (isTest && TEST_ONLY.some((start) => specifier.startsWith(start))) return null;
    const allowed = PACKAGES[packageName] ?? [];
    if (allowed.includes(specifier)) return null;
    return `@oriel/${packageName} may import ${list(allowed)} (PACKAGES in allow-list.ts).`;
  }

  const target = posix.join(posix.dirname(path), specifier);
  const root = `packages/${packageName}/src/`;
  if (!target.startsWith(root)) return 'Another package is imported by its name, never by its path.';
  // The files at the root of a package put its parts together.
  if (folder === '') return null;
  const [first = '', ...rest] = target.slice(root.length).split('/');
  const part = rest.length === 0 ? first.replace(/\.tsx?$/, '') : first;
  if (part === folder) return null;
  if (isTest && (TEST_FOLDERS.includes(part) || part === 'index')) return null;
  if (isTest && TEST_GROUND.includes(`${packageName}/${part}`)) return null;
  const allowed = FOLDERS[packageName]?.[folder];
  if (!allowed) return `The folder ${folder} is new: say in FOLDERS of allow-list.ts what it may import.`;
  const file = target.slice(root.length).replace(/\.tsx?$/, '');
  if (allowed.includes(part) || allowed.includes(file)) return null;
  if (/\.test\.tsx?$/.test(path) && allowed.length > 0 && isBelow(packageName, folder, part)) return null;
  return `${packageName}/${folder} may import ${list(allowed)} (FOLDERS in allow-list.ts).`;
}

/** Whether a folder may reach a part through the folders it imports: a test may look there to set things up. */
function isBelow(packageName: string, folder: string, part: string): boolean {
  const allowed = FOLDERS[packageName]?.[folder] ?? [];
  return allowed.some((next) => next === part || (next !== folder && isBelow(packageName, next, part)));
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : `only ${names.join(', ')}`;
}
