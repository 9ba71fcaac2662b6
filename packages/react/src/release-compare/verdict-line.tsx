'use client';

import { usePresentation } from './presentation.ts';
import type { ComparedReleases } from './comparison-query.ts';
import { measureName, relativeText } from './measure-text.ts';

interface VerdictLineProps {
  comparison: ComparedReleases;
  baseline: string;
  candidate: string;
}

/** What follows from all measures, in plain words. */
export function VerdictLine({ comparison, baseline, candidate }: VerdictLineProps) {
  const presentation = usePresentation();
  const { messages, format } = presentation;
  const own = messages.releaseCompare;
  const listOf = (verdict: 'better' | 'worse') =>
    comparison.measures
      .filter((row) => row.verdict === verdict)
      .map(({ measure, relative }) =>
        [measureName(measure, presentation), relativeText(relative, presentation)].filter(Boolean).join(' '),
      )
      .join(', ');
  const [worse, better] = [listOf('worse'), listOf('better')];
  return (
    <div className="oriel-release-compare-summary" data-verdict={comparison.verdict} aria-live="polite">
      <p className="oriel-release-compare-sentence">
        {own.verdict[comparison.verdict](isolate(candidate), isolate(baseline))}
      </p>
      {worse !== '' && <p>{own.worse(worse)}</p>}
      {better !== '' && <p>{own.better(better)}</p>}
      <p className="oriel-quiet">{own.confidence(format.share(comparison.confidence))}</p>
    </div>
  );
}

/** Names of releases have a direction of their own, and stand in sentences of another. */
function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
