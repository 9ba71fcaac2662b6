import { describe, expect, it } from 'vitest';
import type { GraphTask } from '../../model/graph-task.ts';
import type { Observation } from '../../model/observation.ts';
import type { ObservationPatch } from '../../model/patch.ts';
import { drawTrace } from '../../testing/draw-trace.ts';
import { traceStructure } from '../../testing/trace-structure.ts';
import { deriveAgentGraph, deriveAgentGraphInSteps } from './derive-agent-graph.ts';

/** What drawn names stand for: `step 3 tools` ran as node tools in step 3, with these triggers. */
type Tasks = Readonly<Record<string, Partial<GraphTask>>>;

/**
 * Observations of a drawing. Names such as `2 tools` are the node `tools` at step 2; what else is known of the task
 * stands in `tasks`. Names without a number have no graph keys.
 */
function draw(drawing: string, tasks: Tasks = {}): readonly Observation[] {
  const patches = drawTrace(drawing).map((patch): ObservationPatch => {
    const [, step, node] = /^(\d+) (.+)$/.exec(patch.name ?? '') ?? [];
    if (step === undefined || node === undefined) return patch;
    const task = { node, step: Number(step), namespace: null, triggers: [], ...tasks[patch.name ?? ''] };
    return { ...patch, name: task.node, graph: task };
  });
  return traceStructure(patches).observations;
}

function edgesOf(observations: readonly Observation[]): readonly string[] {
  const { edges } = deriveAgentGraph(observations) ?? { edges: [] };
  return edges.map(({ from, to, count }) => `${from} → ${to}${count === 1 ? '' : ` ×${count}`}`).toSorted();
}

function callsOf(observations: readonly Observation[]) {
  const { nodes } = deriveAgentGraph(observations) ?? { nodes: [] };
  return Object.fromEntries(nodes.map(({ id, calls }) => [id, calls]));
}

it('has no graph where nothing ran', () => {
  expect(deriveAgentGraph([])).toBeNull();
  expect(deriveAgentGraph(draw('event |='))).toBeNull();
});

it('connects the steps of a loop and counts how often each way was taken', () => {
  const loop = draw(`
    run       |==========
      1 agent |==
      2 tools |  ==
      3 agent |    ==
      4 tools |      ==
      5 agent |        ==
  `);

  expect(callsOf(loop)).toEqual({ __start__: 1, agent: 3, tools: 2, __end__: 1 });
  expect(edgesOf(loop)).toEqual([
    '__start__ → agent',
    'agent → __end__',
    'agent → tools ×2',
    'tools → agent ×2',
  ]);
});

it('draws the published vector: parallel nodes, and a node that comes again', () => {
  const rows = draw(`
    run   |====
      1 a |=
      2 b | =
      2 c | =
      3 a |  =
      4 d |   =
  `);

  expect(edgesOf(rows)).toEqual(
    ['__start__ → a', 'a → b', 'a → c', 'b → a', 'c → a', 'a → d', 'd → __end__'].toSorted(),
  );
});

describe('a subgraph', () => {
  const names = `
    run          |======
      1 plan     |=
      2 research | ====
        1 search | =
        2 rank   |   =
      3 write    |     =
  `;
  const namespaces: Tasks = {
    '1 plan': { namespace: 'plan:1' },
    '2 research': { namespace: 'research:2' },
    '1 search': { namespace: 'research:2|search:3' },
    '2 rank': { namespace: 'research:2|rank:4' },
    '3 write': { namespace: 'write:5' },
  };

  it.each([
    ['by its namespaces', namespaces],
    ['by the span tree alone', {}],
  ])('is kept apart although its steps have the same numbers, %s', (_, tasks) => {
    const rows = draw(names, tasks);

    expect(edgesOf(rows)).toEqual(
      [
        '__start__ → plan',
        'plan → research',
        'research → write',
        'write → __end__',
        'research|__start__ → research|search',
        'research|search → research|rank',
        'research|rank → research|__end__',
      ].toSorted(),
    );
    expect(deriveAgentGraph(rows)?.nodes.filter(({ namespace }) => namespace === 'research')).toMatchObject([
      { name: '__start__' },
      { name: 'search' },
      { name: 'rank' },
      { name: '__end__' },
    ]);
  });

  it('that runs once for each call of its node is one box with all its calls', () => {
    const twice = draw(
      `
      run       |=======
        1 ask   |===
          1 try |=
        2 ask   |   ===
          1 try again |   =
    `,
      {
        '1 ask': { namespace: 'ask:1' },
        '1 try': { namespace: 'ask:1|try:2' },
        '2 ask': { namespace: 'ask:3' },
        '1 try again': { node: 'try', namespace: 'ask:3|1|try:4' },
      },
    );

    expect(callsOf(twice)).toMatchObject({ ask: 2, 'ask|__start__': 2, 'ask|try': 2, 'ask|__end__': 2 });
    expect(edgesOf(twice)).toContain('ask → ask');
    expect(edgesOf(twice)).not.toContain('ask|try → ask|try');
  });
});

it('counts what a node starts as part of the node', () => {
  const rows = draw(
    `
    run          |=====
      1 agent    |===
        1 agent  |==
          1 llm  |=
      2 tools    |   ==
  `,
    {
      '1 agent': { namespace: 'agent:1' },
      '1 llm': { node: 'agent', namespace: 'agent:1' },
      '2 tools': { namespace: 'tools:2' },
    },
  );

  expect(callsOf(rows)).toMatchObject({ agent: 1, tools: 1 });
});

