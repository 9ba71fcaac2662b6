import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright';

interface NamedFile {
  readonly name: string;
  readonly buffer: Buffer;
}

/** The file that a page saves when something is done. */
export async function savedFile(page: Page, act: () => Promise<void>): Promise<NamedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), buffer: await buffer(await download.createReadStream()) };
}

/** Picks a file in the dialog that opens when something is done. */
export async function pickFile(page: Page, act: () => Promise<void>, file: NamedFile): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
  await chooser.setFiles({ ...file, mimeType: 'application/octet-stream' });
}
