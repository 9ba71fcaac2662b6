'use client';

import { useEffect, useMemo } from 'react';
import { recordKey } from '@oriel/core';
import type { Score, ScoreId } from '@oriel/core';
import { DataGrid } from '../data-grid/data-grid.tsx';
import { scoreHref } from '../provider/score-href.ts';
import { splitRecordOptions } from '../record-table/record-table-options.ts';
import type { RecordTableOptions } from '../record-table/record-table-options.ts';
import { Panel } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { OutputPreviewsContext } from './output-cell.tsx';
import { createOutputPreviews } from './output-previews.ts';
import type { OutputReader } from './output-previews.ts';
import { usePresentation } from './presentation.ts';
import { scoreColumns } from './score-columns.tsx';

export interface ScoreTableViewProps extends Omit<RecordTableOptions, 'reader'> {
  /** Scores in the order to show them; the same objects where nothing changed. */
  scores: readonly Score[];
  /** Shows the beginning of what was judged, until the reader chooses otherwise. @defaultValue `false` */
  showsOutputs?: boolean | undefined;
  /** Reads the outputs of the rows in sight; keep it stable. @defaultValue their column stays empty */
  readOutput?: OutputReader | undefined;
  /** The score that is open elsewhere. @defaultValue none */
  selectedId?: ScoreId | null | undefined;
  /** Called when a row is opened by a click or by Enter. */
  onSelect?: ((score: Score) => void) | undefined;
  /** Address of what a score judges. @defaultValue the provider's `navigation`, of the observation, trace or session */
  scoreHref?: ((score: Score) => string | undefined) | undefined;
  /** Only some were asked for, so an empty table says to widen the filter. @defaultValue `false` */
  isFiltered?: boolean | undefined;
}

/** `ScoreTable` for scores you already hold: no store, no loading state. */
export function ScoreTableView({
  scores,
  showsOutputs = false,
  readOutput,
  selectedId = null,
  onSelect,
  scoreHref: ownHref,
  isFiltered = false,
  ...options
}: ScoreTableViewProps) {
  const { messages, navigation } = usePresentation();
  const texts = messages.scoreTable;
  const { grid, panel, subscribe, isStale = false, children } = splitRecordOptions(options);
  const columns = useMemo(
    () => scoreColumns({ messages, navigation, showsOutputs }),
    [messages, navigation, showsOutputs],
  );
  const previews = useMemo(() => (readOutput ? createOutputPreviews(readOutput) : null), [readOutput]);
  useEffect(() => (previews ? subscribe?.(previews.touch) : undefined), [previews, subscribe]);

  if (scores.length === 0 && !isStale) {
    return (
      <Panel aria-label={texts.title} {...panel} name="score-table" state="empty">
        {children}
        {/* What was chosen there may be why nothing is here. */}
        {grid.toolbar && <div className="oriel-score-table-bar">{grid.toolbar}</div>}
        <PanelMessage kind="empty" title={isFiltered ? texts.noMatch : texts.noScores}>
          {isFiltered ? texts.noMatchHint : texts.noScoresHint}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel
      aria-label={texts.title}
      {...panel}
      name="score-table"
      state="ready"
      data-stale={isStale ? '' : undefined}
    >
      {children}
      <OutputPreviewsContext.Provider value={previews}>
        <DataGrid
          {...grid}
          label={texts.title}
          columns={columns}
          rows={scores}
          rowId={recordKey}
          openId={selectedId}
          onOpen={onSelect}
          rowHref={ownHref ?? ((score) => scoreHref(navigation, score))}
        />
      </OutputPreviewsContext.Provider>
    </Panel>
  );
}
