import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { ObservationPayload } from '../../model/observation.ts';
import type { JsonValue } from '../../model/json.ts';
import type { ObservationPatch, Patch } from '../../model/patch.ts';
import { drawTrace } from '../../testing/draw-trace.ts';
import { generateTrace } from '../../testing/generate-trace.ts';
import { traceStructure } from '../../testing/trace-structure.ts';
import { layoutTraceTree } from '../trace-tree/layout-trace-tree.ts';
import { finish } from '../pausable.ts';
import { findInsights, findInsightsInSteps, insightPayloadIds } from './find-insights.ts';
import type { InsightCode, InsightFinding } from './insight.ts';
import { lossLedger, lossLedgerInSteps } from './loss-ledger.ts';
import type { LossCode } from './loss-ledger.ts';

type Fields = Partial<ObservationPatch>;

/** A drawn trace; fields are added to the lines of that number, from 1. */
function drawn(drawing: string, fields: Readonly<Record<number, Fields>> = {}): ObservationPatch[] {
  return drawTrace(drawing).map((patch, index) => ({ ...patch, ...fields[index + 1] }));
}

const NO_PROVENANCE = {
  convention: null,
  usageRule: null,
  rawUsage: null,
  usageWarning: null,
  pricing: null,
};

function payloadsOf(patches: readonly Patch[]): ReadonlyMap<string, ObservationPayload> {
  const payloads = new Map<string, ObservationPayload>();
  for (const patch of patches) {
    if (patch.kind !== 'observation') continue;
    const { id, input = null, output = null, metadata, provenance } = patch;
    payloads.set(id, {
      id,
      input,
      output,
      metadata: metadata ?? {},
      modelParameters: {},
      tools: [],
      provenance: { ...NO_PROVENANCE, ...provenance },
    });
  }
  return payloads;
}

function insightsOf(patches: readonly ObservationPatch[], withPayloads = false) {
  const structure = traceStructure(patches);
  return findInsights(structure, withPayloads ? { payloads: payloadsOf(patches) } : {});
}

function find<Code extends InsightCode>(
  patches: readonly ObservationPatch[],
  code: Code,
  withPayloads = false,
) {
  return insightsOf(patches, withPayloads)
    .insights.filter(({ finding }) => finding.code === code)
    .map(({ finding, evidence }) => ({
      ...(finding as Extract<InsightFinding, { code: Code }>),
      lines: evidence.map((id) => Number(id.split('/')[1])),
    }));
}

function lossesOf(patches: readonly Patch[]): [LossCode, number][] {
  const { losses } = lossLedger(traceStructure(patches), { payloads: payloadsOf(patches) });
  return losses.map(({ code, count }) => [code, count]);
}

describe('errors', () => {
  it('begin at the deepest failure, and spread to the ancestors that failed of it', () => {
    const found = find(
      drawn(`
        agent      |======== ERROR no answer
          step     | =====   ERROR no answer
            tool   |  ===    ERROR 504
          note     |       =
      `),
      'error-origin',
    );

    expect(found).toMatchObject([
      { name: 'tool', message: '504', spread: 2, outermost: 'agent', isFatal: true, lines: [3, 2, 1] },
    ]);
  });

  it('are told apart by the message that the failed ancestor repeats, else by which came last', () => {
    const found = find(
      drawn(`
        agent      |========== ERROR gave up: quota
          tool-a   | ==        ERROR quota
          tool-b   |    ==     ERROR typo
          tool-c   |       ==  WARNING slow
      `),
      'error-origin',
    );

    expect(found).toMatchObject([
      { name: 'tool-a', isFatal: true, lines: [2, 1] },
      { name: 'tool-b', isFatal: false, spread: 0, lines: [3] },
    ]);
  });

  it('are less of a suspect when the step went well the second time', () => {
    const found = find(
      drawn(`
        agent    |==========
          tool   | ==        ERROR 504
          tool   |    ==
      `),
      'error-origin',
    );

    expect(found).toMatchObject([{ isFatal: false, isRecovered: true, count: 1 }]);
  });

  it('that are alike but for their numbers are one suspect', () => {
    const found = find(
      drawn(`
        agent    |==========
          tool   | ==        ERROR attempt 1 failed
          tool   |    ==     ERROR attempt 2 failed
      `),
      'error-origin',
    );

    expect(found).toMatchObject([{ count: 2, isRecovered: false }]);
  });

  it('are no errors when a person is waited for', () => {
    const pause = drawn('agent |=== ERROR GraphInterrupt', { 1: { isInterrupted: true } });

    expect(find(pause, 'error-origin')).toEqual([]);
  });
});

