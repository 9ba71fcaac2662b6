'use client';

import { usePresentation } from './presentation.ts';
import type { ReleaseName } from '@oriel/core';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import type { CompareChoice } from './compare-choice.ts';
import type { ComparedReleases } from './comparison-query.ts';
import { ExampleList } from './example-list.tsx';
import type { CompareExample } from './example-list.tsx';
import { measureName } from './measure-text.ts';
import { MeasureTable } from './measure-table.tsx';
import { MoverList } from './mover-list.tsx';
import { SidePickers } from './side-pickers.tsx';
import type { ExampleRequest, SideExamples } from './use-examples.ts';
import { VerdictLine } from './verdict-line.tsx';

export interface ReleaseCompareViewProps extends PanelProps {
  /** What was compared; `null` where nothing can be. */
  comparison: ComparedReleases | null;
  /** Releases or versions to choose from, the newest first. */
  names: readonly ReleaseName[];
  choice: CompareChoice;
  onChoice: (choice: CompareChoice) => void;
  /** Another comparison is on its way. @defaultValue false */
  isStale?: boolean | undefined;
  /** What examples are shown of. @defaultValue none */
  request?: ExampleRequest | null | undefined;
  examples?: SideExamples | undefined;
  /** @defaultValue examples cannot be asked for */
  onRequest?: ((request: ExampleRequest | null) => void) | undefined;
  /** Called when an example is opened, where traces have no address. */
  onOpen?: ((example: CompareExample) => void) | undefined;
}

/** `ReleaseCompare` for a comparison you already hold. */
export function ReleaseCompareView({
  comparison,
  names,
  choice,
  onChoice,
  isStale = false,
  request = null,
  examples = { baseline: null, candidate: null },
  onRequest,
  onOpen,
  ...panel
}: ReleaseCompareViewProps) {
  const presentation = usePresentation();
  const { messages } = presentation;
  const own = messages.releaseCompare;
  const baseline = choice.baseline || own.everything;
  const candidate = choice.candidate || own.everything;
  const title =
    request?.kind === 'measure'
      ? measureName(request.measure, presentation)
      : (request?.mover.name ?? messages.unnamed);
  const state = comparison === null ? 'empty' : 'ready';
  // Below what was asked for.
  const opened = request && (
    <section className="oriel-release-compare-opened" aria-label={own.examplesOf(title)}>
      <h3 className="oriel-section-title">{own.examplesOf(title)}</h3>
      <div className="oriel-release-compare-both">
        <ExampleList side={baseline} examples={examples.baseline} onOpen={onOpen} />
        <ExampleList side={candidate} examples={examples.candidate} onOpen={onOpen} />
      </div>
    </section>
  );
  return (
    <Panel aria-label={own.title} {...panel} name="release-compare" state={state}>
      <SidePickers names={names} choice={choice} onChoice={onChoice} />
      {comparison === null ? (
        <PanelMessage kind="empty" title={names.length === 0 ? own.noReleases : own.oneRelease}>
          {own.noReleasesHint}
        </PanelMessage>
      ) : (
        <div className="oriel-release-compare-body" data-stale={isStale ? '' : undefined}>
          <VerdictLine comparison={comparison} baseline={baseline} candidate={candidate} />
          <MeasureTable
            measures={comparison.measures}
            baseline={baseline}
            candidate={candidate}
            openMeasure={request?.kind === 'measure' ? request.measure : null}
            onExamples={
              onRequest && ((measure) => onRequest(measure === null ? null : { kind: 'measure', measure }))
            }
          />
          {request?.kind === 'measure' && opened}
          <MoverList
            movers={comparison.movers}
            baseline={baseline}
            candidate={candidate}
            onExamples={onRequest && ((mover, measure) => onRequest({ kind: 'mover', mover, measure }))}
          />
          {request?.kind === 'mover' && opened}
        </div>
      )}
    </Panel>
  );
}
