'use client';

import type { Trace } from '@oriel/core';
import type { PanelPresentation } from '../provider/panel-presentation.ts';
import type { Navigation } from '../provider/navigation.ts';
import { turnHref } from '../provider/turn-href.ts';
import {
  CostCell,
  DurationCell,
  LevelsCell,
  NameCell,
  NumberCell,
  PreviewCell,
  ScoreCell,
  TagsCell,
  TextCell,
  TimeCell,
  TokensCell,
  costOf,
  tokensOf,
} from '../record-table/record-cells.tsx';
import type { RecordColumn } from '../record-table/record-column.ts';

interface TraceColumnsOptions {
  messages: PanelPresentation<'recordTable'>['messages'];
  navigation: Navigation;
  /** Names of scores, each of which gets a column. */
  scoreNames: readonly string[];
}

/** Every column there is of traces: first those that are shown until the reader chooses others. */
export function traceColumns({
  messages,
  navigation,
  scoreNames,
}: TraceColumnsOptions): RecordColumn<Trace>[] {
  const texts = messages.recordTable;
  const amount = { isNumeric: true, width: 92 } as const;
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
      width: 200,
      grow: 1,
      isTitle: true,
      cell: ({ name, id, level }) => <NameCell name={name} id={id} level={level} />,
    },
    {
      id: 'input',
      header: messages.input,
      needs: 'payloads',
      width: 200,
      grow: 2,
      cell: (row) => <PreviewCell row={row} part="input" />,
    },
    {
      id: 'output',
      header: messages.output,
      needs: 'payloads',
      width: 200,
      grow: 2,
      cell: (row) => <PreviewCell row={row} part="output" />,
    },
    {
      id: 'levels',
      header: texts.levels,
      sortField: 'errorCount',
      width: 108,
      cell: (row) => <LevelsCell trace={row} />,
    },
    {
      id: 'latency',
      header: messages.latency,
      sortField: 'latency',
      ...amount,
      cell: ({ latency }) => <DurationCell length={latency} />,
    },
    {
      id: 'totalTokens',
      header: messages.tokens,
      sortField: 'totalTokens',
      ...amount,
      cell: (row) => <TokensCell count={tokensOf(row, 'total')} />,
    },
    {
      id: 'totalCost',
      header: texts.totalCost,
      sortField: 'totalCost',
      ...amount,
      width: 100,
      cell: (row) => <CostCell amount={costOf(row, 'total')} />,
    },
    {
      id: 'environment',
      header: messages.environment,
      sortField: 'environment',
      width: 112,
      cell: ({ environment }) => <TextCell text={environment} />,
    },
    {
      id: 'tags',
      header: messages.tags,
      sortField: 'tags',
      width: 160,
      cell: ({ tags }) => <TagsCell tags={tags} />,
    },
    {
      id: 'metadata',
      header: messages.metadata,
      needs: 'payloads',
      width: 200,
      grow: 1,
      cell: (row) => <PreviewCell row={row} part="metadata" />,
    },
    ...scoreNames.map((name): RecordColumn<Trace> => ({
      id: `scores.${name}`,
      header: texts.score(name),
      sortField: `scores.${name}`,
      needs: 'scores',
      ...hidden,
      cell: (row) => <ScoreCell row={row} name={name} />,
    })),
    {
      id: 'sessionId',
      header: messages.session,
      sortField: 'sessionId',
      ...hidden,
      cell: ({ sessionId, id }) => (
        <TextCell
          text={sessionId}
          href={sessionId === null ? undefined : turnHref(navigation, sessionId, id)}
        />
      ),
    },
    {
      id: 'userId',
      header: messages.user,
      sortField: 'userId',
      ...hidden,
      cell: ({ userId }) => (
        <TextCell text={userId} href={userId === null ? undefined : navigation.userHref?.(userId)} />
      ),
    },
    {
      id: 'observationCount',
      header: messages.observations,
      sortField: 'observationCount',
      ...amount,
      ...hidden,
      width: 116,
      cell: ({ observationCount }) => <NumberCell value={observationCount} />,
    },
    {
      id: 'level',
      header: messages.level,
      sortField: 'level',
      ...hidden,
      cell: ({ level }) => messages.levels[level],
    },
    {
      id: 'version',
      header: messages.version,
      sortField: 'version',
      ...hidden,
      cell: ({ version }) => <TextCell text={version} />,
    },
    {
      id: 'release',
      header: messages.release,
      sortField: 'release',
      ...hidden,
      cell: ({ release }) => <TextCell text={release} />,
    },
    {
      id: 'inputCost',
      header: texts.inputCost,
      sortField: 'inputCost',
      ...amount,
      ...hidden,
      cell: (row) => <CostCell amount={costOf(row, 'input')} />,
    },
    {
      id: 'outputCost',
      header: texts.outputCost,
      sortField: 'outputCost',
      ...amount,
      ...hidden,
      width: 100,
      cell: (row) => <CostCell amount={costOf(row, 'output')} />,
    },
    {
      id: 'inputTokens',
      header: texts.inputTokens,
      sortField: 'inputTokens',
      ...amount,
      ...hidden,
      width: 108,
      cell: (row) => <TokensCell count={tokensOf(row, 'input')} />,
    },
    {
      id: 'outputTokens',
      header: texts.outputTokens,
      sortField: 'outputTokens',
      ...amount,
      ...hidden,
      width: 116,
      cell: (row) => <TokensCell count={tokensOf(row, 'output')} />,
    },
    {
      id: 'id',
      header: messages.traceId,
      sortField: 'id',
      ...hidden,
      cell: ({ id }) => <TextCell text={id} />,
    },
  ];
}