describe('retries', () => {
  it('are attempts at one step, each after the one before failed', () => {
    const found = find(
      drawn(`
        agent    |==========
          tool   |==         ERROR 504
          wait EVENT |   .
          tool   |   ==      ERROR 504
          tool   |      ==
      `),
      'retries',
    );

    expect(found).toMatchObject([
      { attempts: 3, failures: 2, isRecovered: true, lostTime: 400, lines: [2, 4, 5] },
    ]);
  });

  it('are not what runs side by side', () => {
    const sideBySide = drawn(`
      agent    |==========
        tool   |====       ERROR 504
        tool   | ====      ERROR 504
    `);

    expect(find(sideBySide, 'retries')).toEqual([]);
  });
});

describe('loops', () => {
  it('are rounds of the same steps', () => {
    const rounds = Array.from(
      { length: 7 },
      (_, round) => `  llm |${' '.repeat(2 * round + 1)}=\n  tool |${' '.repeat(2 * round + 2)}=`,
    );
    const found = find(
      drawn(`agent |================\n  plan |=\n${rounds.join('\n')}\n  answer |               =`),
      'loop',
    );

    expect(found).toMatchObject([{ names: ['llm', 'tool'], rounds: 7, time: 1400 }]);
    expect(found[0]?.lines).toEqual(Array.from({ length: 14 }, (_, index) => index + 3));
  });

  it('are not a few rounds of an agent at work', () => {
    expect(
      find(
        drawn(`
          agent   |=======
            llm   |=
            tool  | =
            llm   |  =
            tool  |   =
            llm   |    =
        `),
        'loop',
      ),
    ).toEqual([]);
  });
});

describe('repeated calls', () => {
  const drawing = `
    agent    |==========
      tool   |==
      tool   |   ==
      tool   |      ==
      tool   |        ==  ERROR 504
  `;
  const calls = drawn(drawing, {
    2: { input: { q: 1, page: 2 } },
    3: { input: { page: 2, q: 1 }, cost: { total: 0.5 } },
    4: { input: { q: 2 } },
    5: { input: { q: 1, page: 2 } },
  });

  it('ask for what was answered already, in whatever order of keys', () => {
    expect(find(calls, 'repeated-call', true)).toMatchObject([
      { type: 'TOOL', name: 'tool', count: 2, spentTime: 200, spentCost: 0.5, lines: [2, 3] },
    ]);
  });

  it('are not looked for without payloads, and the answer says so', () => {
    const { insights, payloads } = insightsOf(calls);

    expect(insights.filter(({ finding }) => finding.code === 'repeated-call')).toEqual([]);
    expect(payloads).toEqual({ wanted: 4, read: 0 });
    expect(insightPayloadIds(layoutTraceTree(traceStructure(calls)))).toHaveLength(4);
  });

  it('are not a call and what a framework wraps around it', () => {
    const wrapped = drawn(
      `
      agent     |====
        tool    |====
          tool  | ==
    `,
      { 2: { input: 'a' }, 3: { input: 'a' } },
    );

    expect(find(wrapped, 'repeated-call', true)).toEqual([]);
  });
});

const long = (letter: string, length: number) => letter.repeat(length);
const say = (role: string, content: JsonValue) => ({ role, content });

