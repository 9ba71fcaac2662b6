import type { OtlpSpan, SpanGroup } from '../otlp-export.ts';
import type { SpanSource } from '../span-source.ts';

/** The words one convention has for what it tells of a span. */
export interface Vocabulary {
  /** As `provenance.convention` tells it; `null` for general OpenTelemetry, which names no convention. */
  readonly name: string | null;
  /** How its attributes begin. A span that has one of them speaks the vocabulary. */
  readonly prefixes: readonly string[];
  /** Its attributes that share no prefix. */
  readonly keys?: readonly string[];
  /** Scopes whose spans speak it, whatever they carry. */
  readonly scopes?: readonly string[];
  /** How its span events begin. */
  readonly events?: readonly string[];
  /** True for attributes that a field of the record holds, so that metadata need not. */
  readonly consumes: (key: string) => boolean;
}

/** A place to look, and whose it is: skipped on spans that do not speak the vocabulary. */
export interface Source<Value> {
  readonly vocabulary: Vocabulary;
  readonly read: SpanSource<Value>;
}

type Spoken<Sources> = {
  readonly [Name in keyof Sources]: Sources[Name] extends SpanSource<infer Value> ? Source<Value> : never;
};

/** The sources of a vocabulary, each knowing whose it is. */
export function speaking<Sources extends Readonly<Record<string, SpanSource<unknown>>>>(
  vocabulary: Vocabulary,
  sources: Sources,
): Spoken<Sources> {
  const spoken = Object.entries(sources).map(([name, read]) => [name, { vocabulary, read }]);
  return Object.fromEntries(spoken) as Spoken<Sources>;
}

/** The first source that has a value. */
export function readFirst<Value>(
  sources: readonly Source<Value>[],
  span: OtlpSpan,
  group: SpanGroup,
): Value | undefined {
  for (const source of sources) {
    const value = source.read(span, group);
    if (value !== undefined) return value;
  }
  return undefined;
}
