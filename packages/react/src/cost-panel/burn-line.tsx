import type { BudgetState } from '@oriel/core';

const WIDTH = 1000;
const HEIGHT = 100;

/**
 * How a budget was spent over its period. The words beside it say the same, so it is hidden from screen readers.
 *
 *     ─────────────────────── the amount
 *                   ..··''    projected
 *        ___/──────'
 *     __/                     spent
 */
export function BurnLine({ from, to, spent, projected, budget, burn }: BudgetState) {
  const most = Math.max(budget.amount, spent, projected ?? 0) * 1.05 || 1;
  const x = (time: number) => (to === from ? 0 : ((time - from) / (to - from)) * WIDTH);
  const y = (amount: number) => HEIGHT - (amount / most) * HEIGHT;
  const points = burn.map(({ time, spent: sum }) => `${x(time)},${y(sum)}`);
  const now = x(burn.at(-1)?.time ?? from);
  const amount = y(budget.amount);
  return (
    <svg
      className="oriel-cost-panel-burn"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <polygon data-part="spent" points={`0,${HEIGHT} ${points.join(' ')} ${now},${HEIGHT}`} />
      <polyline data-part="spent-edge" points={points.join(' ')} />
      {projected !== null && (
        <line data-part="projected" x1={now} y1={y(spent)} x2={WIDTH} y2={y(projected)} />
      )}
      <line data-part="amount" x1={0} y1={amount} x2={WIDTH} y2={amount} />
    </svg>
  );
}
