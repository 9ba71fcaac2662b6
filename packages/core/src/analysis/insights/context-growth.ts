import type { ObservationId } from '../../model/ids.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Observation, ObservationPayload } from '../../model/observation.ts';
import type { EpochMs, Tokens } from '../../model/units.ts';
import { readChat } from '../chat/read-chat.ts';
import { summarizeUsage } from '../summarize-usage.ts';
import type { ContextPart, ContextUnit } from './insight.ts';
import { observationOf } from './insight-source.ts';
import type { InsightSource } from './insight-source.ts';

/** What one call of a conversation was given and answered, counted in its series' unit. */
export interface ContextTurn {
  readonly observationId: ObservationId;
  readonly startTime: EpochMs;
  readonly input: number;
  /** `null` when nobody counted. */
  readonly output: number | null;
  /** What the input is made of; `null` when its payload was not looked at. Tokens are split by characters. */
  readonly parts: Readonly<Record<ContextPart, number>> | null;
}

/** Calls of one model with one set of instructions, by start: the turns of a conversation. */
export interface ContextSeries {
  readonly name: string | null;
  /** Tokens where every turn has them, else characters. */
  readonly unit: ContextUnit;
  readonly turns: readonly ContextTurn[];
}

/** Measures the inputs of conversations of at least two turns, the largest first. */
export function contextGrowth({
  layout,
  payloads,
}: Pick<InsightSource, 'layout' | 'payloads'>): ContextSeries[] {
  const seriesOf = new Map<string, Measured[]>();
  for (const row of callRows(layout)) {
    const observation = observationOf(layout, row);
    if (!observation) continue;
    const measured = measure(observation, payloads.get(observation.id));
    const key = `${observation.name} ${measured.instructions}`;
    const series = seriesOf.get(key);
    if (series) series.push(measured);
    else seriesOf.set(key, [measured]);
  }
  return [...seriesOf.values()]
    .map(toSeries)
    .filter(({ turns }) => turns.length > 1)
    .toSorted((a, b) => largest(b) - largest(a));
}

/** Model calls, by start. Of a call wrapped in another, the inner one: it is what the model saw. */
function callRows(layout: InsightSource['layout']): number[] {
  const rows: number[] = [];
  let wrappedUntil = -1;
  for (let row = layout.rowCount - 1; row >= 0; row -= 1) {
    if (observationOf(layout, row)?.type !== 'GENERATION') continue;
    const isWrapper = wrappedUntil !== -1 && wrappedUntil < (layout.subtreeEnd[row] as number);
    wrappedUntil = row;
    if (!isWrapper) rows.push(row);
  }
  const startOf = (row: number) => observationOf(layout, row)?.startTime ?? 0;
  return rows.toReversed().toSorted((a, b) => startOf(a) - startOf(b));
}

interface Measured {
  readonly observation: Observation;
  readonly instructions: string;
  readonly tokens: { readonly input: Tokens | null; readonly output: Tokens | null };
  readonly characters: { readonly input: number; readonly output: number; readonly parts: Parts } | null;
}

type Parts = Record<ContextPart, number>;

function measure(observation: Observation, payload: ObservationPayload | undefined): Measured {
  const tokens = summarizeUsage(observation.usage);
  if (!payload || payload.input === null) return { observation, instructions: '', tokens, characters: null };
  const parts: Parts = { system: 0, history: 0, toolResults: 0, tools: 0 };
  let instructions = '';
  const chat = readChat(payload.input);
  if (!chat) parts.history = sizeOf(payload.input);
  for (const { role, content, toolCalls, toolCallId } of chat ?? []) {
    const size =
      sizeOf(content) + toolCalls.reduce((sum, call) => sum + call.name.length + sizeOf(call.arguments), 0);
    if (role === 'system' || role === 'developer') {
      if (parts.system === 0) instructions = textOf(content);
      parts.system += size;
    } else if (role === 'tool' || role === 'function' || toolCallId !== null) parts.toolResults += size;
    else parts.history += size;
  }
  if (payload.tools.length > 0) parts.tools = JSON.stringify(payload.tools).length;
  const input = parts.system + parts.history + parts.toolResults + parts.tools;
  return { observation, instructions, tokens, characters: { input, output: sizeOf(payload.output), parts } };
}

function toSeries(measured: readonly Measured[]): ContextSeries {
  const unit = measured.every(({ tokens }) => tokens.input !== null) ? 'tokens' : 'characters';
  const turns: ContextTurn[] = [];
  for (const { observation, tokens, characters } of measured) {
    const { id: observationId, startTime } = observation;
    if (unit === 'tokens') {
      const { input, output } = tokens;
      const parts = characters && split(input ?? 0, characters);
      turns.push({ observationId, startTime, input: input ?? 0, output, parts });
    } else if (characters) {
      const { input, output, parts } = characters;
      turns.push({ observationId, startTime, input, output, parts });
    }
  }
  return { name: measured[0]?.observation.name ?? null, unit, turns };
}

function split(tokens: Tokens, { input, parts }: { input: number; parts: Parts }): Parts | null {
  if (input === 0) return null;
  const share = tokens / input;
  return {
    system: parts.system * share,
    history: parts.history * share,
    toolResults: parts.toolResults * share,
    tools: parts.tools * share,
  };
}

function largest({ turns }: ContextSeries): number {
  return turns.reduce((most, { input }) => Math.max(most, input), 0);
}

function sizeOf(value: JsonValue): number {
  return value === null ? 0 : textOf(value).length;
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
