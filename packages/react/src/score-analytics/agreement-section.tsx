'use client';

import { useMemo } from 'react';
import type { AgreementGrid, ScoreAgreement, ScoreKey } from '@oriel/core';
import { HeatMapChart } from '../chart/heat-map-chart.tsx';
import type { HeatMapLane } from '../chart/heat-map-chart.tsx';
import { categoryText } from './category-text.ts';
import { FactList } from './fact-list.tsx';
import { usePresentation } from './presentation.ts';

interface AgreementSectionProps {
  first: ScoreKey;
  second: ScoreKey;
  agreement: ScoreAgreement;
  grid: AgreementGrid;
}

/** How well two scores agree: in numbers, and value by value. */
export function AgreementSection({ first, second, agreement, grid }: AgreementSectionProps) {
  const presentation = usePresentation();
  const { messages, format } = presentation;
  const own = messages.scoreAnalytics;
  const { pairCount } = agreement.agreement;
  const lanes = useMemo(() => {
    if (grid.kind === 'categories') {
      const named = grid.categories.map((category): HeatMapLane => {
        return { key: JSON.stringify(category), label: categoryText(category, first.dataType, presentation) };
      });
      return { rows: named, columns: named, values: grid.counts };
    }
    const ranged = (ranges: typeof grid.rows) =>
      ranges.map(({ from, to }, place): HeatMapLane => {
        const label = from === to ? format.number(from) : `${format.number(from)} – ${format.number(to)}`;
        return { key: String(place), label };
      });
    // As on paper: upwards is more.
    return {
      rows: ranged(grid.rows).toReversed(),
      columns: ranged(grid.columns),
      values: grid.counts.toReversed(),
    };
  }, [grid, first.dataType, presentation, format]);
  const values = useMemo(() => lanes.values.map((row) => row.map((count) => count || null)), [lanes]);
  const named = ({ name, source }: ScoreKey) => `${name} · ${messages.scoreSources[source]}`;
  const rows = named(first);
  const columns = named(second);
  const about = useMemo(() => ({ rows, columns }), [rows, columns]);
  const write = (value: number | null) => (value === null ? own.undefined : format.number(value));
  const facts =
    agreement.kind === 'numeric'
      ? ([
          [own.pearson, agreement.agreement.pearson],
          [own.spearman, agreement.agreement.spearman],
          [own.meanAbsoluteError, agreement.agreement.meanAbsoluteError],
          [own.rootMeanSquareError, agreement.agreement.rootMeanSquareError],
        ] as const)
      : ([
          [own.kappa, agreement.agreement.kappa],
          [own.weightedF1, agreement.agreement.weightedF1],
        ] as const);
  const { onlyFirst, onlySecond } = agreement;
  return (
    <section className="oriel-score-analytics-agreement" aria-label={own.agreement}>
      <p className="oriel-section-title">{own.agreement}</p>
      <FactList
        facts={[
          {
            label: own.pairs,
            value: format.count(pairCount),
            note:
              onlyFirst + onlySecond > 0
                ? own.onlyOne(format.count(onlyFirst), format.count(onlySecond))
                : null,
          },
          ...(agreement.kind === 'categorical' && agreement.agreement.overallAgreement !== null
            ? [{ label: own.overallAgreement, value: format.share(agreement.agreement.overallAgreement) }]
            : []),
          ...(pairCount === 0 ? [] : facts.map(([label, value]) => ({ label, value: write(value) }))),
        ]}
      />
      {pairCount === 0 ? (
        <p className="oriel-quiet">{own.noPairs}</p>
      ) : (
        <div className="oriel-score-analytics-grid">
          <HeatMapChart
            title={own.grid}
            rows={lanes.rows}
            columns={lanes.columns}
            values={values}
            unit="count"
            about={about}
          />
        </div>
      )}
    </section>
  );
}
