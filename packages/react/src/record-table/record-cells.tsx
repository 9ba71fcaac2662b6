'use client';

import type { ReactNode } from 'react';
import { summarizeUsage, totalCost } from '@oriel/core';
import type { EpochMs, Milliseconds, ObservationLevel, TableRecord, Tokens, Trace, Usd } from '@oriel/core';
import { LevelMark } from '../icons/level-mark.tsx';
import { Link } from '../provider/link.tsx';
import { usePresentation } from './presentation.ts';
import { useRowExtras } from './row-extras-context.ts';

/** One line that is cut where the cell ends. */
export function TextCell({ text, href }: { text: string | null; href?: string | undefined }) {
  if (text === null || text === '') return null;
  return (
    <span className="oriel-data-grid-text" title={text}>
      <Link href={href} className="oriel-link" tabIndex={-1}>
        {text}
      </Link>
    </span>
  );
}

export function NameCell({ name, id, level }: { name: string | null; id: string; level: ObservationLevel }) {
  const { messages } = usePresentation();
  const text = name?.trim() ? name : null;
  return (
    <span className="oriel-record-name">
      <span
        className="oriel-data-grid-text oriel-record-title"
        data-unnamed={text === null ? '' : undefined}
        title={text ?? id}
      >
        {text ?? messages.unnamed}
      </span>
      <LevelMark level={level} />
    </span>
  );
}

export function TimeCell({ moment }: { moment: EpochMs | null }) {
  const { format } = usePresentation();
  if (moment === null) return null;
  return (
    <span className="oriel-data-grid-text oriel-record-time" title={format.exactTime(moment)}>
      {format.dateTime(moment)}
    </span>
  );
}

export function DurationCell({ length }: { length: Milliseconds | null }) {
  const { format } = usePresentation();
  return length === null ? null : <bdi>{format.duration(length)}</bdi>;
}

export function TokensCell({ count }: { count: Tokens | null }) {
  const { format } = usePresentation();
  return count === null ? null : <bdi title={format.count(count)}>{format.tokens(count)}</bdi>;
}

export function CostCell({ amount }: { amount: Usd | null }) {
  const { format } = usePresentation();
  return amount === null ? null : <bdi>{format.cost(amount)}</bdi>;
}

export function NumberCell({ value }: { value: number | null }) {
  const { format } = usePresentation();
  return value === null ? null : <bdi>{format.number(value)}</bdi>;
}

export function TagsCell({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <span className="oriel-tags oriel-record-tags" title={tags.join(', ')}>
      {tags.map((tag) => (
        <span key={tag} className="oriel-tag">
          {tag}
        </span>
      ))}
    </span>
  );
}

const LEVELS: readonly ObservationLevel[] = ['ERROR', 'WARNING', 'DEBUG', 'DEFAULT'];

/** How many observations of each level a trace has. */
export function LevelsCell({ trace }: { trace: Trace }) {
  const { messages, format } = usePresentation();
  return (
    <span className="oriel-record-levels">
      {LEVELS.map((level) => {
        const count = trace.levelCounts[level];
        if (count === 0) return null;
        return (
          <span key={level} data-level={level} title={`${messages.levels[level]}: ${format.count(count)}`}>
            <LevelMark level={level} />
            {format.count(count)}
          </span>
        );
      })}
    </span>
  );
}

/** The beginning of what went in or out. */
export function PreviewCell({ row, part }: { row: TableRecord; part: 'input' | 'output' | 'metadata' }) {
  const extras = useRowExtras(row);
  const preview = extras?.payloads;
  if (preview === undefined) return null;
  if (preview === 'failed') return <Failed />;
  const text = preview[part];
  return text === null ? null : <span className="oriel-record-preview">{text}</span>;
}

export function ToolsCell({ row }: { row: TableRecord }) {
  const preview = useRowExtras(row)?.payloads;
  if (preview === undefined) return null;
  return preview === 'failed' ? <Failed /> : <TextCell text={preview.tools.join(', ')} />;
}

/** The value of the newest score of a name. */
export function ScoreCell({ row, name }: { row: TableRecord; name: string }) {
  const { messages, format } = usePresentation();
  const scores = useRowExtras(row)?.scores;
  if (scores === undefined) return null;
  if (scores === 'failed') return <Failed />;
  const score = scores.findLast((one) => one.name === name);
  if (!score) return null;
  const { value, dataType, comment } = score;
  if (dataType === 'BOOLEAN') return value === 1 ? messages.yes : messages.no;
  const text = typeof value === 'number' ? format.number(value) : value;
  return (
    <span className="oriel-data-grid-text" title={comment ?? text}>
      {text}
    </span>
  );
}

/** What only the trace of an observation knows. */
export function TraceCell({ row, children }: { row: TableRecord; children: (trace: Trace) => ReactNode }) {
  const trace = useRowExtras(row)?.traces;
  if (trace === 'failed') return <Failed />;
  return trace ? children(trace) : null;
}

function Failed() {
  const { messages } = usePresentation();
  return (
    <span className="oriel-record-failed" title={messages.payloadFailed}>
      {messages.recordTable.failed}
    </span>
  );
}

type Amounts = Pick<Trace, 'usage' | 'cost'>;

export function tokensOf({ usage }: Amounts, part: 'input' | 'output' | 'total'): Tokens | null {
  return summarizeUsage(usage)[part];
}

export function costOf({ cost }: Amounts, part: 'input' | 'output' | 'total'): Usd | null {
  if (part === 'total') return totalCost(cost);
  // Dollars are summed up by the same keys as tokens.
  const sum: number | null = summarizeUsage(cost as Readonly<Record<string, number>>)[part];
  return sum;
}
