import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the built page is: beside the built package. `null` when it was not built, as in a fresh clone. */
export function pageFolder(): string | null {
  const folder = fileURLToPath(new URL('../../dist/browser', import.meta.url));
  return existsSync(`${folder}/index.html`) ? folder : null;
}
