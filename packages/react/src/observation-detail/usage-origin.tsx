'use client';

import type { Provenance } from '@oriel/core';
import { JsonOutline } from '../payload/json-outline.tsx';
import { usePresentation } from './presentation.ts';
import { FactList } from './fact-list.tsx';

interface UsageOriginProps {
  provenance: Provenance;
  isUnpriced: boolean;
}

/** Where the counts and costs of a table come from, for people who check them. */
export function UsageOrigin({ provenance, isUnpriced }: UsageOriginProps) {
  const { messages } = usePresentation();
  const { usageRule, rawUsage, usageWarning, pricing } = provenance;
  return (
    <div className="oriel-usage-origin">
      {usageRule === 'aggregate' && <p className="oriel-quiet">{messages.aggregateUsage}</p>}
      {usageWarning !== null && <p className="oriel-usage-warning">{messages.doubtfulUsage(usageWarning)}</p>}
      {isUnpriced && <p className="oriel-quiet">{messages.unpricedModel}</p>}
      <FactList
        className="oriel-detail-facts"
        facts={[
          { name: messages.usageRule, value: usageRule },
          {
            name: messages.priceList,
            value: pricing && `${pricing.list} · ${pricing.rule} · ${pricing.tier}`,
          },
          {
            name: messages.unpricedKeys,
            value: pricing && pricing.unpriced.length > 0 && pricing.unpriced.join(', '),
          },
        ]}
      />
      {rawUsage && (
        <details className="oriel-usage-sent">
          <summary>{messages.usageAsSent}</summary>
          <JsonOutline value={rawUsage} />
        </details>
      )}
    </div>
  );
}
