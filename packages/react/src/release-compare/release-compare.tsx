'use client';

import { useState } from 'react';
import { isRetryable } from '../queries/read-policy.ts';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import type { CompareExample } from './example-list.tsx';
import { ReleaseCompareView } from './release-compare-view.tsx';
import { SidePickers } from './side-pickers.tsx';
import { useExamples } from './use-examples.ts';
import type { ExampleRequest } from './use-examples.ts';
import { useReleaseCompare } from './use-release-compare.ts';
import type { UseReleaseCompareOptions } from './use-release-compare.ts';

export interface ReleaseCompareProps extends PanelProps, UseReleaseCompareOptions {
  /** Called when an example is opened, where the provider's `navigation` has no address for traces. */
  onOpen?: ((example: CompareExample) => void) | undefined;
}

/**
 * Two releases, versions or filters side by side: what is better, worse or not clearly different, with the range of each
 * difference, what moved, and traces that show it.
 *
 * @example
 * <ReleaseCompare scoreDirections={{ 'user-feedback': 'higher' }} onOpen={({ traceId }) => open(traceId)} />
 */
export function ReleaseCompare({
  query,
  choice,
  defaultChoice,
  onChoice,
  confidence,
  scoreDirections,
  onOpen,
  ...panel
}: ReleaseCompareProps) {
  const { messages } = usePresentation();
  const own = messages.releaseCompare;
  const compare = useReleaseCompare({
    query,
    choice,
    defaultChoice,
    onChoice,
    confidence,
    scoreDirections,
  });
  const { comparison, listed, names, sides } = compare;
  const [request, setRequest] = useState<ExampleRequest | null>(null);
  const examples = useExamples(sides, request, scoreDirections);
  const pickers = <SidePickers names={names} choice={compare.choice} onChoice={compare.setChoice} />;
  const hasNoSides = sides === null && listed.isSuccess;

  if (comparison.data || hasNoSides) {
    return (
      <ReleaseCompareView
        {...panel}
        comparison={(!hasNoSides && comparison.data) || null}
        names={names}
        choice={compare.choice}
        onChoice={compare.setChoice}
        isStale={comparison.isPlaceholderData}
        request={request}
        examples={examples}
        onRequest={setRequest}
        onOpen={onOpen}
      />
    );
  }
  const failed = [listed, comparison].find(({ error }) => error);
  if (failed?.error) {
    const { error, refetch } = failed;
    return (
      <Panel aria-label={own.title} {...panel} name="release-compare" state="error">
        {pickers}
        <PanelMessage
          kind="error"
          title={own.failed}
          onRetry={isRetryable(error) ? () => void refetch() : undefined}
        >
          {error.message}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel aria-label={own.title} {...panel} name="release-compare" state="loading">
      <SkeletonLines count={9} className="oriel-release-compare-skeleton" label={own.loading} />
    </Panel>
  );
}
