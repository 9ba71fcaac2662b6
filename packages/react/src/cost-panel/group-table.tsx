'use client';

import { useState } from 'react';
import type { CostGrouping, CostRow, GroupValue } from '@oriel/core';
import { Link } from '../provider/link.tsx';
import { TableScroller } from '../prices/table-scroller.tsx';
import { usePresentation } from './presentation.ts';
import type { Presentation } from '../provider/presentation-context.ts';
import { changeText, groupingText, groupText } from './group-text.ts';

interface GroupTableProps {
  rows: readonly CostRow[];
  grouping: CostGrouping;
  /** Called with a group that was picked; those with an address of their own are links. */
  onPick: ((group: GroupValue) => void) | undefined;
}

const FIRST = 10;
const MORE = 40;

/** What each group came to, the dearest first. */
export function GroupTable({ rows, grouping, onPick }: GroupTableProps) {
  const presentation = usePresentation();
  const { messages, format, navigation } = presentation;
  const own = messages.costPanel;
  const [limit, setLimit] = useState(FIRST);
  const groups = rows.filter(({ isRest }) => !isRest);
  const hidden = groups.length - limit;
  const shown = [...groups.slice(0, limit), ...(hidden > 0 ? [] : rows.filter(({ isRest }) => isRest))];
  const hasBefore = rows.some(({ before }) => before !== null);
  const most = rows.reduce((top, { cost }) => Math.max(top, cost), 0);
  return (
    <div>
      <TableScroller label={own.groupsOf(groupingText(grouping, presentation))}>
        <table className="oriel-prices-table oriel-cost-panel-groups">
          <caption className="oriel-visually-hidden">
            {own.groupsOf(groupingText(grouping, presentation))}
          </caption>
          <thead>
            <tr>
              <th scope="col">{groupingText(grouping, presentation)}</th>
              <th scope="col" data-numeric="">
                {own.cost}
              </th>
              <th scope="col" data-numeric="">
                {own.share}
              </th>
              {hasBefore && (
                <th scope="col" data-numeric="">
                  {own.change}
                </th>
              )}
              <th scope="col" data-numeric="">
                {own.calls}
              </th>
              <th scope="col" data-numeric="">
                {own.perCall}
              </th>
              <th scope="col" data-numeric="">
                {own.inputTokens}
              </th>
              <th scope="col" data-numeric="">
                {own.outputTokens}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const text = groupText(row, presentation);
              const href = hrefOf(row, grouping, navigation);
              return (
                <tr key={`${String(row.isRest)} ${String(row.group)}`}>
                  <th
                    scope="row"
                    aria-label={text}
                    title={text}
                    data-quiet={row.isRest || row.group === null ? '' : undefined}
                  >
                    {href === undefined && onPick && !row.isRest ? (
                      <button type="button" className="oriel-chart-pick" onClick={() => onPick(row.group)}>
                        <bdi>{text}</bdi>
                      </button>
                    ) : (
                      <Link href={href} className="oriel-link">
                        <bdi>{text}</bdi>
                      </Link>
                    )}
                    <span
                      className="oriel-cost-panel-bar"
                      aria-hidden="true"
                      style={{ inlineSize: `${most === 0 ? 0 : (row.cost / most) * 100}%` }}
                    />
                  </th>
                  <td data-numeric="">
                    <bdi>{format.cost(row.cost)}</bdi>
                  </td>
                  <td data-numeric="">{row.share === null ? '–' : format.share(row.share)}</td>
                  {hasBefore && (
                    <td data-numeric="">
                      <bdi>{changeText(row.cost, row.before, presentation) ?? '–'}</bdi>
                    </td>
                  )}
                  <td data-numeric="">{format.count(row.calls)}</td>
                  <td data-numeric="">
                    <bdi>{row.calls === 0 ? '–' : format.cost(row.cost / row.calls)}</bdi>
                  </td>
                  <td data-numeric="">{format.tokens(row.inputTokens)}</td>
                  <td data-numeric="">{format.tokens(row.outputTokens)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroller>
      {hidden > 0 && (
        <button type="button" className="oriel-text-button" onClick={() => setLimit(limit + MORE)}>
          {messages.showMore}
        </button>
      )}
      {grouping === 'tag' && <p className="oriel-quiet">{own.tagsOverlap}</p>}
    </div>
  );
}

function hrefOf(
  { group, isRest }: CostRow,
  grouping: CostGrouping,
  navigation: Presentation['navigation'],
): string | undefined {
  if (isRest || typeof group !== 'string') return undefined;
  if (grouping === 'user') return navigation.userHref?.(group);
  return grouping === 'session' ? navigation.sessionHref?.(group) : undefined;
}
