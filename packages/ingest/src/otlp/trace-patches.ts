import type { EpochMs, TraceId, TracePatch } from '@oriel/core';
import { isSameJson } from '../json/is-same-json.ts';
import { readFirst } from './conventions/vocabulary.ts';
import type { SpanReading } from './span-reading.ts';

/** Older than anything a client says: a version taken from the service gives way to every version named. */
const BEFORE_EVERYTHING: EpochMs = 0;

/** How many different sayings of a trace are compared with: enough to coalesce, too few to get slow. */
const COMPARED = 16;

type TraceFields = Pick<TracePatch, (typeof FIELD_NAMES)[number]>;

const FIELD_NAMES = [
  'name',
  'userId',
  'sessionId',
  'environment',
  'release',
  'version',
  'tags',
  'public',
  'input',
  'output',
  'metadata',
] as const;

/** Spans that say the same about one trace. */
interface Said {
  readonly fields: TraceFields;
  earliest: EpochMs;
  latest: EpochMs;
}

/**
 * What spans say about their trace. SDKs repeat it on every span, so of spans that say the same only the earliest and
 * the latest are kept: no merge rule looks at those in between.
 */
export class TracePatches {
  readonly #traces = new Map<TraceId, Said[]>();
  readonly #rootVersions = new Map<TraceId, Set<string>>();

  add(reading: SpanReading): void {
    const { span, group, precedence, at } = reading;
    const isRoot = span.parentSpanId === null || readFirst(precedence.isAppRoot, span, group) === true;
    const version = isRoot ? readFirst(precedence.rootVersion, span, group) : undefined;
    if (version !== undefined) this.#keepRootVersion(span.traceId, version);
    const fields = traceFields(reading);
    if (FIELD_NAMES.some((name) => fields[name] !== undefined)) this.#keep(span.traceId, at, fields);
  }

  *[Symbol.iterator](): Generator<TracePatch> {
    for (const [id, said] of this.#traces) {
      for (const { fields, earliest, latest } of said) {
        yield { kind: 'trace', id, at: earliest, ...fields };
        if (latest !== earliest) yield { kind: 'trace', id, at: latest, ...fields };
      }
    }
    for (const [id, versions] of this.#rootVersions) {
      for (const version of versions) yield { kind: 'trace', id, at: BEFORE_EVERYTHING, version };
    }
  }

  #keepRootVersion(id: TraceId, version: string): void {
    const versions = this.#rootVersions.get(id);
    if (versions === undefined) this.#rootVersions.set(id, new Set([version]));
    else versions.add(version);
  }

  #keep(id: TraceId, at: EpochMs, fields: TraceFields): void {
    const said = this.#traces.get(id);
    if (said === undefined) {
      this.#traces.set(id, [{ fields, earliest: at, latest: at }]);
      return;
    }
    for (let index = said.length - 1; index >= Math.max(said.length - COMPARED, 0); index -= 1) {
      const kept = said[index];
      if (kept === undefined || !areSame(kept.fields, fields)) continue;
      kept.earliest = Math.min(kept.earliest, at);
      kept.latest = Math.max(kept.latest, at);
      return;
    }
    said.push({ fields, earliest: at, latest: at });
  }
}

function areSame(a: TraceFields, b: TraceFields): boolean {
  return FIELD_NAMES.every((name) => isSameJson(a[name], b[name]));
}

/** Fields that nobody set are `undefined`. Name, input and output are the root's unless somebody says otherwise. */
function traceFields({ span, group, precedence, environment }: SpanReading): TraceFields {
  return {
    name: readFirst(precedence.traceName, span, group),
    userId: readFirst(precedence.userId, span, group),
    sessionId: readFirst(precedence.sessionId, span, group),
    environment,
    release: readFirst(precedence.release, span, group),
    version: readFirst(precedence.traceVersion, span, group),
    tags: readFirst(precedence.tags, span, group),
    public: readFirst(precedence.public, span, group),
    input: readFirst(precedence.traceInput, span, group),
    output: readFirst(precedence.traceOutput, span, group),
    metadata: readFirst(precedence.traceMetadata, span, group),
  };
}
