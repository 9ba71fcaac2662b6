import type { ObservationPatch, Patch } from '@oriel/core';

/** Id of the trace in which everything goes wrong that insights tell of. */
export const TROUBLED_ID = 'ticket-88213';

const START = Date.UTC(2025, 2, 7, 15, 20, 0);

const instructions = {
  role: 'system',
  content: `You resolve billing tickets. ${'Be exact about amounts. '.repeat(180)}`,
};
const question = { role: 'user', content: 'I was charged twice in February. Please pay one of them back.' };
const invoices = (rows: number) => ({
  role: 'tool',
  tool_call_id: 'call_1',
  content: JSON.stringify(
    Array.from({ length: rows }, (_, row) => ({ invoice: `2025-${row}`, amount: 19.9, state: 'paid' })),
  ),
});

function step(
  id: string,
  from: number,
  to: number | null,
  fields: Partial<ObservationPatch>,
): ObservationPatch {
  return {
    kind: 'observation',
    at: START + from,
    id,
    traceId: TROUBLED_ID,
    startTime: START + from,
    endTime: to === null ? null : START + to,
    name: id,
    ...fields,
  };
}

function think(id: string, from: number, to: number, rows: number, input: number): ObservationPatch {
  return step(id, from, to, {
    parentId: 'agent',
    type: 'GENERATION',
    name: 'decide',
    model: 'gpt-5',
    usage: { input, output: 120, total: input + 120 },
    cost: { total: input * 0.0000025 },
    input: [instructions, question, ...(rows === 0 ? [] : [invoices(rows)])],
    output: { role: 'assistant', content: 'Let me look at the invoices again.' },
  });
}

function lookUp(id: string, from: number, to: number): ObservationPatch {
  return step(id, from, to, {
    parentId: 'agent',
    type: 'TOOL',
    name: 'list_invoices',
    input: { customer: 'c-1044', month: '2025-02' },
    output: [{ invoice: '2025-1' }],
  });
}

function refund(id: string, from: number, to: number, statusMessage: string): ObservationPatch {
  return step(id, from, to, {
    parentId: 'pay-back',
    type: 'TOOL',
    name: 'refund',
    level: 'ERROR',
    statusMessage,
    input: { invoice: '2025-1', amount: 19.9, card: '<card>' },
  });
}

/** A billing agent that looks up the same thing three times, swells its input, and fails to pay back. */
export const troubledAgent: readonly Patch[] = [
  {
    kind: 'trace',
    at: START,
    id: TROUBLED_ID,
    name: 'billing ticket',
    sampleRate: 0.1,
    userId: 'lin@example.com',
  },
  step('agent', 0, 21_800, {
    type: 'AGENT',
    name: 'billing-agent',
    level: 'ERROR',
    statusMessage: 'Payment gateway: 402 limit exceeded',
    input: question,
  }),
  think('decide-1', 40, 2100, 0, 1450),
  lookUp('look-1', 2110, 3400),
  think('decide-2', 3420, 6100, 40, 3900),
  lookUp('look-2', 6110, 7300),
  think('decide-3', 7320, 11_200, 140, 9800),
  lookUp('look-3', 11_210, 12_600),
  think('decide-4', 12_620, 17_400, 320, 21_400),
  step('pay-back', 17_420, 21_700, {
    parentId: 'agent',
    type: 'CHAIN',
    name: 'pay back',
    level: 'ERROR',
    statusMessage: 'Payment gateway: 402 limit exceeded',
  }),
  refund('refund-1', 17_430, 18_700, 'Payment gateway: 504 after 1200 ms'),
  refund('refund-2', 18_900, 20_200, 'Payment gateway: 504 after 1200 ms'),
  refund('refund-3', 20_300, 21_690, 'Payment gateway: 402 limit exceeded'),
  step('audit', 2200, null, { parentId: 'agent', name: 'write audit log' }),
  step('mail', 21_750, 21_790, {
    parentId: 'never-arrived',
    type: 'TOOL',
    name: 'send mail',
    input: 'Sorry',
    output: 'sent',
  }),
];