describe('the context of a conversation', () => {
  const instructions = say('system', long('s', 4000));
  const turns = [
    [instructions, say('user', long('u', 1000))],
    [instructions, say('user', long('u', 1000)), say('tool', long('t', 5000))],
    [instructions, say('user', long('u', 1000)), say('tool', long('t', 35_000))],
  ];
  const drawing = `
    agent   |==========
      llm   |==
      llm   |   ==
      llm   |      ==
  `;
  const fields = (usage: (turn: number) => Fields['usage']): Record<number, Fields> =>
    Object.fromEntries(turns.map((input, turn) => [turn + 2, { input, output: 'ok', usage: usage(turn) }]));

  it('is measured turn by turn, split into what it is made of', () => {
    const counted = drawn(
      drawing,
      fields((turn) => ({ input: [1250, 2500, 10_000][turn] ?? 0, output: 7 })),
    );
    const { context } = insightsOf(counted, true);

    expect(context).toMatchObject([{ name: 'llm', unit: 'tokens' }]);
    expect(context[0]?.turns.map(({ input, output, parts }) => [input, output, parts?.toolResults])).toEqual([
      [1250, 7, 0],
      [2500, 7, 1250],
      [10_000, 7, 8750],
    ]);
    expect(find(counted, 'context-growth', true)).toMatchObject([
      { turns: 3, first: 1250, last: 10_000, unit: 'tokens', mostly: 'toolResults', lines: [4, 3, 2] },
    ]);
  });

  it('is measured in characters where nobody counted tokens', () => {
    const uncounted = drawn(
      drawing,
      fields(() => undefined),
    );

    expect(insightsOf(uncounted, true).context[0]).toMatchObject({
      unit: 'characters',
      turns: [{ input: 5000, output: 2 }, { input: 10_000 }, { input: 40_000 }],
    });
    expect(insightsOf(uncounted).context).toEqual([]);
  });

  it('is measured without payloads, but not split', () => {
    const counted = drawn(
      drawing,
      fields((turn) => ({ input: [1250, 2500, 10_000][turn] ?? 0 })),
    );

    expect(insightsOf(counted).context[0]?.turns.at(-1)).toMatchObject({ input: 10_000, parts: null });
  });

  it('tells calls that repeat a long beginning and read nothing from a cache', () => {
    const missed = drawn(
      drawing,
      fields((turn) => ({ input: [1250, 2500, 10_000][turn] ?? 0 })),
    );
    const cached = drawn(
      drawing,
      fields((turn) => ({
        input: [1250, 1300, 8800][turn] ?? 0,
        input_cached_tokens: turn === 0 ? 0 : 1200,
      })),
    );

    const [miss] = find(missed, 'cache-miss', true);
    expect(miss).toMatchObject({ name: 'llm', calls: 2, lines: [3, 4] });
    expect(miss?.tokens).toBeGreaterThan(2400);
    expect(find(cached, 'cache-miss', true)).toEqual([]);
    expect(find(missed, 'cache-miss')).toEqual([]);
  });
});

describe('heavy branches', () => {
  it('are where the time and the money split up or stay, not what wraps them', () => {
    const patches = drawn(
      `
      agent        |==========
        step       |========
          research |========
            llm-a  |====
            llm-b  |    ====
        answer     |        ==
    `,
      { 4: { cost: { total: 0.9 } }, 6: { cost: { total: 0.1 } } },
    );

    expect(find(patches, 'slow-branch').map(({ name, share }) => [name, share])).toEqual([
      ['research', 0.8],
      ['llm-a', 0.4],
      ['llm-b', 0.4],
    ]);
    expect(find(patches, 'dear-branch')).toMatchObject([{ name: 'llm-a', cost: 0.9, lines: [4] }]);
  });

  it('are gaps, too, in which everybody waited and nobody worked', () => {
    const found = find(
      drawn(`
        agent   |====================
          llm   |=====
          tool  |               =====
      `),
      'idle',
    );

    expect(found).toMatchObject([{ name: 'agent', time: 1000, share: 0.5, lines: [1] }]);
  });
});

