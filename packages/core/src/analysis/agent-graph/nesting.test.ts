import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Observation } from '../../model/observation.ts';
import { drawTrace } from '../../testing/draw-trace.ts';
import { generateTrace } from '../../testing/generate-trace.ts';
import { traceStructure } from '../../testing/trace-structure.ts';
import { totalCost } from '../usage/total-cost.ts';
import type { AgentGraphMode } from './agent-graph.ts';
import { deriveAgentGraph } from './derive-agent-graph.ts';

function draw(drawing: string): readonly Observation[] {
  return traceStructure(drawTrace(drawing)).observations;
}

/** Edges by the names of their nodes, `from → to ×count`. */
function edgesOf(
  observations: readonly Observation[],
  mode: AgentGraphMode = 'aggregated',
): readonly string[] {
  const { nodes, edges } = deriveAgentGraph(observations, { mode }) ?? { nodes: [], edges: [] };
  const nameOf = new Map(nodes.map(({ id, name }) => [id, mode === 'aggregated' ? id : name]));
  return edges
    .map(({ from, to, count }) => `${nameOf.get(from)} → ${nameOf.get(to)}${count === 1 ? '' : ` ×${count}`}`)
    .toSorted();
}

describe('a trace without graph keys', () => {
  // Reference 9: A from 0 to 10, B from 2 to 4 and C from 5 to 8 inside it.
  const vector = draw(`
    A   |==========
      B |  ==
      C |     ===
  `);

  it('goes through what a call did last, aggregated', () => {
    expect(edgesOf(vector)).toEqual(['A → B', 'B → C', 'C → __end__', '__start__ → A']);
  });

  it('goes on from the call itself, as it ran', () => {
    expect(edgesOf(vector, 'as-it-ran')).toEqual(['A → B', 'A → __end__', 'B → C', '__start__ → A']);
  });

  it('says that its graph is read from nesting', () => {
    expect(deriveAgentGraph(vector)).toMatchObject({ source: 'nesting', mode: 'aggregated', refusal: null });
  });

  it('counts every turn of a loop', () => {
    const loop = draw(`
      agent  |==========
        llm  |==
        tool |  ==
        llm  |    ==
        tool |      ==
        llm  |        ==
    `);
    expect(edgesOf(loop)).toEqual([
      '__start__ → agent',
      'agent → llm',
      'llm → __end__',
      'llm → tool ×2',
      'tool → llm ×2',
    ]);
  });

  it('never connects branches that overlap', () => {
    const parallel = draw(`
      plan   |==
      news   |  ===
      prices |   ===
      write  |       ==
    `);
    expect(edgesOf(parallel)).toEqual([
      '__start__ → plan',
      'news → write',
      'plan → news',
      'plan → prices',
      'prices → write',
      'write → __end__',
    ]);
  });

  it('leaves out ways that another call came between', () => {
    const steps = draw('a |==\nb |=====\nc |   ==\nd |       ==');
    expect(edgesOf(steps)).toEqual([
      '__start__ → a',
      '__start__ → b',
      'a → c',
      'b → d',
      'c → d',
      'd → __end__',
    ]);
  });

  it('follows nothing that still runs', () => {
    expect(edgesOf(draw('a |=>\nb |   ='))).toEqual(['__start__ → a', '__start__ → b']);
  });

  it('does not reach its end when the last call fails', () => {
    expect(edgesOf(draw('a |=\nb | = ERROR no'))).toEqual(['__start__ → a', 'a → b']);
  });

  it('keeps agents apart: each has a graph of its own inside', () => {
    const crew = draw(`
      crew             |==========
        writer AGENT   |=====
          llm          |==
          tool         |  ===
        reviewer AGENT |     =====
          llm          |     ====
    `);
    expect(edgesOf(crew)).toEqual(
      [
        '__start__ → crew',
        'crew → writer',
        'writer → reviewer',
        'reviewer → __end__',
        'writer|__start__ → writer|llm',
        'writer|llm → writer|tool',
        'writer|tool → writer|__end__',
        'reviewer|__start__ → reviewer|llm',
        'reviewer|llm → reviewer|__end__',
      ].toSorted(),
    );
  });

  it('counts a call that is tried again once, by its last attempt', () => {
    const retried = draw(`
      agent  |=====
        tool |=     ERROR timed out
        tool | =    ERROR timed out
        tool |  ==
    `);
    expect(deriveAgentGraph(retried)?.nodes).toContainEqual(
      expect.objectContaining({ id: 'tool', calls: 1, errors: 0, retries: 2 }),
    );
    expect(edgesOf(retried)).toEqual(['__start__ → agent', 'agent → tool', 'tool → __end__']);
  });

  it('keeps things apart that share a name and not a type', () => {
    const twins = draw('chat |====\n  chat GENERATION |==');
    expect(deriveAgentGraph(twins)?.nodes.map(({ id }) => id)).toEqual([
      '__start__',
      'chat',
      'chat:GENERATION',
      '__end__',
    ]);
  });

  it('is read from nesting even where one step happens to carry graph keys', () => {
    const [agent, ...steps] = draw('agent |====\n  plan |=\n  act | ==');
    const keys = { node: 'plan', step: 1, namespace: null, triggers: [] };
    const mixed = [agent, ...steps].flatMap((one) =>
      one ? [{ ...one, graph: one.name === 'plan' ? keys : null }] : [],
    );
    expect(deriveAgentGraph(mixed)).toMatchObject({ source: 'nesting' });
    expect(deriveAgentGraph(mixed.slice(0, 2))).toMatchObject({ source: 'graph-keys' });
  });

  it('knows when a node ran and how long', () => {
    const node = deriveAgentGraph(draw('a |==\nb |  =\na |   ===='))?.nodes.find(({ id }) => id === 'a');
    expect(node).toMatchObject({ calls: 2, latency: { total: 600, mean: 300, longest: 400 } });
  });

  it('has a step for everything that began together', () => {
    const steps = deriveAgentGraph(draw('plan |==\nnews |  ===\nprices |   ===\nwrite |       =='))?.steps;
    expect([...(steps ?? [])]).toEqual([0, 300, 700]);
  });
});

