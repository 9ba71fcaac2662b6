'use client';

import { useMemo, useState } from 'react';
import type { Filter } from '@oriel/core';
import { draftRule, EMPTY_DRAFT, ruleDocument } from '@oriel/core/pricing';
import type { PriceRule, RuleDraft } from '@oriel/core/pricing';
import { usePanelQuery } from '../filters/use-panel-query.ts';
import { isRetryable } from '../queries/read-policy.ts';
import { useDeleteDocument, useWriteDocument } from '../hooks/use-document-writes.ts';
import { usePriceLists } from '../prices/use-price-lists.ts';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { ModelPriceTableView } from './model-price-table-view.tsx';
import { RepricingSection } from './repricing-section.tsx';
import { RuleEditor } from './rule-editor.tsx';

export interface ModelPriceTableProps extends PanelProps {
  /** Of which traces previews and pricing again are, besides what the `FilterProvider` says. @defaultValue all */
  traces?: Filter | undefined;
  /** Rules cannot be changed, nor ranges priced again. @defaultValue false */
  isReadOnly?: boolean | undefined;
  /** The day to test models for at first, `2026-11-23`. @defaultValue today, in UTC */
  today?: string | undefined;
}

interface Editing {
  readonly draft: RuleDraft;
  readonly isNew: boolean;
}

/**
 * The rules that calls are priced by: the store's own before those that come with Oriel. Says which rule counts for a model and
 * why, edits the store's own with a preview of what changes, and prices a range again.
 *
 * @example
 * <FilterProvider><ModelPriceTable /></FilterProvider>
 */
export function ModelPriceTable({ traces, isReadOnly = false, today, ...panel }: ModelPriceTableProps) {
  const { messages } = usePresentation();
  const own = messages.modelPriceTable;
  const prices = usePriceLists();
  const query = usePanelQuery(
    'observations',
    useMemo(() => (traces ? { traces } : {}), [traces]),
  );
  const [editing, setEditing] = useState<Editing | null>(null);
  const write = useWriteDocument();
  const remove = useDeleteDocument();
  const { lists, documents } = prices;

  if (!lists) {
    const state = prices.error ? 'error' : 'loading';
    return (
      <Panel aria-label={own.title} {...panel} name="model-price-table" state={state}>
        {prices.error ? (
          <PanelMessage
            kind="error"
            title={own.failed}
            onRetry={isRetryable(prices.error) ? prices.retry : undefined}
          >
            {prices.error.message}
          </PanelMessage>
        ) : (
          <SkeletonLines count={10} className="oriel-model-price-table-skeleton" label={own.loading} />
        )}
      </Panel>
    );
  }

  const open = (next: Editing) => {
    write.reset();
    remove.reset();
    setEditing(next);
  };
  const save = (rule: PriceRule) => {
    const known = documents?.find(({ name }) => name === rule.id);
    write.mutate(
      {
        kind: 'model-price',
        name: rule.id,
        body: ruleDocument(rule),
        expectedVersion: editing?.isNew === true ? 0 : known?.version,
      },
      { onSuccess: () => setEditing({ draft: draftRule(rule), isNew: false }) },
    );
  };
  const failed = write.error ?? remove.error;
  const canEdit = prices.canKeep && !isReadOnly;
  return (
    <ModelPriceTableView
      {...panel}
      lists={lists}
      unusable={prices.own?.unusable}
      today={today}
      onAdd={canEdit ? () => open({ draft: EMPTY_DRAFT, isNew: true }) : undefined}
      onEdit={canEdit ? (rule, isOwn) => open({ draft: draftRule(rule), isNew: !isOwn }) : undefined}
      notice={!prices.canKeep && <p className="oriel-quiet">{own.readOnly}</p>}
    >
      {editing && (
        <RuleEditor
          key={JSON.stringify(editing)}
          initial={editing.draft}
          isNew={editing.isNew}
          onSave={save}
          onRemove={
            editing.isNew
              ? undefined
              : () =>
                  remove.mutate(
                    { kind: 'model-price', name: editing.draft.id },
                    { onSuccess: () => setEditing(null) },
                  )
          }
          onClose={() => setEditing(null)}
          status={
            failed ? (
              <span className="oriel-model-price-table-failed">{`${own.saveFailed}: ${failed.message}`}</span>
            ) : (
              write.isSuccess && own.saved
            )
          }
          lists={lists}
          query={query}
        />
      )}
      {!isReadOnly && (
        <RepricingSection
          title={own.reprice}
          hint={own.repriceHint}
          action={own.repriceAll}
          lists={lists}
          query={query}
          isWriting
        />
      )}
    </ModelPriceTableView>
  );
}