describe('all insights', () => {
  it('of any trace have weights from 0 to 1, best first, and evidence that exists', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 300 }),
        (seed, observations) => {
          const structure = traceStructure(generateTrace({ seed, observations }));
          const ids = new Set(structure.observations.map(({ id }) => id));
          const { insights } = findInsights(structure);
          const weights = insights.map(({ weight }) => weight);

          expect(weights).toEqual(weights.toSorted((a, b) => b - a));
          expect(weights.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
          expect(
            insights.every(({ evidence }) => evidence.length > 0 && evidence.every((id) => ids.has(id))),
          ).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('are none where nothing stands out, and none of nothing', () => {
    expect(findInsights({ observations: [] }).insights).toEqual([]);
  });
});

describe('the loss ledger', () => {
  it('is empty for a trace that arrived whole', () => {
    expect(lossesOf(drawn('agent |===', { 1: { input: 'a', output: 'b' } }))).toEqual([]);
  });

  it('tells what never arrived, and what was hung elsewhere', () => {
    const patches = drawn(
      `
      agent     |=====
        lost    | =>
        early   |=
      orphan    |  ==
      running   |   =>
      here      |    =
      there     |    =
    `,
      {
        1: { startTime: 50 },
        4: { parentId: 'never-sent' },
        6: { parentId: 'trace-1/7' },
        7: { parentId: 'trace-1/6' },
      },
    );

    expect(lossesOf(patches)).toEqual([
      ['missing-parent', 1],
      ['opened-cycle', 1],
      ['missing-end', 1],
      ['running', 1],
      ['early-start', 1],
      ['missing-payload', 7],
    ]);
  });

  it('does not miss a parent in another application', () => {
    const root = drawn('agent |===', { 1: { parentId: 'elsewhere', isAppRoot: true, input: 1 } });

    expect(lossesOf(root)).toEqual([]);
  });

  it('tells what is not in the totals, and what is doubtful in them', () => {
    const patches = drawn(
      `
      llm  |=
      llm  | =
      llm  |  =
      llm  |   =
    `,
      {
        1: { input: 1 },
        2: { input: 1, model: 'm', usage: { input: 5 } },
        3: { input: 1, usage: { input: 5 }, provenance: { usageWarning: 'parts-exceed-total' } },
        4: { input: 1, provenance: { usageRule: 'aggregate' } },
      },
    );

    expect(lossesOf(patches)).toEqual([
      ['missing-usage', 1],
      ['unpriced', 1],
      ['doubtful-usage', 1],
      ['counted-once', 1],
    ]);
  });

  it('tells what was hidden and what was cut off', () => {
    const patches = drawn('tool |==\ntool |  ==', {
      1: { input: { mail: ['write to <email>'] } },
      2: { input: 1, metadata: { droppedEventsCount: 3 } },
    });

    expect(lossesOf(patches)).toEqual([
      ['masked', 1],
      ['truncated', 1],
    ]);
  });

  it('says how many payloads it looked at, and that traces were sampled', () => {
    const structure = traceStructure([
      ...drawn('tool |=='),
      { kind: 'trace', at: 0, id: 'trace-1', sampleRate: 0.1 },
    ]);

    expect(lossLedger(structure)).toEqual({
      losses: [{ code: 'sampled', count: 0, share: 0.1, evidence: [] }],
      payloads: { wanted: 1, read: 0 },
    });
  });
});

describe('looking into a large trace', () => {
  const structure = traceStructure(generateTrace({ seed: 5, observations: 20_000 }));

  function pausesOf<Result>(work: Generator<undefined, Result, undefined>): number {
    let pauses = 0;
    while (!work.next().done) pauses += 1;
    return pauses;
  }

  it('can be put aside many times, more often the larger it is', () => {
    const half = traceStructure(generateTrace({ seed: 5, observations: 10_000 }));

    expect(pausesOf(findInsightsInSteps(structure))).toBeGreaterThan(60);
    expect(pausesOf(findInsightsInSteps(structure))).toBeGreaterThan(pausesOf(findInsightsInSteps(half)));
    expect(pausesOf(lossLedgerInSteps(structure))).toBeGreaterThan(pausesOf(lossLedgerInSteps(half)));
  });

  it('finds the same in steps, with other work between them', () => {
    const work = findInsightsInSteps(structure);
    for (let step = 0; step < 40; step += 1) {
      work.next();
      findInsights(traceStructure(generateTrace({ seed: step, observations: 10 })));
    }

    expect(finish(work)).toEqual(findInsights(structure));
  });
});
