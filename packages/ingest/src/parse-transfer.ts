import type { Patch } from '@oriel/core';
import { TransferError, TransferReader } from '@oriel/core/transfer';
import type { TransferItem } from '@oriel/core/transfer';
import type { ParsedMedia } from './media/parsed-media.ts';
import { parsedPayload, unreadable } from './parsed-payload.ts';
import type { ParsedPayload } from './parsed-payload.ts';
import type { RejectedItem } from './rejected-item.ts';

interface TransferBody {
  /** Unpacked. */
  readonly bytes: Uint8Array;
  /** Why it is not the whole file, or `null`. */
  readonly problem: string | null;
}

/** A file of `exportStore` that somebody dropped: its traces and media. Documents are for `importStore`. */
export function parseTransfer({ bytes, problem }: TransferBody): ParsedPayload {
  const patches: Patch[] = [];
  const media: ParsedMedia[] = [];
  const rejected: RejectedItem[] = [];
  let documents = 0;
  try {
    for (const item of items(bytes, problem)) {
      if (item.kind === 'patch') patches.push(item.patch);
      else if (item.kind === 'media') media.push(item.media);
      else if (item.kind === 'document') documents += 1;
      else rejected.push({ where: `line ${item.line}`, reason: item.reason });
    }
  } catch (error) {
    if (TransferError.is(error)) return unreadable(error.message);
    throw error;
  }
  if (documents > 0) {
    const reason = `${documents} versions of documents, such as prompts, are no trace data and were not kept. Read the file with \`importStore\` of \`@oriel/core/transfer\` to have them.`;
    rejected.push({ where: 'documents', reason });
  }
  return parsedPayload({ patches, media, rejected });
}

function* items(bytes: Uint8Array, problem: string | null): Generator<TransferItem> {
  const reader = new TransferReader();
  yield* reader.push(bytes);
  yield* reader.end(problem ?? undefined);
}
