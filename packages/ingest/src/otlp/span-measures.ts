import type { Cost, Provenance, Usage } from '@oriel/core';
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
  const isAggregate = readFirst(precedence.isAggregate, span, group) === true;
  const counts = readFirst(isAggregate ? deliberate(precedence.usage) : precedence.usage, span, group);
  const measures = {
    model: readFirst(isAggregate ? deliberate(precedence.model) : precedence.model, span, group),
    usage: counts?.usage,
    cost: readFirst(isAggregate ? deliberate(precedence.cost) : precedence.cost, span, group),
  };
  if (counts !== undefined) {
    const { rule, raw, warning = null } = counts;
    return { ...measures, provenance: { usageRule: rule, rawUsage: raw, usageWarning: warning } };
  }
  const repeated = isAggregate ? readFirst(precedence.usage, span, group) : undefined;
  return {
    ...measures,
    provenance: repeated === undefined ? undefined : { usageRule: 'aggregate', rawUsage: repeated.raw },
  };
}

function deliberate<Value>(sources: readonly Source<Value>[]): readonly Source<Value>[] {
  return sources.filter(({ vocabulary }) => vocabulary === DELIBERATE);
}
