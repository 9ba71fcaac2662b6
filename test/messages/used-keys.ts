import { readSourceFiles } from '../boundaries/read-imports.ts';
import type { SourceFile } from '../boundaries/read-imports.ts';

/**
 * Reads the code of the panels and of the dashboard, and says of a text whether any of it shows it.
 *
 * A name is looked for in what can know it: texts of a panel in the folders that bring its words along, and in files
 * that name its section. It is used where it is read from something (`own.save`), where it is what something is chosen
 * by (`'save'`), or where all that is beside it is read by a value (`own.levels[level]`).
 */
export function textReader(): (path: readonly string[]) => boolean {
  const files = readSourceFiles('packages/react/src', 'packages/dashboard/src').filter(
    ({ path }) => !/\/(messages|testing)\/|\.test\.tsx?$/.test(path),
  );
  const ofDashboard = join(files.filter(({ path }) => path.startsWith('packages/dashboard/')));
  const ofAll = join(files);
  const sections = readSections(files);

  return function isRead(path) {
    const [first = '', ...inPanels] = path;
    if (first !== 'panels') return isReadIn(ofDashboard, path);
    const [section = '', ...inSection] = inPanels;
    const code = sections.get(section);
    return code === undefined ? isReadIn(ofAll, inPanels) : isReadIn(code, inSection);
  };
}

/** The code that may know the words of a section, by the name of the section. */
function readSections(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const bringers = files
    .filter(({ text }) => text.includes('panelPresentation({'))
    .map(({ path, text }) => ({ folder: path.slice(0, path.lastIndexOf('/') + 1), text }));
  const names = new Set(
    bringers.flatMap(({ text }) => [...text.matchAll(/\b(\w+): \w+En\b/g)].map(([, name = '']) => name)),
  );
  return new Map(
    [...names].map((name) => {
      const folders = bringers.filter(({ text }) => text.includes(`${name}: `)).map(({ folder }) => folder);
      const near = files.filter(
        ({ path, text }) =>
          folders.some((folder) => path.startsWith(folder)) || new RegExp(`\\.${name}\\b`).test(text),
      );
      return [name, join(near)];
    }),
  );
}

function isReadIn(code: string, path: readonly string[]): boolean {
  const name = path.at(-1) ?? '';
  if (new RegExp(`\\.${name}\\b|'${name}'`).test(code)) return true;
  // Read by a value, or handed on as a whole: `roles[role]`, `Object.entries(own.aggregates)`.
  return path.slice(0, -1).some((group) => new RegExp(`\\b${group}(\\?\\.)?\\[|\\.${group}\\)`).test(code));
}

function join(files: readonly SourceFile[]): string {
  return files.map(({ text }) => text).join('\n');
}
