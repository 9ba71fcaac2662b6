'use client';

import { COST_GROUPINGS } from '@oriel/core';
import type { CostGrouping } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { groupingText } from './group-text.ts';

interface CostControlsProps {
  grouping: CostGrouping;
  onGrouping: (grouping: CostGrouping) => void;
  /** Keys of metadata there are. */
  metadataKeys: readonly string[];
  measure: 'cost' | 'tokens';
  onMeasure: (measure: 'cost' | 'tokens') => void;
}

/** Chooses what costs are split by, and whether dollars or tokens are drawn. */
export function CostControls(props: CostControlsProps) {
  const { grouping, onGrouping, metadataKeys, measure, onMeasure } = props;
  const presentation = usePresentation();
  const own = presentation.messages.costPanel;
  const ofMetadata = metadataKeys.map((key): CostGrouping => `metadata.${key}`);
  const choices: readonly CostGrouping[] = [
    ...new Set<CostGrouping>([...COST_GROUPINGS, ...ofMetadata, grouping]),
  ];
  return (
    <div className="oriel-cost-panel-controls">
      <label className="oriel-prices-field">
        {own.groupBy}
        <select
          className="oriel-prices-input"
          value={grouping}
          onChange={({ target }) => onGrouping(target.value as CostGrouping)}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {groupingText(choice, presentation)}
            </option>
          ))}
        </select>
      </label>
      <label className="oriel-prices-field">
        {own.show}
        <select
          className="oriel-prices-input"
          value={measure}
          onChange={({ target }) => onMeasure(target.value as 'cost' | 'tokens')}
        >
          <option value="cost">{own.cost}</option>
          <option value="tokens">{own.tokens}</option>
        </select>
      </label>
    </div>
  );
}
