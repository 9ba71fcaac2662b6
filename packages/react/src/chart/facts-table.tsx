'use client';

import { usePresentation } from './presentation.ts';
import type { ChartFacts } from './chart-facts.ts';
import { writeValue } from './write-value.ts';

interface FactsTableProps {
  /** What the table is about. */
  label: string;
  facts: ChartFacts;
}

/** The same facts as a chart shows, as a table. */
export function FactsTable({ label, facts }: FactsTableProps) {
  const presentation = usePresentation();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls, so the keyboard has to reach it.
    <section className="oriel-chart-facts" tabIndex={0}>
      <table aria-label={label}>
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
          {facts.rows.map((row) => (
            <tr key={row.key}>
              {row.about.map((text, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={index}>{text}</td>
                ),
              )}
              {row.values.map((value, index) => (
                <td key={index} data-numeric="">
                  <bdi>
                    {writeValue(value, facts.columns[index]?.unit ?? 'number', presentation, 'exact')}
                  </bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