describe('size', () => {
  it('has fewer boxes where agents call each other without end, so that the graph stays readable', () => {
    const { observations } = traceStructure(generateTrace({ seed: 7, observations: 20_000 }));
    const graph = deriveAgentGraph(observations);
    expect(graph?.maxBoxDepth).toBeLessThan(4);
    expect(graph?.nodes.length).toBeLessThan(400);
    expect(deriveAgentGraph(observations.slice(0, 30))?.maxBoxDepth).toBeNull();
  });

  it('refuses as many nodes as nobody could read, and says so', () => {
    const [pattern] = draw('llm |=');
    const many = Array.from({ length: 3_000 }, (_, index) => ({
      ...(pattern as Observation),
      id: `o-${index}`,
      startTime: index * 2,
      endTime: index * 2 + 1,
    }));
    expect(deriveAgentGraph(many, { mode: 'as-it-ran' })).toMatchObject({
      nodes: [],
      edges: [],
      refusal: { reason: 'too-many-nodes', limit: 2_500 },
    });
    expect(deriveAgentGraph(many)?.nodes.find(({ id }) => id === 'llm')).toMatchObject({ calls: 3_000 });
  });

  it('refuses as many edges as would cover everything', () => {
    const [pattern] = draw('llm |=');
    const wide = Array.from({ length: 400 }, (_, index) => ({
      ...(pattern as Observation),
      id: `o-${index}`,
      startTime: index < 200 ? 0 : 10,
      endTime: index < 200 ? 5 : 20,
    }));
    expect(deriveAgentGraph(wide, { mode: 'as-it-ran' })).toMatchObject({
      refusal: { reason: 'too-many-edges', limit: 10_000 },
    });
    expect(edgesOf(wide)).toEqual(['__start__ → llm ×200', 'llm → __end__ ×200', 'llm → llm ×40000']);
  });

  it('ends with a chain of 20,000 agents inside each other', () => {
    const [pattern] = draw('agent |=');
    const chain = Array.from({ length: 20_000 }, (_, index) => ({
      ...(pattern as Observation),
      id: `o-${index}`,
      parentId: index === 0 ? null : `o-${index - 1}`,
    }));
    expect(deriveAgentGraph(chain)?.nodes.length).toBeLessThan(100);
  });
});

const traces = fc
  .record({ seed: fc.integer({ min: 1, max: 1_000_000 }), observations: fc.integer({ min: 1, max: 120 }) })
  .map(({ seed, observations }) =>
    traceStructure(generateTrace({ seed, observations })).observations.map((one) => ({
      ...one,
      graph: null,
    })),
  );

it('connects nothing that did not follow, in any trace as it ran', () => {
  fc.assert(
    fc.property(traces, (observations) => {
      const graph = deriveAgentGraph(observations, { mode: 'as-it-ran' });
      const byId = new Map(observations.map((observation) => [observation.id, observation]));
      const attemptsOf = new Map(
        graph?.nodes.map(({ id, observationIds }) => [id, observationIds.map((one) => byId.get(one))]),
      );
      for (const { from, to } of graph?.edges ?? []) {
        const last = attemptsOf.get(from)?.at(-1);
        const first = attemptsOf.get(to)?.[0];
        if (!last || !first) continue;
        const began = attemptsOf.get(from)?.some((attempt) => isInside(first, attempt, byId));
        const followed = last.endTime !== null && last.endTime <= first.startTime;
        expect(began || followed, `${from} → ${to}`).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

it('shares out every call and every cost, in any trace and mode', () => {
  fc.assert(
    fc.property(traces, fc.constantFrom<AgentGraphMode>('aggregated', 'as-it-ran'), (observations, mode) => {
      const graph = deriveAgentGraph(observations, { mode });
      const attempts = graph?.nodes.flatMap(({ observationIds }) => observationIds) ?? [];
      const calls = observations.filter(({ type }) => type !== 'EVENT').map(({ id }) => id);
      expect(attempts.toSorted()).toEqual(calls.toSorted());
      const inNodes = observations.filter((_, index) => graph?.nodeOfObservation[index] !== -1);
      const top = graph?.nodes.filter(({ namespace }) => namespace === '') ?? [];
      const sum = (amounts: readonly (number | null)[]) =>
        amounts.reduce<number>((all, one) => all + (one ?? 0), 0);
      expect(sum(top.map(({ cost }) => cost))).toBeCloseTo(
        sum(inNodes.map(({ cost }) => totalCost(cost))),
        8,
      );
    }),
    { numRuns: 60 },
  );
});

function isInside(
  inner: Observation,
  outer: Observation | undefined,
  byId: ReadonlyMap<string, Observation>,
): boolean {
  let current = byId.get(inner.parentId ?? '');
  for (let depth = 0; current && depth < 200; depth += 1) {
    if (current === outer) return true;
    current = byId.get(current.parentId ?? '');
  }
  return false;
}
