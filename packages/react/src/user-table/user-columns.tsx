'use client';

import { summarizeCost, summarizeUsage } from '@oriel/core';
import type { MergedUser } from '@oriel/core';
import type { DataGridColumn } from '../data-grid/data-grid-column.ts';
import type { BaseMessages } from '../messages/base-messages.ts';
import type { PanelMessages } from '../messages/messages.ts';
import {
  AmountCell,
  CountCell,
  ErrorShare,
  MomentCell,
  ScoresCell,
  SessionsCell,
  TrendCell,
} from '../people/group-cells.tsx';
import { UserBadge } from '../people/user-badge.tsx';

/** Every column there is of users. */
export function userColumns(
  messages: BaseMessages & Pick<PanelMessages, 'people'>,
): DataGridColumn<MergedUser>[] {
  const texts = messages.people;
  const amount = { isNumeric: true, width: 88 } as const;
  const hidden = { isShown: false } as const;
  return [
    {
      id: 'user',
      header: messages.user,
      sortField: 'id',
      width: 230,
      grow: 1,
      isTitle: true,
      cell: ({ id, ids }) => (
        <>
          <UserBadge userId={id} isLink={false} />
          {ids.length > 1 && (
            <span className="oriel-group-quiet" title={`${texts.alsoKnownAs} ${ids.slice(1).join(', ')}`}>
              +{ids.length - 1}
            </span>
          )}
        </>
      ),
    },
    {
      id: 'lastSeen',
      header: texts.lastSeen,
      sortField: 'lastSeen',
      width: 184,
      cell: ({ lastSeen }) => <MomentCell moment={lastSeen} />,
    },
    {
      id: 'firstSeen',
      header: texts.firstSeen,
      sortField: 'firstSeen',
      width: 184,
      cell: ({ firstSeen }) => <MomentCell moment={firstSeen} />,
    },
    {
      id: 'trend',
      header: texts.trend,
      width: 130,
      cell: ({ id }) => <TrendCell id={id} />,
    },
    {
      id: 'traceCount',
      header: texts.traces,
      sortField: 'traceCount',
      ...amount,
      width: 84,
      cell: ({ traceCount }) => <CountCell count={traceCount} />,
    },
    {
      id: 'sessionCount',
      header: texts.sessions,
      sortField: 'sessionCount',
      ...amount,
      cell: (user) => <SessionsCell user={user} />,
    },
    {
      id: 'errorCount',
      header: texts.errors,
      sortField: 'errorCount',
      ...amount,
      cell: ({ errorCount, traceCount }) => <ErrorShare errors={errorCount} traces={traceCount} />,
    },
    {
      id: 'totalTokens',
      header: messages.tokens,
      sortField: 'totalTokens',
      ...amount,
      cell: ({ tokens }) => <AmountCell tokens={tokens} />,
    },
    {
      id: 'totalCost',
      header: messages.cost,
      sortField: 'totalCost',
      ...amount,
      cell: ({ totalCost }) => <AmountCell cost={totalCost} />,
    },
    {
      id: 'scores',
      header: messages.scores,
      width: 240,
      grow: 1,
      cell: ({ id }) => <ScoresCell id={id} />,
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
