'use client';

import { memo } from 'react';
import type { ReactNode } from 'react';
import type { PulseBucket } from '@oriel/core';
import { usePresentation } from './presentation.ts';

interface PulseFiguresProps {
  buckets: readonly PulseBucket[];
  /** All of it together; `null` while it loads. */
  sum: PulseBucket | null;
  /** The bar the reader is at; `null` for none. */
  shown: PulseBucket | null;
  /** First and last bar of the picked stretch. */
  low: number;
  high: number;
  isPicked: boolean;
}

type Pick = (bucket: PulseBucket) => number | null;

const count: Pick = (bucket) => bucket.count;
const errors: Pick = (bucket) => bucket.errors;
const cost: Pick = (bucket) => bucket.cost;
const p50: Pick = (bucket) => bucket.p50;
const p95: Pick = (bucket) => bucket.p95;

/** Three small charts over the same time, each with its number: of the bar the reader is at, else of everything. */
export function PulseFigures({ buckets, sum, shown, low, high, isPicked }: PulseFiguresProps) {
  const { messages, format } = usePresentation();
  const texts = messages.recordTable;
  const of = shown ?? sum;
  const moment = shown && <span className="oriel-pulse-moment">{format.shortTime(shown.start)}</span>;
  const band = isPicked ? { low, high } : null;
  return (
    <>
      <Figure
        name={texts.pulseRecords}
        value={
          of && (
            <>
              <b>{format.count(of.count)}</b>
              {of.errors > 0 && (
                <span className="oriel-pulse-errors">
                  {texts.pulseErrors(of.errors, format.count(of.errors))}
                </span>
              )}
              {moment}
            </>
          )
        }
        plot={<Bars buckets={buckets} whole={count} part={errors} kind="count" band={band} />}
      />
      <Figure
        name={messages.cost}
        value={of && of.cost !== null && <b>{format.cost(of.cost)}</b>}
        plot={<Bars buckets={buckets} whole={cost} part={null} kind="cost" band={band} />}
      />
      <Figure
        name={messages.latency}
        value={
          of &&
          of.p50 !== null &&
          of.p95 !== null && <b>{texts.pulseLatency(format.duration(of.p50), format.duration(of.p95))}</b>
        }
        plot={<Bars buckets={buckets} whole={p95} part={p50} kind="latency" band={band} />}
      />
    </>
  );
}

function Figure({ name, value, plot }: { name: string; value: ReactNode; plot: ReactNode }) {
  return (
    <div className="oriel-pulse-figure" aria-hidden="true">
      <div className="oriel-pulse-label">
        {name} {value}
      </div>
      {plot}
    </div>
  );
}

interface BarsProps {
  buckets: readonly PulseBucket[];
  whole: Pick;
  /** A part of each bar that stands out. */
  part: Pick | null;
  kind: 'count' | 'cost' | 'latency';
  band: { readonly low: number; readonly high: number } | null;
}

/** Units of the drawing, which is as wide as there are bars. */
const HEIGHT = 100;

function Bars({ band, ...bars }: BarsProps) {
  const length = Math.max(1, bars.buckets.length);
  return (
    <svg
      className="oriel-pulse-plot"
      viewBox={`0 0 ${length} ${HEIGHT}`}
      preserveAspectRatio="none"
      data-kind={bars.kind}
    >
      {band && (
        <rect
          className="oriel-pulse-band"
          x={band.low}
          y={0}
          width={band.high - band.low + 1}
          height={HEIGHT}
        />
      )}
      <Paths {...bars} />
    </svg>
  );
}

/** All bars are two paths, so a strip costs a page next to nothing. */
const Paths = memo(function Paths({ buckets, whole, part }: Omit<BarsProps, 'band'>) {
  const top = Math.max(...buckets.map((bucket) => whole(bucket) ?? 0), Number.MIN_VALUE);
  const path = (value: Pick) =>
    buckets
      .map((bucket, place) => {
        const share = (value(bucket) ?? 0) / top;
        // What is there is seen, however little it is.
        const height = share > 0 ? Math.max(3, share * (HEIGHT - 2)) : 0;
        return height === 0 ? '' : `M${place + 0.12} ${HEIGHT}v${-height}h.76v${height}z`;
      })
      .join('');
  return (
    <>
      <path className="oriel-pulse-base" d={`M0 ${HEIGHT - 0.5}h${buckets.length}`} />
      <path className="oriel-pulse-whole" d={path(whole)} />
      {part && <path className="oriel-pulse-part" d={path(part)} />}
    </>
  );
});
