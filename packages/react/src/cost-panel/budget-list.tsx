'use client';

import type { BudgetState } from '@oriel/core';
import { BurnLine } from './burn-line.tsx';
import { usePresentation } from './presentation.ts';

/** Where each budget stands, and how it came there. */
export function BudgetList({ budgets }: { budgets: readonly BudgetState[] }) {
  const { messages, format } = usePresentation();
  const own = messages.costPanel;
  if (budgets.length === 0) return null;
  return (
    <section className="oriel-cost-panel-budgets">
      <h3 className="oriel-section-title">{own.budgets}</h3>
      <ul>
        {budgets.map((standing) => {
          const { budget, spent, projected, runsOutAt, state } = standing;
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
              <BurnLine {...standing} />
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
