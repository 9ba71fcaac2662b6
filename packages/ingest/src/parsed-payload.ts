import type { Patch } from '@oriel/core';
import type { ParsedMedia } from './media/parsed-media.ts';
import type { RejectedItem } from './rejected-item.ts';

/** What a request held. */
export interface ParsedPayload {
  /** Pieces of traces, observations and scores, for a store to fold. */
  readonly patches: readonly Patch[];
  /** Media the request announced or brought. */
  readonly media: readonly ParsedMedia[];
  /** What could not be kept, each with the reason. Everything else was. */
  readonly rejected: readonly RejectedItem[];
  /** Why a request that is fine holds nothing for a store, such as one about prompts; `null` for all others. */
  readonly ignored: string | null;
}

const NOTHING: ParsedPayload = { patches: [], media: [], rejected: [], ignored: null };

/** A payload of some parts; the others are empty. */
export function parsedPayload(parts: Partial<ParsedPayload>): ParsedPayload {
  return { ...NOTHING, ...parts };
}

/** A payload of which nothing could be read. */
export function unreadable(reason: string): ParsedPayload {
  return parsedPayload({ rejected: [{ where: 'body', reason }] });
}

/** A payload that was not read because of its size. */
export function tooLarge(reason: string): ParsedPayload {
  return parsedPayload({ rejected: [{ where: 'body', reason, code: 'too-large' }] });
}

/** A payload that is fine and holds nothing for a store. */
export function passedOver(why: string): ParsedPayload {
  return parsedPayload({ ignored: why });
}
