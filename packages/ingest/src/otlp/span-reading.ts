import { normalizeEnvironment } from '@oriel/core';
import type { EpochMs } from '@oriel/core';
import type { Precedence } from './conventions/precedence.ts';
import { readFirst } from './conventions/vocabulary.ts';
import type { OtlpSpan, SpanGroup } from './otlp-export.ts';
import { groupMetadata } from './span-metadata.ts';
import type { GroupMetadata } from './span-metadata.ts';
import { shapeOf } from './span-shapes.ts';
import { spokenPrecedence } from './spoken-precedence.ts';
import { spokenByEvents, spokenByScope, spokenIn } from './spoken-vocabularies.ts';
import type { VocabularySet } from './spoken-vocabularies.ts';

/** A span with everything that more than one reader of it needs, found out once. */
export interface SpanReading {
  readonly span: OtlpSpan;
  readonly group: SpanGroup;
  /** When it happened, as an event: exporters send it once, when it ended. */
  readonly at: EpochMs;
  /** Of the span and its scope. */
  readonly spoken: VocabularySet;
  /**
   * Where to look: the sources of the vocabularies that the span, its scope or its resource speaks, without those that
   * can find nothing on this span.
   */
  readonly precedence: Precedence;
  readonly environment: string | undefined;
  /** What all spans of the group have in common. */
  readonly common: GroupMetadata;
}

/** Reads the spans of one group. */
export class SpanReader {
  readonly #group: SpanGroup;
  readonly #now: EpochMs;
  readonly #common: GroupMetadata;
  readonly #byScope: VocabularySet;
  readonly #byResource: VocabularySet;

  /** @param now - the time of spans that carry none. */
  constructor(group: SpanGroup, now: EpochMs) {
    this.#group = group;
    this.#now = now;
    this.#common = groupMetadata(group);
    this.#byScope = spokenByScope(group);
    this.#byResource = spokenIn(group.resource.attributes);
  }

  read(span: OtlpSpan): SpanReading {
    const shape = shapeOf(span.attributes);
    const byKeys = shape === null ? spokenIn(span.attributes) : shape.spoken;
    const spoken = byKeys | spokenByEvents(span) | this.#byScope;
    const all = spoken | this.#byResource;
    const precedence = shape === null ? spokenPrecedence(all) : shape.precedence(all);
    const environment = readFirst(precedence.environment, span, this.#group);
    return {
      span,
      group: this.#group,
      at: span.endTime ?? span.startTime ?? this.#now,
      spoken,
      precedence,
      environment: environment === undefined ? undefined : normalizeEnvironment(environment),
      common: this.#common,
    };
  }
}
