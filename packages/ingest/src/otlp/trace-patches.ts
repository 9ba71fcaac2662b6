import { normalizeEnvironment } from '@oriel/core';
import type { EpochMs, TracePatch } from '@oriel/core';
import { PRECEDENCE } from './conventions/precedence.ts';
import type { OtlpSpan, SpanGroup } from './otlp-export.ts';
import { readFirst } from './span-source.ts';

/** Older than anything a client says: a version taken from the service gives way to every version named. */
const BEFORE_EVERYTHING: EpochMs = 0;

type TraceFields = Omit<TracePatch, 'kind' | 'id' | 'at' | 'mode'>;

/**
 * What spans say about their trace. SDKs repeat it on every span, so of spans that say the same only the earliest and
 * the latest are kept: no merge rule looks at those in between.
 */
export class TracePatches {
  readonly #spans = new Map<string, { earliest: TracePatch; latest: TracePatch }>();

  add(span: OtlpSpan, group: SpanGroup, at: EpochMs): void {
    this.#keep(span.traceId, at, traceFields(span, group));
    const isRoot = span.parentSpanId === null || readFirst(PRECEDENCE.isAppRoot, span, group) === true;
    const version = isRoot ? readFirst(PRECEDENCE.rootVersion, span, group) : undefined;
    this.#keep(span.traceId, BEFORE_EVERYTHING, { version });
  }

  *[Symbol.iterator](): Generator<TracePatch> {
    for (const { earliest, latest } of this.#spans.values()) {
      yield earliest;
      if (latest !== earliest) yield latest;
    }
  }

  #keep(id: string, at: EpochMs, fields: TraceFields): void {
    const text = JSON.stringify(fields);
    if (text === '{}') return;
    const key = `${id} ${at === BEFORE_EVERYTHING} ${text}`;
    const kept = this.#spans.get(key);
    if (kept === undefined) {
      const patch: TracePatch = { kind: 'trace', id, at, ...fields };
      this.#spans.set(key, { earliest: patch, latest: patch });
    } else if (at < kept.earliest.at) {
      kept.earliest = { ...kept.earliest, at };
    } else if (at > kept.latest.at) {
      kept.latest = { ...kept.latest, at };
    }
  }
}

/** Fields that nobody set are `undefined`. Name, input and output are the root's unless somebody says otherwise. */
function traceFields(span: OtlpSpan, group: SpanGroup): TraceFields {
  const environment = readFirst(PRECEDENCE.environment, span, group);
  return {
    name: readFirst(PRECEDENCE.traceName, span, group),
    userId: readFirst(PRECEDENCE.userId, span, group),
    sessionId: readFirst(PRECEDENCE.sessionId, span, group),
    environment: environment === undefined ? undefined : normalizeEnvironment(environment),
    release: readFirst(PRECEDENCE.release, span, group),
    version: readFirst(PRECEDENCE.traceVersion, span, group),
    tags: readFirst(PRECEDENCE.tags, span, group),
    public: readFirst(PRECEDENCE.public, span, group),
    input: readFirst(PRECEDENCE.traceInput, span, group),
    output: readFirst(PRECEDENCE.traceOutput, span, group),
    metadata: readFirst(PRECEDENCE.traceMetadata, span, group),
  };
}
