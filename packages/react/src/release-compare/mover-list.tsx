'use client';

import { useMemo, useState } from 'react';
import { rankMovers } from '@oriel/core';
import type { Mover, MoverMeasure } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import type { Presentation } from '../provider/presentation-context.ts';

interface MoverListProps {
  movers: readonly Mover[];
  baseline: string;
  candidate: string;
  onExamples: ((mover: Mover, measure: MoverMeasure) => void) | undefined;
}

const MEASURES: readonly MoverMeasure[] = ['cost', 'latency', 'errors', 'calls', 'tokens'];
const FIRST = 8;
const MORE = 24;

/** Which names, models and tools moved most, by a measure of the reader's choice. */
export function MoverList({ movers, baseline, candidate, onExamples }: MoverListProps) {
  const presentation = usePresentation();
  const { messages } = presentation;
  const own = messages.releaseCompare;
  const [measure, setMeasure] = useState<MoverMeasure>('cost');
  const [limit, setLimit] = useState(FIRST);
  const ranked = useMemo(() => rankMovers(movers, measure), [movers, measure]);
  const most = Math.abs(ranked[0]?.difference[measure] ?? 0);

  return (
    <section className="oriel-release-compare-movers">
      <div className="oriel-release-compare-heading">
        <h3 className="oriel-section-title">{own.movers}</h3>
        <label className="oriel-release-compare-field">
          {own.rankedBy}
          <select
            className="oriel-release-compare-select"
            value={measure}
            onChange={({ target }) => setMeasure(target.value as MoverMeasure)}
          >
            {MEASURES.map((one) => (
              <option key={one} value={one}>
                {own.moverMeasures[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="oriel-quiet">{own.moversHint}</p>
      {ranked.length === 0 ? (
        <p className="oriel-quiet">{own.nothingMoved}</p>
      ) : (
        <table className="oriel-release-compare-table" data-movers="">
          <caption className="oriel-visually-hidden">{own.movers}</caption>
          <thead>
            <tr>
              <th scope="col">{messages.name}</th>
              <th scope="col" data-numeric="">
                <bdi>{baseline}</bdi>
              </th>
              <th scope="col" data-numeric="">
                <bdi>{candidate}</bdi>
              </th>
              <th scope="col" data-numeric="">
                {own.difference}
              </th>
              <th scope="col">
                <span className="oriel-visually-hidden">{own.examples}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {ranked.slice(0, limit).map((mover) => {
              const { kind, name, difference } = mover;
              const size = most === 0 ? 0 : Math.abs(difference[measure]) / most;
              return (
                <tr key={`${kind} ${name ?? ''}`}>
                  <th scope="row" title={name ?? undefined}>
                    <span className="oriel-tag">{own.moverKinds[kind]}</span>{' '}
                    <bdi>{name?.trim() ? name : messages.unnamed}</bdi>
                  </th>
                  <td data-numeric="">{write(measure, mover.baseline[measure], presentation)}</td>
                  <td data-numeric="">{write(measure, mover.candidate[measure], presentation)}</td>
                  <td data-numeric="">
                    <bdi>
                      {difference[measure] > 0 ? '+' : ''}
                      {write(measure, difference[measure], presentation)}
                    </bdi>
                    <span className="oriel-release-compare-move" aria-hidden="true">
                      <span
                        data-direction={difference[measure] > 0 ? 'more' : 'less'}
                        style={{ inlineSize: `${size * 100}%` }}
                      />
                    </span>
                  </td>
                  <td>
                    {onExamples && (
                      <button
                        type="button"
                        className="oriel-text-button"
                        aria-label={own.examplesOf(name ?? messages.unnamed)}
                        onClick={() => onExamples(mover, measure)}
                      >
                        {own.examples}
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {ranked.length > limit && (
        <button type="button" className="oriel-text-button" onClick={() => setLimit(limit + MORE)}>
          {messages.showMore}
        </button>
      )}
    </section>
  );
}

function write(measure: MoverMeasure, value: number, { format }: Presentation): string {
  if (measure === 'cost') return format.cost(value);
  if (measure === 'tokens') return format.tokens(Math.round(value));
  if (measure === 'latency') return value < 0 ? `-${format.duration(-value)}` : format.duration(value);
  return format.number(Number(value.toPrecision(3)));
}
