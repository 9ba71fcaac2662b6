'use client';

import type { CostFinding, CostFindings, ObservationId, TraceId } from '@oriel/core';
import { Link } from '../provider/link.tsx';
import { usePresentation } from './presentation.ts';
import type { PanelPresentation } from '../provider/panel-presentation.ts';

interface FindingListProps {
  findings: CostFindings;
  onOpen: ((traceId: TraceId, observationId: ObservationId) => void) | undefined;
}

/** What is missing from the numbers below, or counted twice in them. */
export function FindingList({
  findings: { findings, tracesLookedAt, tracesSuspected },
  onOpen,
}: FindingListProps) {
  const presentation = usePresentation();
  const { messages, format } = presentation;
  const own = messages.costPanel;
  if (findings.length === 0) return null;
  const isPartial = tracesSuspected > tracesLookedAt;
  return (
    <section className="oriel-cost-panel-findings" aria-label={own.findings}>
      <h3 className="oriel-section-title">{own.findings}</h3>
      <ul>
        {findings.map((finding, place) => (
          <li key={place} data-code={finding.code}>
            <bdi>{sentence(finding, presentation)}</bdi>
            {finding.code === 'repeated-by-parent' && <Example finding={finding} onOpen={onOpen} />}
          </li>
        ))}
      </ul>
      {isPartial && (
        <p className="oriel-quiet">
          {own.lookedAt(format.count(tracesLookedAt), format.count(tracesSuspected))}
        </p>
      )}
    </section>
  );
}

interface ExampleProps {
  finding: Extract<CostFinding, { code: 'repeated-by-parent' }>;
  onOpen: FindingListProps['onOpen'];
}

function Example({ finding: { example }, onOpen }: ExampleProps) {
  const { messages, navigation } = usePresentation();
  const text = messages.costPanel.showStep;
  const href =
    navigation.observationHref?.(example.traceId, example.observationId) ??
    navigation.traceHref?.(example.traceId);
  if (href !== undefined) {
    return (
      <>
        {' '}
        <Link href={href} className="oriel-link">
          {text}
        </Link>
      </>
    );
  }
  if (!onOpen) return null;
  return (
    <button
      type="button"
      className="oriel-text-button"
      onClick={() => onOpen(example.traceId, example.observationId)}
    >
      {text}
    </button>
  );
}

function sentence(finding: CostFinding, { messages, format }: PanelPresentation<'costPanel'>): string {
  const own = messages.costPanel;
  switch (finding.code) {
    case 'unpriced-model':
      return own.unpricedModel({
        model: finding.model,
        calls: format.count(finding.calls),
        tokens: format.tokens(finding.tokens),
      });
    case 'uncounted-model':
      return own.uncountedModel({ model: finding.model, calls: format.count(finding.calls) });
    case 'parts-exceed-total':
      return own.partsExceedTotal({
        model: finding.model ?? messages.unnamed,
        calls: format.count(finding.calls),
        share: format.share(finding.parts / Math.max(1, finding.total)),
      });
    case 'same-tokens-twice':
      return own.sameTokensTwice({
        keys: finding.keys.join(', '),
        calls: format.count(finding.calls),
        tokens: format.tokens(finding.tokens),
      });
    case 'repeated-by-parent':
      return own.repeatedByParent({
        name: finding.name ?? messages.unnamed,
        steps: format.count(finding.steps),
        cost: format.cost(finding.cost),
      });
    case 'sampled':
      break;
  }
  return own.sampled({
    traces: format.count(finding.traces),
    cost: format.cost(finding.cost),
    estimated: format.cost(finding.estimated),
  });
}
