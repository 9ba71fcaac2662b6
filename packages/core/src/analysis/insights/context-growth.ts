import type { ObservationId } from '../../model/ids.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Observation, ObservationPayload } from '../../model/observation.ts';
import type { EpochMs, Tokens } from '../../model/units.ts';
import { readChat } from '../chat/read-chat.ts';
import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { summarizeUsage } from '../usage/summarize-usage.ts';
import type { ContextPart, ContextUnit } from './insight.ts';
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
export function* contextGrowth({
  layout,
  payloads,
}: Pick<InsightSource, 'layout' | 'payloads'>): Pausable<ContextSeries[]> {
  const { observations } = layout;
  const all: OpenSeries[] = [];
  const seriesOf = new Map<string | null, Map<string, OpenSeries>>();
  const calls = yield* callsByStart(layout);
  for (const [place, index] of calls.entries()) {
    if (place % ROWS_AT_ONCE === 0) yield;
    const observation = observations[index] as Observation;
    const { id: observationId, name, startTime } = observation;
    const payload = payloads.size === 0 ? undefined : payloads.get(observationId);
    let measured: Measured = NOT_MEASURED;
    if (payload && payload.input !== null) {
      yield;
      measured = measure(payload, payload.input);
    }
    const { instructions, characters } = measured;
    let ofName = seriesOf.get(name);
    if (!ofName) seriesOf.set(name, (ofName = new Map()));
    let series = ofName.get(instructions);
    if (!series) {
      series = { name, isCounted: true, turns: [], characters: [] };
      ofName.set(instructions, series);
      all.push(series);
    }
    const { input, output } = summarizeUsage(observation.usage);
    if (input === null) series.isCounted = false;
    const parts = characters && split(input ?? 0, characters);
    series.turns.push({ observationId, startTime, input: input ?? 0, output, parts });
    series.characters.push(characters);
  }

  const found: { readonly series: ContextSeries; readonly largest: number }[] = [];
  for (const { name, isCounted, turns, characters } of all) {
    const known = isCounted ? turns : inCharacters(turns, characters);
    if (known.length < 2) continue;
    yield;
    const largest = known.reduce((most, { input }) => Math.max(most, input), 0);
    found.push({ series: { name, unit: isCounted ? 'tokens' : 'characters', turns: known }, largest });
  }
  return found.toSorted((a, b) => b.largest - a.largest).map(({ series }) => series);
}

interface OpenSeries {
  readonly name: string | null;
  /** Every turn says how many tokens went in. */
  isCounted: boolean;
  readonly turns: ContextTurn[];
  /** The same turns by their payloads; `null` where one was not looked at. */
  readonly characters: (Characters | null)[];
}

/** Model calls as indexes of observations, by start. Of a call wrapped in another, the inner one: it is what the model saw. */
function* callsByStart({
  observations,
  rowCount,
  order,
  subtreeEnd,
}: InsightSource['layout']): Pausable<readonly number[]> {
  const isCall = new Uint8Array(observations.length);
  let wrappedUntil = -1;
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    if (row % ROWS_AT_ONCE === 0) yield;
    const index = order[row] as number;
    if (observations[index]?.type !== 'GENERATION') continue;
    const isWrapper = wrappedUntil !== -1 && wrappedUntil < (subtreeEnd[row] as number);
    wrappedUntil = row;
    if (!isWrapper) isCall[index] = 1;
  }
  const calls: number[] = [];
  const startOf = (index: number) => (observations[index] as Observation).startTime;
  let isSorted = true;
  let before = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < observations.length; index += 1) {
    if (index % ROWS_AT_ONCE === 0) yield;
    if (!isCall[index]) continue;
    isSorted &&= before <= startOf(index);
    before = startOf(index);
    calls.push(index);
  }
  // Stores answer in this order already; only hand-made lists need sorting.
  return isSorted ? calls : calls.toSorted((a, b) => startOf(a) - startOf(b));
}

interface Measured {
  readonly instructions: string;
  readonly characters: Characters | null;
}

interface Characters {
  readonly input: number;
  readonly output: number;
  readonly parts: Parts;
}

type Parts = Record<ContextPart, number>;

const NOT_MEASURED: Measured = { instructions: '', characters: null };

function measure({ output, tools }: ObservationPayload, given: JsonValue): Measured {
  const parts: Parts = { system: 0, history: 0, toolResults: 0, tools: 0 };
  let instructions = '';
  const chat = readChat(given);
  if (!chat) parts.history = sizeOf(given);
  for (const { role, content, toolCalls, toolCallId } of chat ?? []) {
    const size =
      sizeOf(content) + toolCalls.reduce((sum, call) => sum + call.name.length + sizeOf(call.arguments), 0);
    if (role === 'system' || role === 'developer') {
      if (parts.system === 0) instructions = textOf(content);
      parts.system += size;
    } else if (role === 'tool' || role === 'function' || toolCallId !== null) parts.toolResults += size;
    else parts.history += size;
  }
  if (tools.length > 0) parts.tools = JSON.stringify(tools).length;
  const input = parts.system + parts.history + parts.toolResults + parts.tools;
  return { instructions, characters: { input, output: sizeOf(output), parts } };
}

/** The turns that were looked at, by the length of their texts. */
function inCharacters(
  turns: readonly ContextTurn[],
  characters: readonly (Characters | null)[],
): ContextTurn[] {
  const measured: ContextTurn[] = [];
  for (const [place, { observationId, startTime }] of turns.entries()) {
    const sizes = characters[place];
    if (sizes) measured.push({ observationId, startTime, ...sizes });
  }
  return measured;
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

function sizeOf(value: JsonValue): number {
  return value === null ? 0 : textOf(value).length;
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