it('keeps two runs of a graph in one trace apart', () => {
  const runs = draw(`
    agent 1   |====
      1 think |==
      2 act   |  ==
    agent 2   |    ====
      1 think |    ==
      2 act   |      ==
  `);

  expect(edgesOf(runs)).toEqual(['__start__ → think ×2', 'act → __end__ ×2', 'think → act ×2']);
});

it('takes the sources of a join from its trigger', () => {
  const rows = draw(
    `
    run   |====
      1 a |=
      1 b |=
      2 c | =
      3 d |  =
  `,
    { '3 d': { triggers: ['join:b+c:d'] } },
  );

  expect(edgesOf(rows)).toEqual(expect.arrayContaining(['b → d', 'c → d']));
  expect(edgesOf(rows)).not.toContain('a → d');
});

it('leads a task that nobody names as source to the task without a named source', () => {
  const rows = draw(
    `
    run   |===
      1 a |=
      1 b |=
      2 c | =
      2 d | =
  `,
    { '2 c': { triggers: ['a'] }, '2 d': { triggers: ['branch:to:d'] } },
  );

  expect(edgesOf(rows)).toEqual(
    ['__start__ → a', '__start__ → b', 'a → c', 'b → d', 'c → __end__', 'd → __end__'].toSorted(),
  );
});

it('counts a retried node once, by its last attempt', () => {
  const rows = draw(
    `
    run        |====
      1 save   |=   ERROR disk full
      1 again  | =
  `,
    { '1 save': { namespace: 'save:1' }, '1 again': { node: 'save', namespace: 'save:1' } },
  );

  expect(deriveAgentGraph(rows)?.nodes).toContainEqual(
    expect.objectContaining({ id: 'save', calls: 1, errors: 0, observationIds: ['trace-1/2', 'trace-1/3'] }),
  );
});

it('does not reach its end when its last node fails', () => {
  const rows = draw(`
    run      |===  ERROR
      1 load |=
      2 save | =   ERROR disk full
  `);

  expect(callsOf(rows)).toMatchObject({ save: 1, __end__: 0 });
  expect(edgesOf(rows)).toEqual(['__start__ → load', 'load → save']);
  expect(deriveAgentGraph(rows)?.nodes).toContainEqual(expect.objectContaining({ id: 'save', errors: 1 }));
});

it('shows a pause as a pause, and a resumed run without a start', () => {
  const paused = draw('run |==\n  1 prepare |=\n  2 approve | =').map((observation) => ({
    ...observation,
    isInterrupted: observation.name === 'approve',
  }));
  const resumed = draw('run |==\n  2 approve |=\n  3 execute | =');

  expect(deriveAgentGraph(paused)?.nodes).toContainEqual(
    expect.objectContaining({ id: 'approve', calls: 1, errors: 0, interrupted: 1 }),
  );
  expect(edgesOf(paused)).toEqual(['__start__ → prepare', 'prepare → approve']);
  expect(edgesOf(resumed)).toEqual(['approve → execute', 'execute → __end__']);
  expect(callsOf(resumed)).toMatchObject({ __start__: 0, __end__: 1 });
});

it('connects the nodes of a run whose root never arrived', () => {
  const orphans = draw('run |==\n  1 a |=\n  2 b | =').filter(({ name }) => name !== 'run');

  expect(edgesOf(orphans)).toEqual(['__start__ → a', 'a → b', 'b → __end__']);
});

it('is read in small pieces to the same graph, even where thousands of calls have one parent', () => {
  const [root, child] = draw('run |==\n  a |=');
  const flat = Array.from({ length: 10_000 }, (_, index) => ({
    ...(child as Observation),
    id: `o-${index}`,
    startTime: index,
    endTime: index + 1,
  }));
  const observations = [root as Observation, ...flat];

  const work = deriveAgentGraphInSteps(observations);
  let pauses = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) pauses += 1;
  expect(step.value).toEqual(deriveAgentGraph(observations));
  // Calls are gathered, named, connected and priced, two thousand at a time.
  expect(pauses).toBeGreaterThanOrEqual(4 * 4);
});

it('is read in small pieces where one run of a graph took thousands of steps', () => {
  const [pattern] = draw('1 a |=');
  const observations = Array.from({ length: 4_000 }, (_, index): Observation => ({
    ...(pattern as Observation),
    id: `o-${index}`,
    parentId: 'run',
    startTime: index,
    endTime: index + 1,
    graph: { node: `n${index % 5}`, step: index + 1, namespace: `task:${index}`, triggers: [] },
  }));

  const work = deriveAgentGraphInSteps(observations);
  let pauses = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) pauses += 1;
  expect(step.value).toEqual(deriveAgentGraph(observations));
  // Its tasks are added and walked a few hundred at a time: more is felt.
  expect(pauses).toBeGreaterThanOrEqual(2 * (4_000 / 256));
});

it('ends with parents in a circle and with 100,000 observations', () => {
  const circle = draw('1 a |=\n1 b |=').map((observation, index, all) => ({
    ...observation,
    parentId: all[1 - index]?.id ?? null,
  }));
  expect(callsOf(circle)).toMatchObject({ b: 1 });

  const [pattern] = draw('1 a |=');
  const huge = Array.from({ length: 100_000 }, (_, index): Observation => ({
    ...(pattern as Observation),
    id: `o-${index}`,
    parentId: index % 4 === 0 ? 'root' : `o-${index - 1}`,
    startTime: index,
    endTime: index + 1,
    graph: {
      node: index % 8 < 4 ? 'agent' : 'tools',
      step: Math.floor(index / 4) + 1,
      namespace: `task:${Math.floor(index / 4)}`,
      triggers: [],
    },
  }));
  expect(callsOf(huge)).toEqual({ __start__: 1, agent: 12_500, tools: 12_500, __end__: 1 });
});
