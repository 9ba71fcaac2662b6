'use client';

import type { Score } from '@oriel/core';
import type { DataGridColumn } from '../data-grid/data-grid-column.ts';
import type { Navigation } from '../provider/navigation.ts';
import type { PanelPresentation } from '../provider/panel-presentation.ts';
import { NumberCell, TextCell, TimeCell } from '../record-table/record-cells.tsx';
import { OutputCell } from './output-cell.tsx';

interface ScoreColumnsOptions {
  messages: PanelPresentation<'scoreTable'>['messages'];
  navigation: Navigation;
  /** Outputs are what the reader came for. */
  showsOutputs: boolean;
}

type Column = DataGridColumn<Score>;

/** Every column there is of scores: first those that are shown until the reader chooses others. */
export function scoreColumns({ messages, navigation, showsOutputs }: ScoreColumnsOptions): Column[] {
  const texts = messages.scoreTable;
  const hidden = { isShown: false } as const;
  return [
    {
      id: 'timestamp',
      header: messages.time,
      sortField: 'timestamp',
      width: 184,
      cell: ({ timestamp }) => <TimeCell moment={timestamp} />,
    },
    {
      id: 'name',
      header: messages.name,
      sortField: 'name',
      width: 160,
      isTitle: true,
      cell: ({ name }) => (
        <span className="oriel-data-grid-text oriel-record-title" title={name}>
          {name}
        </span>
      ),
    },
    {
      id: 'value',
      header: texts.value,
      sortField: 'value',
      width: 110,
      isNumeric: true,
      cell: (score) => <ValueCell score={score} messages={messages} />,
    },
    {
      id: 'output',
      header: texts.output,
      width: 240,
      grow: 3,
      isShown: showsOutputs,
      cell: (score) => <OutputCell score={score} />,
    },
    {
      id: 'comment',
      header: texts.comment,
      sortField: 'comment',
      width: 200,
      grow: 2,
      cell: ({ comment }) => <TextCell text={comment} />,
    },
    {
      id: 'source',
      header: texts.source,
      sortField: 'source',
      width: 108,
      cell: ({ source }) => messages.scoreSources[source],
    },
    {
      id: 'dataType',
      header: texts.dataType,
      sortField: 'dataType',
      width: 108,
      cell: ({ dataType }) => messages.scoreDataTypes[dataType],
    },
    {
      id: 'authorId',
      header: texts.author,
      sortField: 'authorId',
      width: 120,
      cell: ({ authorId }) => <TextCell text={authorId} />,
    },
    {
      id: 'traceId',
      header: messages.traceId,
      sortField: 'traceId',
      cell: ({ traceId }) => (
        <TextCell text={traceId} href={traceId === null ? undefined : navigation.traceHref?.(traceId)} />
      ),
    },
    {
      id: 'observationId',
      header: messages.observationId,
      sortField: 'observationId',
      cell: ({ traceId, observationId }) => (
        <TextCell
          text={observationId}
          href={
            traceId === null || observationId === null
              ? undefined
              : navigation.observationHref?.(traceId, observationId)
          }
        />
      ),
    },
    {
      id: 'sessionId',
      header: messages.session,
      sortField: 'sessionId',
      cell: ({ sessionId }) => (
        <TextCell
          text={sessionId}
          href={sessionId === null ? undefined : navigation.sessionHref?.(sessionId)}
        />
      ),
    },
    {
      id: 'environment',
      header: messages.environment,
      sortField: 'environment',
      width: 112,
      cell: ({ environment }) => <TextCell text={environment} />,
    },
    {
      id: 'configId',
      header: texts.config,
      sortField: 'configId',
      ...hidden,
      cell: ({ configId }) => <TextCell text={configId} />,
    },
    {
      id: 'id',
      header: texts.scoreId,
      sortField: 'id',
      ...hidden,
      cell: ({ id }) => <TextCell text={id} />,
    },
  ];
}

function ValueCell({
  score: { value, dataType },
  messages,
}: {
  score: Score;
  messages: ScoreColumnsOptions['messages'];
}) {
  if (dataType === 'BOOLEAN') return value === 1 ? messages.yes : messages.no;
  return typeof value === 'number' ? <NumberCell value={value} /> : <TextCell text={value} />;
}
