import { expect } from 'vitest';
import type { JsonValue } from '@oriel/core';
import type { Replay } from '../replay.ts';
import { checkFacts, fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';

export interface KnownMedia {
  readonly mediaId: string;
  readonly on: string;
  readonly field: 'input' | 'output' | 'metadata';
}

interface Subject {
  readonly known: KnownMedia;
  readonly replay: Replay;
}

const MEDIA_FACTS: Checks<Subject> = {
  mediaId: fact((id, { replay }) => expect(replay.media.map((media) => media.id)).toContain(id)),
  contentType: fact((expected, subject) => expect(mediaOf(subject)?.contentType).toBe(expected)),
  bytes: fact((expected, subject) => {
    expect(mediaOf(subject)?.contentLength).toBe(expected);
    expect(mediaOf(subject)?.bytes).toHaveLength(Number(expected));
  }),
  sha256Base64: fact((expected, subject) => expect(mediaOf(subject)?.sha256).toBe(expected)),
  source: fact((expected, subject) => expect(fieldText(subject)).toContain(`source=${String(expected)}`)),
  on: fact((_, subject) => expect(fieldText(subject)).toContain(`id=${subject.known.mediaId}`)),
  field: fact((_, subject) => expect(fieldText(subject)).toContain('@@@langfuseMedia:')),
};

/** Holds what is known of one use of a medium against the bytes and the place that refers to them. */
export function checkMedia(known: KnownMedia, replay: Replay): void {
  checkFacts(MEDIA_FACTS, known, { known, replay });
}

/** How many references to media the payloads hold. */
export function countMediaReferences({ traces }: Replay): number {
  const own = traces.flatMap(({ trace, payload, payloads }) => [
    // A trace without a payload of its own shows its root's, which would be counted twice.
    trace.isVirtual ? null : payload,
    ...payloads.values(),
  ]);
  return JSON.stringify(own).split('@@@langfuseMedia:').length - 1;
}

function mediaOf({ known, replay }: Subject) {
  return replay.media.find((media) => media.id === known.mediaId);
}

function fieldText({ known: { on, field }, replay }: Subject): string {
  const values = replay.traces.flatMap(({ payload, payloads, observations }): JsonValue[] =>
    on === 'trace'
      ? [payload[field]]
      : observations.filter(({ name }) => name === on).map(({ id }) => payloads.get(id)?.[field] ?? null),
  );
  return JSON.stringify(values);
}
