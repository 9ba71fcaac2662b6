'use client';

import type { ReactNode } from 'react';
import { observationTiming, summarizeUsage, totalCost } from '@oriel/core';
import type { Heat, RowSums } from '@oriel/core';
import { RunningMark } from '../icons/running-mark.tsx';
import type { BaseMessages } from '../messages/base-messages.ts';
import { usePresentation } from './presentation.ts';
import type { TraceTreeCell } from './trace-tree-cell.ts';

/** A column of numbers or marks at the end of every row. */
export interface TraceTreeColumn {
  /** Also its `data-column` in the page. */
  readonly id: string;
  readonly header: string | ((messages: BaseMessages) => string);
  /** CSS length. */
  readonly width: string;
  /** Content of a row. It is asked again only when the row changes. */
  readonly cell: (cell: TraceTreeCell) => ReactNode;
  /** Colours what takes much of the whole. @defaultValue nothing is coloured */
  readonly heat?: ((cell: TraceTreeCell) => Heat) | undefined;
  /** Whether any row has something to say, by what the whole trace comes to. @defaultValue always */
  readonly isNeeded?: ((whole: RowSums) => boolean) | undefined;
}

/** Tokens, cost and duration: what every tree shows unless told otherwise. */
export const traceTreeColumns: readonly TraceTreeColumn[] = [
  {
    id: 'tokens',
    header: (messages) => messages.tokens,
    width: '116px',
    cell: (cell) => <TokensCell cell={cell} />,
    isNeeded: ({ tokens }) => tokens !== null,
  },
  {
    id: 'cost',
    header: (messages) => messages.cost,
    width: '92px',
    cell: (cell) => <CostCell cell={cell} />,
    heat: (cell) => cell.costHeat,
    isNeeded: ({ cost }) => cost !== null,
  },
  {
    id: 'duration',
    header: (messages) => messages.duration,
    width: '76px',
    cell: (cell) => <DurationCell cell={cell} />,
    heat: (cell) => cell.durationHeat,
  },
];

interface CellProps {
  cell: TraceTreeCell;
}

function TokensCell({ cell }: CellProps) {
  const { messages, format } = usePresentation();
  const { input, output, tokens } = cell;
  if (tokens === null) return null;
  const isKnownByDirection = input !== null || output !== null;
  const short = isKnownByDirection
    ? `${format.tokens(input ?? 0)}${output === null ? '' : ` → ${format.tokens(output)}`}`
    : format.tokens(tokens);
  const spoken = isKnownByDirection
    ? messages.tokensInOut(format.count(input ?? 0), format.count(output ?? 0))
    : `${format.count(tokens)} ${messages.tokens}`;
  return <Amount short={short} spoken={spoken} isSum={summarizeUsage(cell.node.usage).total !== tokens} />;
}

function CostCell({ cell }: CellProps) {
  const { format } = usePresentation();
  if (cell.cost === null) return null;
  const amount = format.cost(cell.cost);
  const own = totalCost(cell.node.cost);
  return <Amount short={amount} isSum={own === null || format.cost(own) !== amount} />;
}

interface AmountProps {
  short: string;
  /** In words, where the short form is none. */
  spoken?: string | undefined;
  /** It counts what is below, too. */
  isSum: boolean;
}

function Amount({ short, spoken = short, isSum }: AmountProps) {
  const { messages } = usePresentation();
  const words = isSum ? messages.traceTreePanel.withEverythingBelow(spoken) : spoken;
  return <ShortForm short={short} words={words} isSum={isSum} />;
}

function DurationCell({ cell }: CellProps) {
  const { messages, format } = usePresentation();
  const { node, start, end, groupSize } = cell;
  const timing =
    'type' in node ? observationTiming(node) : { duration: node.latency, isRunning: false as const };
  if (timing.isRunning && groupSize === 0) return <RunningMark />;
  const whole = start === null || end === null ? null : format.duration(end - start);
  if (groupSize > 0) return <bdi>{whole}</bdi>;
  if (timing.duration === null) return null;
  const own = format.duration(timing.duration);
  if (whole === null || whole === own || cell.childCount === 0) return <bdi>{own}</bdi>;
  const words = messages.traceTreePanel.untilLastChild(own, whole);
  return <ShortForm short={whole} words={words} isSum />;
}

interface ShortFormProps {
  short: string;
  /** What it stands for. */
  words: string;
  isSum: boolean;
}

/**
 * A short form for eyes, and its words for everybody else. It is an image of them: words of their own in the page,
 * out of sight, would be shaped and placed for every row that comes into sight.
 */
function ShortForm({ short, words, isSum }: ShortFormProps) {
  const isPlain = words === short;
  return (
    <bdi
      role={isPlain ? undefined : 'img'}
      aria-label={isPlain ? undefined : words}
      title={isPlain ? undefined : words}
      data-sum={isSum ? '' : undefined}
    >
      {short}
    </bdi>
  );
}
