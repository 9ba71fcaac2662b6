import type { Patch } from '@oriel/core';
import { seededRandom } from '@oriel/core/testing';

interface TrafficSize {
  readonly traces: number;
  readonly observationsPerTrace: number;
}

const DAY = 86_400_000;
const START = Date.UTC(2025, 8, 1);
const DAYS = 30;
const MODELS = ['gpt-4o', 'gpt-4o-mini', 'claude-sonnet-4', 'gemini-2.5-pro', 'mistral-large'];
const TRACES = ['support chat', 'checkout', 'invoice agent', 'weekly report', 'triage', 'search'];
const STEPS = [
  'draft-answer',
  'choose-tool',
  'rewrite-question',
  'search_orders',
  'run_sql',
  'policy-search',
];
const TYPES = ['GENERATION', 'GENERATION', 'TOOL', 'SPAN', 'RETRIEVER', 'CHAIN'] as const;
const LEVELS = [...Array.from({ length: 18 }, () => 'DEFAULT' as const), 'WARNING', 'ERROR'] as const;
const PRICE = 2.5e-6;

/** A month of agents with users, sessions and scores: the patches of one trace after the other. */
function* traffic({ traces, observationsPerTrace }: TrafficSize): Generator<Patch[]> {
  const random = seededRandom(7);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <Item>(items: readonly Item[]) => items[below(items.length)] as Item;
  const hex = (digits: number) => {
    let id = '';
    while (id.length < digits)
      id += below(2 ** 32)
        .toString(16)
        .padStart(8, '0');
    return id.slice(0, digits);
  };

  for (let count = 0; count < traces; count += 1) {
    const traceId = hex(32);
    const begin = START + random() * DAYS * DAY;
    const root = hex(16);
    const patches: Patch[] = [
      {
        kind: 'trace',
        id: traceId,
        at: begin,
        name: pick(TRACES),
        userId: `user-${below(5000)}`,
        sessionId: `session-${Math.floor(count / 5)}`,
        environment: random() < 0.8 ? 'production' : 'staging',
        release: `1.${below(12)}.0`,
        tags: random() < 0.3 ? ['beta'] : [],
        metadata: { tenant: `tenant-${below(40)}`, region: pick(['eu', 'us', 'ap']) },
      },
    ];
    let clock = begin;
    for (let index = 0; index < observationsPerTrace; index += 1) {
      const type = index === 0 ? 'AGENT' : pick(TYPES);
      const startTime = Math.round(clock * 1000) / 1000;
      const lasts = 20 + random() * random() * 4000;
      clock += lasts * 0.6;
      const input = below(4000);
      const output = below(800);
      const generation = {
        model: pick(MODELS),
        completionStartTime: startTime + lasts / 4,
        usage: { input, output, total: input + output },
        cost: { input: input * PRICE, output: output * PRICE * 4, total: (input + output * 4) * PRICE },
      };
      patches.push({
        kind: 'observation',
        id: index === 0 ? root : hex(16),
        traceId,
        at: startTime,
        parentId: index === 0 ? null : root,
        type,
        name: index === 0 ? 'agent' : pick(STEPS),
        startTime,
        endTime: startTime + lasts,
        level: pick(LEVELS),
        environment: 'production',
        metadata: { tenant: `tenant-${below(40)}` },
        ...(type === 'GENERATION' ? generation : {}),
      });
    }
    if (random() < 0.4) {
      patches.push({
        kind: 'score',
        id: hex(16),
        at: clock,
        name: pick(['quality', 'helpful', 'grounded']),
        value: below(5) / 4,
        traceId,
      });
    }
    yield patches;
  }
}

/** Traffic in batches of about `size` patches. */
export function* batches(size: TrafficSize, patchesPerBatch: number): Generator<Patch[]> {
  let batch: Patch[] = [];
  for (const trace of traffic(size)) {
    batch.push(...trace);
    if (batch.length < patchesPerBatch) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
