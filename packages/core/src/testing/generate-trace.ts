import type { TraceId } from '../model/ids.ts';
import type { ObservationType } from '../model/observation.ts';
import type { ObservationPatch, Patch } from '../model/patch.ts';
import type { EpochMs } from '../model/units.ts';
import { seededRandom } from './seeded-random.ts';

export interface GenerateTraceOptions {
  /** The same seed makes the same trace. Default 1. */
  readonly seed?: number | undefined;
  /** Count of observations. Default 100. */
  readonly observations?: number | undefined;
  /** Default `generated-<seed>`. */
  readonly traceId?: TraceId | undefined;
  /** Default 2025-10-09T08:53:20Z. */
  readonly startTime?: EpochMs | undefined;
}

const CONTAINERS: readonly ObservationType[] = ['AGENT', 'CHAIN', 'TOOL'];
const LEAVES: readonly ObservationType[] = [
  'GENERATION',
  'GENERATION',
  'GENERATION',
  'TOOL',
  'RETRIEVER',
  'EMBEDDING',
];
const MODELS = ['gpt-4o', 'gpt-4o-mini', 'claude-sonnet-4'];
const NAMES: Readonly<Partial<Record<ObservationType, readonly string[]>>> = {
  AGENT: ['triage-agent', 'research-agent', 'billing-agent'],
  CHAIN: ['plan', 'route', 'summarise-history'],
  TOOL: ['search_orders', 'read_file', 'run_sql', 'send_mail'],
  GENERATION: ['draft-answer', 'choose-tool', 'rewrite-question'],
  RETRIEVER: ['policy-search', 'faq-search'],
  EMBEDDING: ['embed-question'],
};
const MAX_DEPTH = 12;

/** An agent's trace of any size: a few roots' worth of steps with model calls, tools, failures, tokens and costs. */
export function generateTrace(options: GenerateTraceOptions = {}): Patch[] {
  const { seed = 1, observations = 100, startTime = 1_760_000_000_000 } = options;
  const { traceId = `generated-${seed}` } = options;
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const patches: Patch[] = [];
  const open: { id: string; index: number }[] = [];
  let clock = startTime;

  function close(): void {
    const container = open.pop();
    if (!container) return;
    clock += random() * 2;
    patches[container.index] = {
      ...(patches[container.index] as ObservationPatch),
      at: clock,
      endTime: clock,
    };
  }

  for (let count = 0; count < observations; count += 1) {
    while (open.length > 1 && random() < 0.18) close();
    const isContainer = count === 0 || (open.length < MAX_DEPTH && (open.length < 2 || random() < 0.3));
    clock += random() * 1.5;
    const type = (count === 0 ? 'AGENT' : pick(isContainer ? CONTAINERS : LEAVES)) ?? 'SPAN';
    const id = (count + 1).toString(16).padStart(16, '0');
    const start = clock;
    if (!isContainer) clock += 0.2 + random() * random() * 60;
    patches.push({
      kind: 'observation',
      id,
      traceId,
      at: clock,
      parentId: open.at(-1)?.id ?? null,
      type,
      name: pick(NAMES[type] ?? ['step']) ?? 'step',
      startTime: start,
      endTime: clock,
      ...(random() < 0.02 ? { level: 'ERROR', statusMessage: 'TimeoutError: no answer within 30 s' } : {}),
      ...(type === 'GENERATION' ? generation(random, pick(MODELS) ?? 'gpt-4o') : {}),
    });
    if (isContainer) open.push({ id, index: count });
  }
  while (open.length > 0) close();
  return patches;
}

function generation(random: () => number, model: string) {
  const input = 50 + Math.floor(random() * 4000);
  const output = 5 + Math.floor(random() * 900);
  const cost = { input: (input * 25) / 1e7, output: output / 1e5 };
  return {
    model,
    usage: { input, output, total: input + output },
    cost: { ...cost, total: (input * 25 + output * 100) / 1e7 },
  };
}
