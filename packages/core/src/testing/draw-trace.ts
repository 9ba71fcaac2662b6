import type { TraceId } from '../model/ids.ts';
import { OBSERVATION_LEVELS } from '../model/observation.ts';
import type { ObservationLevel, ObservationType } from '../model/observation.ts';
import type { ObservationPatch } from '../model/patch.ts';
import type { EpochMs, Milliseconds } from '../model/units.ts';
import { parseBarLine } from './bar-line.ts';

export interface DrawTraceOptions {
  /** Default `trace-1`. */
  readonly traceId?: TraceId | undefined;
  /** Where the left edge of the bars is. Default 0. */
  readonly startTime?: EpochMs | undefined;
  /** Length of one column. Default 100. */
  readonly scale?: Milliseconds | undefined;
}

/** Types that names of drawn observations stand for, by their first word. */
const TYPE_OF_NAME: Readonly<Record<string, ObservationType>> = {
  agent: 'AGENT',
  llm: 'GENERATION',
  tool: 'TOOL',
  chain: 'CHAIN',
  retriever: 'RETRIEVER',
  embedding: 'EMBEDDING',
  evaluator: 'EVALUATOR',
  guardrail: 'GUARDRAIL',
  event: 'EVENT',
};

/**
 * Observations from a picture, in the order drawn. Ids are `<trace id>/<line>`, from 1. A level and a message may
 * stand behind a bar.
 *
 * @example
 * drawTrace(`
 *   agent     |========
 *     llm     |===
 *     tool    |   ====  ERROR timed out
 *     answer GENERATION |       =>
 * `)
 */
export function drawTrace(drawing: string, options: DrawTraceOptions = {}): ObservationPatch[] {
  const { traceId = 'trace-1', startTime = 0, scale = 100 } = options;
  const lines = drawing.split('\n').filter((line) => line.includes('|'));
  const margin = Math.min(...lines.map((line) => line.search(/[^ ]/)));
  const parents: string[] = [];
  return lines.map((line, index) => {
    const parsed = parseBarLine(line.slice(margin));
    if (!parsed)
      throw new Error(`Line ${index + 1} of the drawing is no bar: "${line}". Draw it as "name |===".`);
    const id = `${traceId}/${index + 1}`;
    parents[parsed.depth] = id;
    const start = startTime + parsed.start * scale;
    const end = parsed.length === null ? null : start + parsed.length * scale;
    return {
      kind: 'observation',
      id,
      traceId,
      at: end ?? start,
      parentId: parsed.depth === 0 ? null : (parents[parsed.depth - 1] ?? null),
      type: parsed.type ?? TYPE_OF_NAME[parsed.name.split(/[ -]/)[0] ?? ''] ?? 'SPAN',
      name: parsed.name,
      startTime: start,
      endTime: end,
      ...readNotes(parsed.notes),
    };
  });
}

function readNotes(notes: string): { level?: ObservationLevel; statusMessage?: string } {
  const level = OBSERVATION_LEVELS.find((word) => notes === word || notes.startsWith(`${word} `));
  if (level === undefined) return {};
  const message = notes.slice(level.length).trim();
  return message === '' ? { level } : { level, statusMessage: message };
}
