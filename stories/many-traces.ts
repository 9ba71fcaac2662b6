import type { Patch } from '@oriel/core';

const START = Date.UTC(2025, 2, 7, 14, 5, 9);
const NAMES = [
  'support question',
  'refund request',
  'recommend a book',
  'translate review',
  'nightly digest',
];
const USERS = ['ada@example.com', 'grace@example.com', 'user-10233', null];

/** Traces of an ordinary hour: mostly well, some with warnings, a few broken. The same ones every time. */
export function manyTraces(count: number): Patch[] {
  return Array.from({ length: count }, (_, index) => traceOf(index)).flat();
}

function traceOf(index: number): Patch[] {
  const id = `trace-${String(index).padStart(5, '0')}`;
  const at = START - index * 47_000;
  // A fixed scatter: neighbours differ, and nothing is drawn by chance.
  const scatter = (index * 7919) % 101;
  const level = scatter % 17 === 3 ? 'ERROR' : scatter % 11 === 5 ? 'WARNING' : 'DEFAULT';
  const input = 400 + scatter * 37;
  return [
    {
      kind: 'trace',
      at,
      id,
      isRecord: true,
      timestamp: at,
      name: index % 13 === 7 ? null : (NAMES[index % NAMES.length] ?? null),
      userId: USERS[index % USERS.length] ?? null,
      sessionId: index % 3 === 0 ? null : `chat-${Math.floor(index / 4)}`,
      environment: index % 5 === 4 ? 'staging' : 'production',
      tags: index % 4 === 0 ? ['delivery', 'vip'] : index % 4 === 1 ? ['beta'] : [],
    },
    {
      kind: 'observation',
      at,
      traceId: id,
      id: `${id}-llm`,
      type: 'GENERATION',
      name: 'answer',
      startTime: at,
      endTime: at + 300 + scatter * scatter * 9,
      level,
      model: 'gpt-5-mini',
      usage: { input, output: scatter * 4, total: input + scatter * 4 },
      cost: { total: input * 0.0000025 },
    },
  ];
}
