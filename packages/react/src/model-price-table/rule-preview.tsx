'use client';

import type { RecordQuery } from '@oriel/core';
import type { PriceList, PriceRule } from '@oriel/core/pricing';
import { usePresentation } from './presentation.ts';
import { RepricingSection } from './repricing-section.tsx';
import { listsWith, useRuleQuery } from './use-rule-preview.ts';

interface RulePreviewProps {
  rule: PriceRule;
  lists: readonly PriceList[];
  query: RecordQuery;
}

/** What a rule would change among the calls of a range, before it is saved. */
export function RulePreview({ rule, lists, query }: RulePreviewProps) {
  const { messages } = usePresentation();
  const own = messages.modelPriceTable;
  const range = useRuleQuery(rule, query);
  return (
    <RepricingSection
      // Another rule has not been tried yet.
      key={JSON.stringify(rule)}
      title={own.preview}
      hint={own.previewHint}
      action={own.preview}
      lists={listsWith(lists, rule.id, rule)}
      query={range}
      isWriting={false}
    />
  );
}
