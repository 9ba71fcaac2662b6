'use client';

import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { RecordQuery } from '@oriel/core';
import { readDraft } from '@oriel/core/pricing';
import type { PriceList, PriceRule, RuleDraft } from '@oriel/core/pricing';
import { usePresentation } from './presentation.ts';
import { RulePreview } from './rule-preview.tsx';
import { RuleFields } from './rule-fields.tsx';

export interface RuleEditorProps {
  /** What is edited at first. */
  initial: RuleDraft;
  /** It is not among the host's own rules yet. */
  isNew: boolean;
  onSave: (rule: PriceRule) => void;
  onRemove: (() => void) | undefined;
  onClose: () => void;
  /** What became of saving. */
  status: ReactNode;
  /** The lists that the rule is put into. */
  lists: readonly PriceList[];
  /** Which calls a preview looks at. */
  query: RecordQuery;
}

/** Edits a rule: what is wrong is said at once, and what a sound rule would change before it is saved. */
export function RuleEditor({
  initial,
  isNew,
  onSave,
  onRemove,
  onClose,
  status,
  lists,
  query,
}: RuleEditorProps) {
  const { messages } = usePresentation();
  const own = messages.modelPriceTable;
  const [draft, setDraft] = useState(initial);
  const read = useMemo(() => readDraft(draft), [draft]);
  const isTouched = draft !== initial;
  const wrong = useMemo(
    () =>
      new Set(
        isTouched ? read.problems.map(({ path }) => (path.startsWith('tiers') ? 'otherTiers' : path)) : [],
      ),
    [read, isTouched],
  );
  return (
    <form
      className="oriel-model-price-table-editor"
      aria-label={isNew ? own.newRule : own.editRule(initial.id)}
      onSubmit={(event) => {
        event.preventDefault();
        if (read.rule) onSave(read.rule);
        else setDraft({ ...draft });
      }}
    >
      <h3 className="oriel-section-title">{isNew ? own.newRule : own.editRule(initial.id)}</h3>
      <RuleFields draft={draft} onDraft={setDraft} isNew={isNew} wrong={wrong} />
      <ul className="oriel-model-price-table-problems" aria-live="polite">
        {isTouched &&
          read.problems.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{own.problem(path, message)}</li>
          ))}
      </ul>
      <div className="oriel-model-price-table-bar">
        <button type="submit" className="oriel-button" aria-disabled={read.rule === null}>
          {own.save}
        </button>
        {onRemove && (
          <button type="button" className="oriel-button" onClick={onRemove}>
            {own.remove}
          </button>
        )}
        <button type="button" className="oriel-text-button" onClick={onClose}>
          {own.close}
        </button>
        <span aria-live="polite">{status}</span>
      </div>
      {read.rule && <RulePreview rule={read.rule} lists={lists} query={query} />}
    </form>
  );
}
