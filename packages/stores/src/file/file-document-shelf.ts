import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { checksum, DOCUMENT_KINDS } from '@oriel/core';
import type { DocumentKind, DocumentName, DocumentVersion } from '@oriel/core';
import type { DocumentShelf } from './document-shelf.ts';
import { replaceFile, syncFolder, UNFINISHED } from './durable-files.ts';
import { codeOf, fileFailure } from './file-failure.ts';
import type { LogFinding } from './log-findings.ts';
import { moveToQuarantine } from './open-log.ts';

/** What a document's file says behind its checksum. */
interface Content {
  readonly name: string;
  readonly versions: readonly DocumentVersion[];
}

export interface FileDocumentShelfOptions {
  readonly folder: string;
  readonly quarantine: string;
  readonly onFinding: (finding: LogFinding) => void;
}

/**
 * Documents as files, one with all its versions each, replaced as a whole:
 *
 *     documents/prompt/<SHA-256 of the name>.json        checksum, newline, JSON
 *
 * Names are hashed because file systems forbid characters, limit lengths and often take "A" for "a".
 */
export async function fileDocumentShelf(options: FileDocumentShelfOptions): Promise<DocumentShelf> {
  const { folder, quarantine, onFinding } = options;
  const names = new Map<DocumentKind, Set<string>>();

  for (const kind of DOCUMENT_KINDS) {
    const known = new Set<string>();
    names.set(kind, known);
    const place = join(folder, kind);
    await mkdir(place, { recursive: true });
    for (const file of await readdir(place)) {
      const path = join(place, file);
      if (file.endsWith(UNFINISHED)) await unlink(path);
      else await readContent(path).then((content) => content && known.add(content.name));
    }
  }

  const pathOf = ({ kind, name }: DocumentName) => {
    const hash = createHash('sha256').update(name, 'utf8').digest('hex');
    return join(folder, kind, `${hash}.json`);
  };

  /** `null` when there is no such file, or no longer, because it was damaged. */
  async function readContent(path: string): Promise<Content | null> {
    const bytes = await readFile(path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw fileFailure('A document could not be read', error);
    });
    if (bytes === null) return null;
    const end = bytes.indexOf('\n');
    const text = bytes.subarray(end + 1);
    if (end === 8 && bytes.toString('latin1', 0, end) === sumOf(text)) {
      return JSON.parse(text.toString('utf8')) as Content;
    }
    const file = path.split(/[\\/]/).at(-1) ?? path;
    await moveToQuarantine(path, file, join(path, '..'), quarantine);
    onFinding({ kind: 'damaged-file', file });
    return null;
  }

  return {
    read: async (name) => (await readContent(pathOf(name)))?.versions ?? [],

    async replace(name, versions) {
      const content: Content = { name: name.name, versions };
      const text = Buffer.from(JSON.stringify(content), 'utf8');
      await replaceFile(pathOf(name), [Buffer.from(`${sumOf(text)}\n`, 'latin1'), text]).catch(
        (error: unknown) => {
          throw fileFailure(`The document "${name.name}" was not stored`, error);
        },
      );
      names.get(name.kind)?.add(name.name);
    },

    async remove(name) {
      await unlink(pathOf(name)).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') {
          throw fileFailure(`The document "${name.name}" was not deleted`, error);
        }
      });
      await syncFolder(join(folder, name.kind));
      names.get(name.kind)?.delete(name.name);
    },

    names: (kind) => Promise.resolve([...(names.get(kind) ?? [])]),
    close: () => Promise.resolve(),
  };
}

function sumOf(text: Uint8Array): string {
  return checksum(text).toString(16).padStart(8, '0');
}
