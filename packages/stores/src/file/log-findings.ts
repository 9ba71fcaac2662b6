import type { Bytes, TraceId } from '@oriel/core';
import type { RefRange } from './scan-segment.ts';

/** What was wrong with a log, and what was done about it. Nobody has to do anything more. */
export type LogFinding =
  /** The last write was not finished when the process ended. Nobody was told that it is kept. */
  | { readonly kind: 'unfinished-write'; readonly file: string; readonly bytes: Bytes }
  /** A segment was damaged. What could be read of it was kept; the file itself is in the folder `quarantine`. */
  | {
      readonly kind: 'damaged-segment';
      readonly file: string;
      /** Patches that are lost, by their place in the log; at most these. */
      readonly lost: readonly RefRange[];
      /** Traces they belonged to, as far as a snapshot knows. */
      readonly traceIds: readonly TraceId[];
    }
  /** Segments are not there any more. */
  | { readonly kind: 'missing-segments'; readonly first: number; readonly last: number }
  /** A snapshot could not be used, so more of the log was replayed. Nothing is lost. */
  | { readonly kind: 'unusable-snapshot'; readonly file: string; readonly reason: string }
  /** A document or media file was damaged. The file is in the folder `quarantine`. */
  | { readonly kind: 'damaged-file'; readonly file: string };
