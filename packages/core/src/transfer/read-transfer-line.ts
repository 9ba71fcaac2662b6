import { DOCUMENT_KINDS } from '../model/document.ts';
import type { DocumentVersion } from '../model/document.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { findJsonOddity } from '../model/json-oddity.ts';
import type { Patch } from '../model/patch.ts';
import { checkPatch } from '../store/check-patch.ts';
import { findPatchProblem } from '../store/patch-shapes.ts';
import { TransferError } from './transfer-error.ts';
import { TRANSFER_FORMAT, TRANSFER_VERSION } from './transfer-format.ts';
import type { TransferHeader, TransferLine } from './transfer-format.ts';

/** One line after the first, or why it is none. */
export type ReadLine = TransferLine | { readonly problem: string };

/** @throws TransferError */
export function readTransferHeader(bytes: Uint8Array | null): TransferHeader {
  const json = bytes && parseLine(bytes);
  if (!isJsonObject(json) || json['format'] !== TRANSFER_FORMAT) {
    throw notAnExport();
  }
  const { version } = json;
  if (version !== 1 && version !== TRANSFER_VERSION) {
    throw new TransferError(
      'unsupported-version',
      `The file is in version ${JSON.stringify(version)} of the export format and this library reads versions up to ${TRANSFER_VERSION}, so nothing was read. Update the library that imports.`,
    );
  }
  return json as unknown as TransferHeader;
}

export function notAnExport(): TransferError {
  return new TransferError(
    'not-an-export',
    `The first line is not that of an Oriel export (\`{"format":"${TRANSFER_FORMAT}",…}\`), so nothing was read. Give it a file that \`exportStore\` made, in gzip or plain; what SDKs send goes to the ingestion pipeline.`,
  );
}

/** True for bytes that begin as the files of `exportStore` do, whatever their version. */
export function isTransferFile(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64));
  return new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${TRANSFER_FORMAT}"`).test(start.replace(/^\uFEFF/, ''));
}

/** Reads one line and checks everything in it: a store may take what comes out. */
export function readTransferLine(bytes: Uint8Array): ReadLine {
  const json = parseLine(bytes);
  if (json === undefined) return { problem: 'It is not JSON in UTF-8.' };
  const oddity = findJsonOddity(json);
  if (oddity !== null) return { problem: oddity };
  if (isJsonObject(json)) {
    const { patch, document, media, bytes: base64, end } = json;
    if (isJsonObject(patch)) return readPatch(patch);
    if (isJsonObject(document)) return readDocument(document);
    if (isJsonObject(media)) return readMedia(media);
    if (typeof base64 === 'string') return { bytes: base64 };
    if (isJsonObject(end)) return { end } as unknown as TransferLine;
  }
  return { problem: 'It is none of patch, document, media, bytes and end.' };
}

function parseLine(bytes: Uint8Array): JsonValue | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as JsonValue;
  } catch {
    return undefined;
  }
}

function readPatch(json: JsonObject): ReadLine {
  const patch = json as unknown as Patch;
  try {
    checkPatch(patch);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const problem = findPatchProblem(patch);
  return problem === null ? { patch } : { problem: `The patch cannot be kept: ${problem}.` };
}

function readDocument(json: JsonObject): ReadLine {
  const { kind, name, version, body, labels, createdAt } = json;
  const isWhole =
    (DOCUMENT_KINDS as readonly unknown[]).includes(kind) &&
    typeof name === 'string' &&
    Number.isInteger(version) &&
    Number(version) > 0 &&
    body !== undefined &&
    Array.isArray(labels) &&
    labels.every((label) => typeof label === 'string') &&
    typeof createdAt === 'number';
  if (isWhole) return { document: json as unknown as DocumentVersion };
  return { problem: 'The document lacks a known kind, a name, a version, a body, labels or a time.' };
}

function readMedia({ id, contentType, contentLength }: JsonObject): ReadLine {
  const isLength = Number.isInteger(contentLength) && Number(contentLength) >= 0;
  if (typeof id !== 'string' || typeof contentType !== 'string' || !isLength) {
    return { problem: 'The media lacks an id, a content type or a length.' };
  }
  return { media: { id, contentType, contentLength: Number(contentLength) } };
}
