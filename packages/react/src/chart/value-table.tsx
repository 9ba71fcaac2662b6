'use client';

import { usePresentation } from './presentation.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartProps } from './chart-frame.tsx';
import type { ChartFacts, ChartFactRow } from './chart-facts.ts';
import { writeValue } from './write-value.ts';

/** A row of a {@link ValueTable}. */
export interface ValueTableRow extends ChartFactRow {
  /** Sums of several rows stand out. @defaultValue 'group' */
  readonly kind?: 'group' | 'subtotal' | 'total' | undefined;
  /** It can be picked. @defaultValue true where there is `onPick` */
  readonly canPick?: boolean | undefined;
}

export interface ValueTableProps extends ChartProps {
  facts: ChartFacts;
  rows: readonly ValueTableRow[];
  onPick?: ((row: ValueTableRow) => void) | undefined;
}

/** Numbers by name, with a bar behind the first of them that tells their sizes at a glance. */
export function ValueTable({ facts, rows, onPick, ...frame }: ValueTableProps) {
  const presentation = usePresentation();
  const groups = rows.filter(({ kind = 'group' }) => kind === 'group');
  const most = groups.reduce((top, { values }) => Math.max(top, values[0] ?? 0), 0);
  return (
    <ChartFrame {...frame} kind="table" facts={facts} isPlain>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls, so the keyboard has to reach it. */}
      <section className="oriel-chart-facts" tabIndex={0}>
        <table aria-label={frame.title}>
          <thead>
            <tr>
              {facts.about.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {facts.columns.map((column, index) => (
                <th key={index} scope="col" data-numeric="">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-kind={row.kind ?? 'group'}>
                {row.about.map((text, index) => {
                  const content =
                    onPick && row.canPick !== false && index === 0 ? (
                      <button
                        type="button"
                        className="oriel-chart-pick"
                        aria-label={row.about.filter(Boolean).join(' · ')}
                        onClick={() => onPick(row)}
                      >
                        {text}
                      </button>
                    ) : (
                      text
                    );
                  return index === 0 ? (
                    <th key={index} scope="row" title={text}>
                      {content}
                    </th>
                  ) : (
                    <td key={index} title={text}>
                      {content}
                    </td>
                  );
                })}
                {row.values.map((value, index) => (
                  <td key={index} data-numeric="">
                    {index === 0 && (row.kind ?? 'group') === 'group' && most > 0 && (
                      <span
                        className="oriel-chart-size"
                        style={{ inlineSize: `${(Math.max(0, value ?? 0) / most) * 100}%` }}
                      />
                    )}
                    <bdi>{writeValue(value, facts.columns[index]?.unit ?? 'number', presentation)}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </ChartFrame>
  );
}
