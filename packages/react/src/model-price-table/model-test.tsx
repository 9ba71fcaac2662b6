'use client';

import { useMemo, useState } from 'react';
import { openPriceBook } from '@oriel/core/pricing';
import type { PriceList } from '@oriel/core/pricing';
import { usePresentation } from './presentation.ts';

interface ModelTestProps {
  lists: readonly PriceList[];
  /** The day to ask for at first, `2026-11-23`. */
  today: string;
}

/** Says of a model's name which rule prices it, and why the others that find it do not. */
export function ModelTest({ lists, today }: ModelTestProps) {
  const { messages } = usePresentation();
  const own = messages.modelPriceTable;
  const [model, setModel] = useState('');
  const [day, setDay] = useState(today);
  const book = useMemo(() => openPriceBook(lists), [lists]);
  const name = model.trim();
  const at = Date.parse(day === '' ? today : day);
  const rules = useMemo(() => (name === '' ? [] : book.explain(name, at)), [book, name, at]);
  return (
    <section className="oriel-model-price-table-test">
      <h3 className="oriel-section-title">{own.test}</h3>
      <div className="oriel-model-price-table-bar">
        <label className="oriel-prices-field">
          {own.testModel}
          <input
            className="oriel-prices-input"
            spellCheck={false}
            value={model}
            placeholder="gpt-4o"
            onChange={({ target }) => setModel(target.value)}
          />
        </label>
        <label className="oriel-prices-field">
          {own.testDay}
          <input
            type="date"
            className="oriel-prices-input"
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        </label>
      </div>
      <div aria-live="polite">
        {name !== '' && rules.length === 0 && <p>{own.noMatch(`\u2068${name}\u2069`)}</p>}
        {rules.length > 0 && (
          <ol className="oriel-model-price-table-matches">
            {rules.map(({ list, rule, why }) => (
              <li key={`${list} ${rule.id}`} data-why={why}>
                <span className="oriel-model-price-table-why">{own.why[why]}</span>
                <bdi>{rule.id}</bdi>
                <code dir="ltr">{rule.matchPattern}</code>
                <span className="oriel-quiet">
                  <bdi>{list}</bdi>
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}
