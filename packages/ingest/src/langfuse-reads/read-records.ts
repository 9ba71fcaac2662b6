import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue, Patch } from '@oriel/core';
import type { RejectedItem } from '../rejected-item.ts';

/** What an answer of Langfuse's API says of traces, observations and scores. */
export interface ReadRecords {
  readonly patches: readonly Patch[];
  /** What could not be understood, each with the reason. Everything else was. */
  readonly rejected: readonly RejectedItem[];
}

/** What to do about a record that is not what the API promises. */
export const ADVICE = 'so the record is not shown. Compare the versions of the server and of this reader.';

/** The patch of one object of an answer, or what is wrong with it. */
export type ReadRecord<Read extends Patch> = (json: JsonObject) => Read | { readonly problem: string };

/** Reads a list of objects, each by itself: one that is wrong costs no other. */
export function readEach(json: unknown, what: string, read: ReadRecord<Patch>): ReadRecords {
  const patches: Patch[] = [];
  const rejected: RejectedItem[] = [];
  for (const [index, item] of listOf(json).entries()) {
    const result = isJsonObject(item) ? read(item) : { problem: `It is no object, ${ADVICE}` };
    if ('problem' in result) rejected.push({ where: `${what}[${index}]`, reason: result.problem });
    else patches.push(result);
  }
  return { patches, rejected };
}

export function joinRecords(parts: readonly ReadRecords[]): ReadRecords {
  return {
    patches: parts.flatMap(({ patches }) => patches),
    rejected: parts.flatMap(({ rejected }) => rejected),
  };
}

function listOf(json: unknown): readonly JsonValue[] {
  return Array.isArray(json) ? (json as readonly JsonValue[]) : [];
}
