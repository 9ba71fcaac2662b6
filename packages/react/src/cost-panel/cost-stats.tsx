'use client';

import { usePresentation } from './presentation.ts';
import { changeText } from './group-text.ts';
import type { Costs } from './use-costs.ts';

/** The whole in a few numbers, each against the time before. */
export function CostStats({ whole, before, cache }: Pick<Costs, 'whole' | 'before' | 'cache'>) {
  const presentation = usePresentation();
  const { messages, format } = presentation;
  const own = messages.costPanel;
  const against = (now: number, then: number | undefined) => {
    const change = changeText(now, then ?? null, presentation);
    return change === null ? null : own.againstBefore(change);
  };
  const saved =
    cache &&
    (cache.saved < 0 ? own.lost(format.cost(Math.abs(cache.saved))) : own.saved(format.cost(cache.saved)));
  const unknown =
    cache && cache.unknownTokens > 0 ? own.savedUnknown(format.tokens(cache.unknownTokens)) : null;
  const stats: readonly (readonly [label: string, value: string, note: string | null])[] = [
    [own.cost, format.cost(whole.cost), against(whole.cost, before?.cost)],
    [own.tokens, format.tokens(whole.tokens), against(whole.tokens, before?.tokens)],
    [own.calls, format.count(whole.calls), against(whole.calls, before?.calls)],
    [
      own.cached,
      cache?.share == null ? '–' : format.share(cache.share),
      [saved, unknown].filter((part) => part !== null).join(' · ') || null,
    ],
  ];
  return (
    <dl className="oriel-cost-panel-stats">
      {stats.map(([label, value, note]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi className="oriel-cost-panel-number">{value}</bdi>
            {note !== null && <span className="oriel-quiet">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
