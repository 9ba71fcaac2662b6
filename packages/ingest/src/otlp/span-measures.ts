import type { Cost, Provenance, Usage } from '@oriel/core';
import { usageProvenance } from '../usage/usage-provenance.ts';
import { DELIBERATE } from './conventions/precedence.ts';
import { readFirst } from './conventions/vocabulary.ts';
import type { Source } from './conventions/vocabulary.ts';
import type { SpanReading } from './span-reading.ts';

/** Which model a span called, how much it took, and what that cost. */
interface SpanMeasures {
  readonly model: string | undefined;
  readonly usage: Usage | undefined;
  readonly cost: Cost | undefined;
  readonly provenance: Partial<Provenance> | undefined;
}

/**
 * The measures of a span. Where it only repeats those of the calls below, they are left to these: summed over a tree,
 * every token would count twice. What it said stays visible in the provenance.
 */
export function spanMeasures({ span, group, precedence }: SpanReading): SpanMeasures {
  if (readFirst(precedence.isAggregate, span, group) !== true) {
    const counts = readFirst(precedence.usage, span, group);
    return {
      model: readFirst(precedence.model, span, group),
      usage: counts?.usage,
      cost: readFirst(precedence.cost, span, group),
      provenance: usageProvenance(counts),
    };
  }
  const counts = readFirst(deliberate(precedence.usage), span, group);
  const repeated = counts === undefined ? readFirst(precedence.usage, span, group) : undefined;
  return {
    model: readFirst(deliberate(precedence.model), span, group),
    usage: counts?.usage,
    cost: readFirst(deliberate(precedence.cost), span, group),
    provenance: repeated ? { usageRule: 'aggregate', rawUsage: repeated.raw } : usageProvenance(counts),
  };
}

function deliberate<Value>(sources: readonly Source<Value>[]): readonly Source<Value>[] {
  return sources.filter(({ vocabulary }) => vocabulary === DELIBERATE);
}
