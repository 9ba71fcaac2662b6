'use client';

import { summarizeCost, summarizeUsage, totalCost } from '@oriel/core';
import type { Session } from '@oriel/core';
import type { DataGridColumn } from '../data-grid/data-grid-column.ts';
import type { BaseMessages } from '../messages/base-messages.ts';
import type { PanelMessages } from '../messages/messages.ts';
import {
  AmountCell,
  CountCell,
  ErrorsCell,
  LengthCell,
  MomentCell,
  ScoresCell,
  TagsCell,
} from '../people/group-cells.tsx';
import { SessionUsers } from './session-users.tsx';

/** Every column there is of sessions. */
export function sessionColumns(
  messages: BaseMessages & Pick<PanelMessages, 'people'>,
): DataGridColumn<Session>[] {
  const texts = messages.people;
  const amount = { isNumeric: true, width: 96 } as const;
  const hidden = { isShown: false } as const;
  return [
    {
      id: 'id',
      header: messages.session,
      sortField: 'id',
      width: 190,
      grow: 1,
      isTitle: true,
      cell: ({ id }) => <span title={id}>{id}</span>,
    },
    {
      id: 'users',
      header: messages.user,
      sortField: 'userIds',
      width: 200,
      grow: 1,
      cell: ({ userIds }) => <SessionUsers userIds={userIds} />,
    },
    {
      id: 'startTime',
      header: messages.start,
      sortField: 'startTime',
      width: 184,
      cell: ({ startTime }) => <MomentCell moment={startTime} />,
    },
    {
      id: 'duration',
      header: messages.duration,
      sortField: 'duration',
      ...amount,
      cell: ({ startTime, endTime }) => <LengthCell length={endTime - startTime} />,
    },
    {
      id: 'traceCount',
      header: texts.turns,
      sortField: 'traceCount',
      ...amount,
      width: 80,
      cell: ({ traceCount }) => <CountCell count={traceCount} />,
    },
    {
      id: 'errors',
      header: texts.errors,
      ...amount,
      cell: ({ id, traceCount }) => <ErrorsCell id={id} traces={traceCount} />,
    },
    {
      id: 'totalTokens',
      header: messages.tokens,
      sortField: 'totalTokens',
      ...amount,
      cell: ({ usage }) => <AmountCell tokens={summarizeUsage(usage).total} />,
    },
    {
      id: 'totalCost',
      header: messages.cost,
      sortField: 'totalCost',
      ...amount,
      cell: ({ cost }) => <AmountCell cost={totalCost(cost)} />,
    },
    {
      id: 'environment',
      header: messages.environment,
      sortField: 'environment',
      width: 112,
      cell: ({ environment }) => environment,
    },
    { id: 'tags', header: messages.tags, width: 160, cell: ({ id }) => <TagsCell id={id} /> },
    {
      id: 'scores',
      header: messages.scores,
      width: 220,
      grow: 1,
      cell: ({ id }) => <ScoresCell id={id} />,
    },
    {
      id: 'endTime',
      header: messages.end,
      sortField: 'endTime',
      ...hidden,
      width: 184,
      cell: ({ endTime }) => <MomentCell moment={endTime} />,
    },
    {
      id: 'inputTokens',
      header: texts.inputTokens,
      sortField: 'inputTokens',
      ...amount,
      ...hidden,
      cell: ({ usage }) => <AmountCell tokens={summarizeUsage(usage).input} />,
    },
    {
      id: 'outputTokens',
      header: texts.outputTokens,
      sortField: 'outputTokens',
      ...amount,
      ...hidden,
      cell: ({ usage }) => <AmountCell tokens={summarizeUsage(usage).output} />,
    },
    {
      id: 'inputCost',
      header: texts.inputCost,
      sortField: 'inputCost',
      ...amount,
      ...hidden,
      cell: ({ cost }) => <AmountCell cost={summarizeCost(cost).input} />,
    },
    {
      id: 'outputCost',
      header: texts.outputCost,
      sortField: 'outputCost',
      ...amount,
      ...hidden,
      cell: ({ cost }) => <AmountCell cost={summarizeCost(cost).output} />,
    },
  ];
}
