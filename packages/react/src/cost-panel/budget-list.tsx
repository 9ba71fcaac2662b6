'use client';

import type { BudgetState } from '@oriel/core';
import { usePresentation } from './presentation.ts';

/**
 * Where each budget stands:
 *
 *     spent ████████▒▒▒▒▒│    ▒ projected, │ the amount
 */
export function BudgetList({ budgets }: { budgets: readonly BudgetState[] }) {
  const { messages, format } = usePresentation();
  const own = messages.costPanel;
  if (budgets.length === 0) return null;
  return (
    <section className="oriel-cost-panel-budgets">
      <h3 className="oriel-section-title">{own.budgets}</h3>
      <ul>
        {budgets.map(({ budget, spent, projected, runsOutAt, state }) => {
          const reach = Math.max(budget.amount, spent, projected ?? 0) * 1.05 || 1;
          const width = (amount: number) => `${(amount / reach) * 100}%`;
          const facts = [
            projected === null ? null : own.projected(format.cost(projected)),
            runsOutAt === null ? null : own.runsOut(format.shortTime(runsOutAt)),
          ].filter((fact) => fact !== null);
          return (
            <li key={budget.name} data-state={state}>
              <span className="oriel-cost-panel-budget-name">
                <bdi>{budget.name}</bdi> <span className="oriel-quiet">{own.periods[budget.period]}</span>
              </span>
              <span className="oriel-cost-panel-budget-state">{own.budgetStates[state]}</span>
              <span className="oriel-cost-panel-track" aria-hidden="true">
                <span data-part="projected" style={{ inlineSize: width(projected ?? spent) }} />
                <span data-part="spent" style={{ inlineSize: width(spent) }} />
                <span data-part="amount" style={{ insetInlineStart: width(budget.amount) }} />
              </span>
              <span className="oriel-cost-panel-budget-facts">
                <bdi>{own.spentOf(format.cost(spent), format.cost(budget.amount))}</bdi>
                {facts.length > 0 && <span className="oriel-quiet"> · {facts.join(', ')}</span>}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="oriel-quiet">{own.projection}</p>
    </section>
  );
}
