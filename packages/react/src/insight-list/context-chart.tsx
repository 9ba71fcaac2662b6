'use client';

import { useState } from 'react';
import { sampleTurns } from '@oriel/core';
import type { ContextPart, ContextSeries, ContextTurn, TraceTreeNodeId } from '@oriel/core';
import { usePresentation } from './presentation.ts';

interface ContextChartProps {
  /** Conversations, the largest first; at least one. */
  context: readonly ContextSeries[];
  selectedId: TraceTreeNodeId;
  onSelect: (nodeId: TraceTreeNodeId) => void;
}

const MAX_BARS = 60;
const MAX_SERIES = 20;
const HEIGHT = 96;
const PARTS: readonly ContextPart[] = ['system', 'tools', 'history', 'toolResults'];

/** The input of a conversation turn by turn, as stacked bars; and as a table, where each turn can be picked. */
export function ContextChart({ context, selectedId, onSelect }: ContextChartProps) {
  const { messages, format } = usePresentation();
  const own = messages.insightList;
  const [place, setPlace] = useState(0);
  const series = context[place] ?? context[0];
  if (!series) return null;
  const nameOf = (one: ContextSeries) => (one.name?.trim() ? one.name : messages.unnamed);
  const turns = sampleTurns(series.turns, MAX_BARS);
  const most = turns.reduce((sum, { input, output }) => Math.max(sum, input + (output ?? 0)), 1);
  const unit = series.unit === 'tokens' ? messages.tokens : own.characters;
  const parts = PARTS.filter((part) => turns.some((turn) => (turn.parts?.[part] ?? 0) > 0));

  return (
    <figure className="oriel-insight-list-context">
      <figcaption className="oriel-insight-list-caption">
        {context.length > 1 ? (
          <select
            aria-label={own.series}
            className="oriel-insight-list-series"
            value={place}
            onChange={(event) => setPlace(Number(event.currentTarget.value))}
          >
            {context.slice(0, MAX_SERIES).map((one, index) => (
              <option key={index} value={index}>
                {own.contextHint(format.count(one.turns.length), nameOf(one))}
              </option>
            ))}
          </select>
        ) : (
          own.contextHint(format.count(series.turns.length), nameOf(series))
        )}
        <span className="oriel-insight-list-most">
          <bdi>{format.tokens(Math.round(most))}</bdi> {unit}
        </span>
      </figcaption>
      <svg
        className="oriel-insight-list-chart"
        viewBox={`0 0 ${turns.length * 10} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {turns.map((turn, index) => (
          <g
            key={turn.observationId}
            className="oriel-insight-list-turn"
            data-selected={turn.observationId === selectedId ? '' : undefined}
            onClick={() => onSelect(turn.observationId)}
          >
            <rect className="oriel-insight-list-lane" x={index * 10} width="10" height={HEIGHT} />
            {stack(turn, most).map(({ part, top, height }) => (
              <rect key={part} data-part={part} x={index * 10 + 1} width="8" y={top} height={height} />
            ))}
          </g>
        ))}
      </svg>
      <ul className="oriel-insight-list-legend">
        {(parts.length > 0 ? parts : (['input'] as const)).map((part) => (
          <li key={part} data-part={part}>
            {own.parts[part]}
          </li>
        ))}
        <li data-part="output">{own.parts.output}</li>
      </ul>
      <details className="oriel-insight-list-turns">
        <summary>{own.turnsTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{own.turn}</th>
              {parts.map((part) => (
                <th key={part} scope="col" data-numeric="">
                  {own.parts[part]}
                </th>
              ))}
              <th scope="col" data-numeric="">
                {own.parts.input}
              </th>
              <th scope="col" data-numeric="">
                {own.parts.output}
              </th>
            </tr>
          </thead>
          <tbody>
            {turns.map((turn) => (
              <tr key={turn.observationId}>
                <th scope="row">
                  <button
                    type="button"
                    className="oriel-text-button"
                    aria-pressed={turn.observationId === selectedId}
                    onClick={() => onSelect(turn.observationId)}
                  >
                    {own.turn} {format.count(turn.place)}
                  </button>
                </th>
                {parts.map((part) => (
                  <td key={part} data-numeric="">
                    {turn.parts && format.tokens(Math.round(turn.parts[part]))}
                  </td>
                ))}
                <td data-numeric="">{format.tokens(Math.round(turn.input))}</td>
                <td data-numeric="">{turn.output === null ? '' : format.tokens(turn.output)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** Pieces of one bar from the ground up: what went in, and on top of it what came out. */
function stack({ input, output, parts }: ContextTurn, most: number) {
  const amounts: [string, number][] = parts ? PARTS.map((part) => [part, parts[part]]) : [['input', input]];
  if (output !== null) amounts.push(['output', output]);
  let ground = HEIGHT;
  return amounts
    .filter(([, amount]) => amount > 0)
    .map(([part, amount]) => {
      const height = (amount / most) * HEIGHT;
      ground -= height;
      return { part, top: ground, height };
    });
}
