import type { ObservationPatch, Patch } from '../model/patch.ts';
import { seededRandom } from '../testing/seeded-random.ts';

export interface OddTrafficOptions {
  /** The same seed makes the same traffic. */
  readonly seed: number;
  /** Count of traces. */
  readonly traces: number;
}

const NAMES = ['Checkout', 'checkout-retry', 'support chat', '', '100%_sure', 'Ärger', '退款 "now"\n'];
const TYPES = ['AGENT', 'GENERATION', 'TOOL', 'SPAN', 'EVENT'] as const;
const LEVELS = ['DEFAULT', 'DEFAULT', 'DEBUG', 'WARNING', 'ERROR'] as const;
const TAGS = ['beta', 'eu', 'vip', 'a,b'];

/** What a few products send in a few weeks: gaps, ties, nulls and strange names included, in no order. */
export function generateOddTraffic({ seed, traces }: OddTrafficOptions): Patch[] {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[]) =>
    items[below(items.length)] as Item;
  const maybe = <Fields extends object>(chance: number, fields: () => Fields): Partial<Fields> =>
    random() < chance ? fields() : {};

  function observation(traceId: string, index: number, begin: number): ObservationPatch {
    const startTime = begin + below(6) * 100;
    return {
      kind: 'observation',
      // The same few ids in every trace: they are unique in their trace only.
      id: `o-${index}`,
      traceId,
      at: startTime,
      type: pick(TYPES),
      startTime,
      level: pick(LEVELS),
      ...maybe(0.7, () => ({ parentId: `o-${below(index + 2)}` })),
      ...maybe(0.8, () => ({ name: pick(NAMES) })),
      ...maybe(0.8, () => ({ endTime: startTime + below(5) * 250 })),
      ...maybe(0.3, () => ({ completionStartTime: startTime + below(3) * 10 })),
      ...maybe(0.5, () => ({ model: pick(['gpt-4o', 'claude-sonnet-4', 'GPT-4o-mini']) })),
      ...maybe(0.5, () => ({
        usage: {
          input: below(50),
          output: below(9),
          ...maybe(0.3, () => ({ output_reasoning: below(9) })),
          ...maybe(0.6, () => ({ total: below(60) })),
        },
      })),
      ...maybe(0.5, () => ({
        cost: maybe(0.5, () => ({ input: below(9) / 1000, output: below(9) / 300, total: below(30) / 10 })),
      })),
      ...maybe(0.2, () => ({ computedCost: pick([{ total: below(30) / 10 }, null]) })),
      ...maybe(0.3, () => ({ prompt: { name: pick(['greet', 'plan']), version: 1 + below(3) } })),
      ...maybe(0.3, () => ({ statusMessage: pick(['timed out', 'Rate limit']) })),
      ...maybe(0.5, () => ({ environment: pick(['prod', 'staging']) })),
      ...maybe(0.5, () => ({ input: { question: pick(NAMES) }, output: pick(NAMES) })),
      ...maybe(0.2, () => ({ isInterrupted: pick([true, false]) })),
      ...maybe(0.3, () => ({
        graph: {
          node: pick(['plan', 'act']),
          step: below(3),
          namespace: pick(['plan:1', null]),
          triggers: ['branch:to:act'],
        },
      })),
      ...maybe(0.2, () => ({ outputMessages: { [`${below(4)}`]: pick(NAMES) } })),
      ...maybe(0.2, () => ({
        tools: [{ name: pick(NAMES), description: null, parameters: { type: 'object' } }],
      })),
      ...maybe(0.3, () => ({
        provenance: { convention: pick(['langfuse', 'gen-ai']), rawUsage: { prompt: below(9) } },
      })),
      ...maybe(0.5, () => ({ metadata: { step: below(4), 'a.b': pick(['x', 'y']) } })),
    };
  }

  const patches: Patch[] = [];
  for (let count = 0; count < traces; count += 1) {
    const id = `t-${seed}-${count}`;
    // Most in a few seconds of October, so that there are ties; some in the weeks after, when clocks change.
    const begin = 1_760_000_000_000 + below(8) * 1000 + (below(3) === 0 ? below(1000) * 3_600_000 : 0);
    const trace: Patch = {
      kind: 'trace',
      id,
      at: begin,
      isRecord: true,
      ...maybe(0.7, () => ({ timestamp: begin })),
      ...maybe(0.7, () => ({ name: pick(NAMES) })),
      ...maybe(0.6, () => ({ userId: pick(['ada', 'Bob', 'cy']) })),
      ...maybe(0.6, () => ({ sessionId: pick(['s-1', 's-2', 's-3', 's-4']) })),
      ...maybe(0.5, () => ({ environment: pick(['prod', 'staging']) })),
      ...maybe(0.5, () => ({ release: pick(['1.9', '1.10']) })),
      ...maybe(0.6, () => ({ tags: [pick(TAGS), pick(TAGS)] })),
      ...maybe(0.3, () => ({ public: true })),
      ...maybe(0.3, () => ({ sampleRate: pick([0.1, 0.5]) })),
      ...maybe(0.6, () => ({
        metadata: {
          region: pick(['eu', 'us', 7, true, null]),
          plan: { tier: below(3) },
          list: ['p', below(2)],
        },
      })),
    };
    const observations = Array.from({ length: below(5) }, (_, index) => observation(id, index, begin));
    const scores = Array.from({ length: below(3) }, (_, index): Patch => {
      const isNumber = random() < 0.6;
      return {
        kind: 'score',
        id: `score-${seed}-${count}-${index}`,
        at: begin + below(4),
        name: isNumber ? 'quality' : 'verdict',
        value: isNumber ? below(5) / 4 : pick(['good', 'bad']),
        traceId: id,
        ...maybe(0.4, () => ({ observationId: 'o-0' })),
        ...maybe(0.3, () => ({ comment: pick(NAMES) })),
        ...maybe(0.2, () => ({ authorId: pick(NAMES) })),
        ...maybe(0.3, () => ({ metadata: { rater: pick(['ada', 'cy']) } })),
      };
    });
    const session: Patch[] =
      random() < 0.2
        ? [
            {
              kind: 'score',
              id: `session-score-${seed}-${count}`,
              at: begin,
              name: 'quality',
              value: 1,
              sessionId: 's-1',
            },
          ]
        : [];
    patches.push(
      ...maybeTrace(trace, random() < 0.85 || observations.length === 0),
      ...observations,
      ...scores,
      ...session,
    );
  }
  return shuffle(patches, random);
}

function maybeTrace(trace: Patch, isSent: boolean): Patch[] {
  return isSent ? [trace] : [];
}

/** The same items in a seeded order. */
export function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
