import { referenceStore } from '@oriel/core';
import type { MediaId, MediaStore } from '@oriel/core';
import type { Pricer } from '@oriel/core/pricing';
import type { ParsedMedia } from '../media/parsed-media.ts';
import { parsePayload } from '../parse-payload.ts';
import type { RawPayload } from '../parse-payload.ts';
import { createPipeline } from '../pipeline/create-pipeline.ts';
import type { RejectedItem } from '../rejected-item.ts';
import { readBack } from './read-back.ts';
import type { ReadBack } from './read-back.ts';

/** Everything that requests left behind. */
export interface Replay extends ReadBack {
  /** Announcements and bytes of the same media are one. */
  readonly media: readonly ParsedMedia[];
  readonly rejected: readonly RejectedItem[];
  /** Why requests were passed over, in order. */
  readonly ignored: readonly string[];
}

export interface ReplayOptions {
  /** Computes costs. Default: only costs that clients sent. */
  readonly pricer?: Pricer | undefined;
}

/** Takes requests one after the other through the whole pipeline, as a server would, and reads back what a store then knows. */
export async function replay(
  requests: readonly RawPayload[],
  { pricer }: ReplayOptions = {},
): Promise<Replay> {
  const media = new Map<MediaId, ParsedMedia>();
  const keep = (item: ParsedMedia) => media.set(item.id, { ...media.get(item.id), ...item });
  const { traces: store, media: bytes } = referenceStore();
  const pipeline = createPipeline({ store: { traces: store, media: observed(bytes, keep) }, pricer });
  const rejected: RejectedItem[] = [];
  const ignored: string[] = [];
  for (const request of requests) {
    const parsed = await parsePayload(request);
    parsed.media.forEach(keep);
    const report = await pipeline.process(parsed);
    rejected.push(...report.rejected);
    if (report.ignored !== null) ignored.push(report.ignored);
  }
  return {
    ...(await readBack(store)),
    media: [...media.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    rejected,
    ignored,
  };
}

/** A media store that tells what is written to it: the contract has no list. */
function observed(store: MediaStore, onWrite: (media: ParsedMedia) => void): MediaStore {
  return {
    ...store,
    async write(media, options) {
      const kept = await store.write(media, options);
      onWrite({ ...kept, bytes: media.bytes });
      return kept;
    },
  };
}
