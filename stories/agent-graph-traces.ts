import type { GraphTask, ObservationPatch, Patch } from '@oriel/core';
import { drawTrace } from '@oriel/core/testing';

const START = Date.UTC(2025, 2, 7, 14, 5, 9);

interface Extra extends Partial<Omit<ObservationPatch, 'graph' | 'name'>> {
  /** LangGraph's keys where they say more than node and step. */
  readonly graph?: Partial<GraphTask>;
}

/**
 * A trace from a picture. Lines such as `2 tools` are the LangGraph node `tools` in step 2; what else is known of a
 * line stands in `extras` under its name.
 */
function draw(traceId: string, drawing: string, extras: Readonly<Record<string, Extra>> = {}): Patch[] {
  const used = new Map<string, number>();
  return drawTrace(drawing, { traceId, startTime: START, scale: 180 }).map((patch): ObservationPatch => {
    const line = patch.name ?? '';
    const [, step, node] = /^(\d+) (.+)$/.exec(line) ?? [];
    const count = (used.get(line) ?? 0) + 1;
    used.set(line, count);
    const { graph, ...extra } = extras[`${line} #${count}`] ?? extras[line] ?? {};
    const cost = patch.type === 'GENERATION' ? { cost: { total: 0.0021 } } : {};
    if (step === undefined || node === undefined) return { ...patch, ...cost, ...extra };
    const task = { node, step: Number(step), namespace: null, triggers: [], ...graph };
    return { ...patch, ...cost, ...extra, name: task.node, type: extra.type ?? 'CHAIN', graph: task };
  });
}

/** Fan-out by `Send`, a join, and a subgraph that loops. */
export const reportWriter = draw(
  'report-writer',
  `
  report-writer    |==================================
    1 plan         |===
      llm          |==
    2 research     |   =====
      llm          |   ====
    2 research     |   =======
      llm          |   ======
    2 research     |   ====
      llm          |   ===
    2 budget       |   ==
    2 outline      |   ======
      llm          |   =====
    3 merge        |          ==
    4 review       |            ===============
      1 draft      |            ====
        llm        |            ===
      2 critique   |                ===
        llm        |                ==
      3 draft      |                   ====
        llm        |                   ===
      4 critique   |                       ===
        llm        |                       ==
    5 publish      |                           ====
`,
);

/** A loop that calls tools, one of which fails and is tried again. */
export const toolLoop = draw(
  'tool-loop',
  `
  trip-planner  |=====================
    1 agent     |====
      llm       |===
    2 tools     |    =     ERROR rate limited
    2 again     |      ===
    3 agent     |         ====
      llm       |         ===
    4 tools     |             ==
    5 agent     |               =====
      llm       |               ====
`,
  {
    '2 tools': { type: 'TOOL', graph: { namespace: 'tools:1' } },
    '2 again': { type: 'TOOL', graph: { node: 'tools', namespace: 'tools:1' } },
    '4 tools': { type: 'TOOL' },
  },
);

/** Stopped before a payment to wait for a person. */
export const approval = draw(
  'approval',
  `
  payment-approval |======
    1 prepare      |==
    2 approve      |  ==
`,
  { '2 approve': { isInterrupted: true } },
);

/** As LangGraph writes it: `getGraph().toJSON()`. */
export const approvalGraph = {
  nodes: ['__start__', 'prepare', 'approve', 'execute', 'reject', 'notify', '__end__'].map((id) => ({
    id,
    type: 'runnable',
  })),
  edges: [
    { source: '__start__', target: 'prepare' },
    { source: 'prepare', target: 'approve' },
    { source: 'approve', target: 'execute', conditional: true },
    { source: 'approve', target: 'reject', conditional: true },
    { source: 'execute', target: 'notify' },
    { source: 'reject', target: 'notify' },
    { source: 'notify', target: '__end__' },
  ],
};

/** No graph keys: agents that hand over, as the OpenAI Agents SDK and CrewAI trace them. */
export const crew = draw(
  'crew',
  `
  trip crew           |==============================
    triage AGENT      |====
      llm             |===
    researcher AGENT  |    =============
      llm             |    ===
      tool flights    |       ====
      tool hotels     |       ======
      llm             |              ===
    writer AGENT      |                 =========
      llm             |                 ====
      tool spellcheck |                     =  ERROR no dictionary
      tool spellcheck |                      ==
      llm             |                        ==
    guardrail         |                           ==
`,
);
