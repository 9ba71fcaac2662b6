'use client';

import { useMemo } from 'react';
import type { Filter, Score } from '@oriel/core';
import { DataGrid } from '../data-grid/data-grid.tsx';
import type { DataGridColumn } from '../data-grid/data-grid-column.ts';
import { ListPanel } from '../data-grid/list-panel.tsx';
import { usePanelQuery } from '../filters/use-panel-query.ts';
import { useScoreList } from '../hooks/use-score-list.ts';
import { MomentCell } from '../people/group-cells.tsx';
import { Link } from '../provider/link.tsx';
import { scoreHref } from '../provider/score-href.ts';
import { Panel } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { usePresentation } from './presentation.ts';

const scoreId = ({ id }: Score) => id;

/** What was said of a user's traces, newest first. */
export function UserScores({ filter }: { filter: Filter }) {
  const presentation = usePresentation();
  const { messages, navigation } = presentation;
  const texts = messages.people;
  const list = useScoreList({ ...usePanelQuery('scores', { filter }), limit: 100 });
  const columns = useMemo(() => scoreColumns(presentation), [presentation]);
  const panel = { 'aria-label': messages.scores };
  return (
    <ListPanel
      name="user-scores"
      panel={panel}
      list={list}
      rowId={scoreId}
      loading={texts.loadingScores}
      failed={texts.scoresFailed}
    >
      {({ rows, ...pages }) =>
        rows.length === 0 ? (
          <Panel {...panel} name="user-scores" state="empty">
            <PanelMessage kind="empty" title={texts.noScores}>
              {texts.noScoresHint}
            </PanelMessage>
          </Panel>
        ) : (
          <Panel {...panel} name="user-scores" state="ready">
            <DataGrid
              label={messages.scores}
              columns={columns}
              rows={rows}
              rowId={scoreId}
              rowHref={(score) => scoreHref(navigation, score)}
              {...pages}
            />
          </Panel>
        )
      }
    </ListPanel>
  );
}

function scoreColumns({
  messages,
  format,
  navigation,
}: ReturnType<typeof usePresentation>): DataGridColumn<Score>[] {
  const texts = messages.people;
  const valueOf = ({ dataType, value }: Score) => {
    if (dataType === 'BOOLEAN') return value === 1 ? messages.yes : messages.no;
    return typeof value === 'number' ? format.number(value) : value;
  };
  return [
    {
      id: 'timestamp',
      header: messages.time,
      width: 184,
      cell: ({ timestamp }) => <MomentCell moment={timestamp} />,
    },
    { id: 'name', header: messages.name, width: 160, isTitle: true, cell: ({ name }) => name },
    { id: 'value', header: texts.value, width: 120, cell: valueOf },
    { id: 'source', header: texts.source, width: 110, cell: ({ source }) => messages.scoreSources[source] },
    {
      id: 'trace',
      header: messages.traceId,
      width: 200,
      cell: ({ traceId }) =>
        traceId !== null && <Link href={navigation.traceHref?.(traceId)}>{traceId}</Link>,
    },
    { id: 'comment', header: texts.comment, width: 240, grow: 1, cell: ({ comment }) => comment },
  ];
}
