'use client';

import { useId } from 'react';
import type { PriceDraft, RuleDraft } from '@oriel/core/pricing';
import { usePresentation } from './presentation.ts';

interface RuleFieldsProps {
  draft: RuleDraft;
  onDraft: (draft: RuleDraft) => void;
  /** The rule is kept under its name, which stays. */
  isNew: boolean;
  /** Paths with problems. */
  wrong: ReadonlySet<string>;
}

/** The fields of a rule, as texts. */
export function RuleFields({ draft, onDraft, isNew, wrong }: RuleFieldsProps) {
  const { messages } = usePresentation();
  const own = messages.modelPriceTable;
  const hintId = useId();
  const set = (change: Partial<RuleDraft>) => onDraft({ ...draft, ...change });
  const setPrice = (index: number, change: Partial<PriceDraft>) =>
    set({ prices: draft.prices.map((price, place) => (place === index ? { ...price, ...change } : price)) });
  return (
    <div className="oriel-model-price-table-fields">
      <label>
        {own.id}
        <input
          className="oriel-prices-input"
          value={draft.id}
          readOnly={!isNew}
          spellCheck={false}
          aria-invalid={wrong.has('id')}
          onChange={({ target }) => set({ id: target.value })}
        />
      </label>
      <label>
        {own.startDate}
        <input
          type="date"
          className="oriel-prices-input"
          value={draft.startDate.slice(0, 10)}
          aria-invalid={wrong.has('startDate')}
          onChange={({ target }) => set({ startDate: target.value })}
        />
      </label>
      <label data-wide="">
        {own.pattern}
        <input
          className="oriel-prices-input"
          dir="ltr"
          value={draft.matchPattern}
          spellCheck={false}
          aria-invalid={wrong.has('matchPattern')}
          aria-describedby={hintId}
          onChange={({ target }) => set({ matchPattern: target.value })}
        />
        <span id={hintId} className="oriel-model-price-table-note">
          {own.patternHint}
        </span>
      </label>
      <fieldset data-wide="">
        <legend>{own.prices}</legend>
        {draft.prices.map(({ key, price }, index) => (
          <div key={index} className="oriel-model-price-table-price">
            <input
              className="oriel-prices-input"
              aria-label={own.usageKey}
              value={key}
              spellCheck={false}
              aria-invalid={wrong.has(`prices[${index}]`)}
              onChange={({ target }) => setPrice(index, { key: target.value })}
            />
            <input
              className="oriel-prices-input"
              inputMode="decimal"
              aria-label={`${own.price}: ${key}`}
              value={price}
              aria-invalid={wrong.has(`prices[${index}]`)}
              onChange={({ target }) => setPrice(index, { price: target.value })}
            />
            <button
              type="button"
              className="oriel-icon-button"
              aria-label={own.removePrice(key)}
              onClick={() => set({ prices: draft.prices.filter((_, place) => place !== index) })}
            >
              ×
            </button>
          </div>
        ))}
        <button
          type="button"
          className="oriel-text-button"
          onClick={() => set({ prices: [...draft.prices, { key: '', price: '' }] })}
        >
          {own.addPrice}
        </button>
      </fieldset>
      <label data-wide="">
        {own.tiers}
        <textarea
          className="oriel-prices-input oriel-model-price-table-json"
          dir="ltr"
          rows={draft.otherTiers === '' ? 2 : 8}
          spellCheck={false}
          value={draft.otherTiers}
          aria-invalid={wrong.has('otherTiers')}
          onChange={({ target }) => set({ otherTiers: target.value })}
        />
        <span className="oriel-model-price-table-note">{own.tiersHint}</span>
      </label>
    </div>
  );
}
