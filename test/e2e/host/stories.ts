import type { ObservationPatch, Patch } from '@oriel/core';
import { drawTrace } from '@oriel/core/testing';
import { NOW } from './moment.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Told {
  readonly id: string;
  readonly startTime: number;
  readonly name: string;
  readonly release?: string;
  readonly userId?: string;
  readonly sessionId?: string;
  readonly input?: string;
  readonly output?: string;
  /** Of `drawTrace`; a column is 200 ms. */
  readonly drawing: string;
  /** Said of the model call of the drawing, which is the one whose name begins with `llm`. */
  readonly call?: Pick<ObservationPatch, 'model' | 'usage' | 'cost' | 'output'>;
}

function tell({ id, startTime, name, drawing, call, ...said }: Told): Patch[] {
  const environment = 'production';
  const drawn = drawTrace(drawing, { traceId: id, startTime, scale: 200 });
  return [
    { kind: 'trace', id, at: startTime, isRecord: true, timestamp: startTime, name, environment, ...said },
    ...drawn.map((step) => ({
      ...step,
      environment,
      ...(step.type === 'GENERATION' ? call : {}),
    })),
  ];
}

/** An evaluator's score of invoices was high for days, and is low since yesterday; one answer is far worse than all. */
function badAnswer(): Patch[] {
  return Array.from({ length: 44 }, (_, number) => {
    const startTime = NOW - 11 * DAY + number * 6 * HOUR + HOUR;
    const id = `invoice-${number}`;
    const isNew = startTime > NOW - 2 * DAY;
    const isWorst = number === 41;
    const value = isWorst ? 0.03 : isNew ? 0.35 + (number % 4) / 50 : 0.9 + (number % 5) / 100;
    const said = isWorst ? 'The VAT number is DE000000000.' : 'The invoice is for 3 tents.';
    return [
      ...tell({
        id,
        startTime,
        name: 'invoice-reader',
        output: said,
        drawing: `
          agent          |==========
            tool-scan    |===
            llm-extract  |   =======`,
        call: { model: 'gpt-4.1', output: said },
      }),
      {
        kind: 'score' as const,
        id: `${id}-accuracy`,
        at: startTime + 5000,
        timestamp: startTime + 5000,
        traceId: id,
        observationId: `${id}/3`,
        name: 'invoice-accuracy',
        value,
        dataType: 'NUMERIC' as const,
        source: 'EVAL' as const,
        environment: 'production',
        ...(isWorst && { comment: 'There is no VAT number on this invoice.' }),
      },
    ];
  }).flat();
}

/** A release reads contracts with a larger model, and costs a hundred times as much. */
function costJump(): Patch[] {
  return Array.from({ length: 40 }, (_, number) => {
    const startTime = NOW - 10 * DAY + number * 6 * HOUR + 2 * HOUR;
    const isNew = startTime > NOW - 2 * DAY;
    const input = 40_000 + number * 10;
    const cost = isNew ? 2.4 + number / 100 : 0.02;
    return tell({
      id: `contract-${number}`,
      startTime,
      name: 'contract-review',
      release: isNew ? 'contracts-8' : 'contracts-7',
      drawing: `
        chain         |=========
          llm-review  | =======`,
      call: {
        model: isNew ? 'claude-opus-4-1' : 'gpt-4o-mini',
        usage: { input, output: 900, total: input + 900 },
        cost: { total: cost },
      },
    });
  }).flat();
}

const TURNS = 24;
/** Places of a conversation, from 0. */
const COMPLAINT = 16;

/** A customer talks for long; one answer of many is wrong, and they say so. */
function complaint(): Patch[] {
  const turns = Array.from({ length: TURNS }, (_, number) =>
    tell({
      id: `tent-${number + 1}`,
      startTime: NOW - DAY + number * 120_000,
      name: 'shop-chat',
      userId: 'mira@example.com',
      sessionId: 'chat-of-mira',
      input: number === COMPLAINT ? 'Is the red tent in stock?' : `Question ${number + 1} about tents`,
      output:
        number === COMPLAINT
          ? 'Yes, the red tent is in stock.'
          : `Answer ${number + 1}: tents keep the rain out. `.repeat(6),
      drawing: `
        agent               |======
          tool-check-stock  |==
          llm-answer        |  ====`,
      call: { model: 'gpt-4.1' },
    }),
  ).flat();
  const at = NOW - DAY + COMPLAINT * 120_000 + 60_000;
  return [
    ...turns,
    {
      kind: 'score',
      id: 'complaint-of-mira',
      at,
      timestamp: at,
      traceId: `tent-${COMPLAINT + 1}`,
      name: 'customer-verdict',
      value: 0,
      dataType: 'BOOLEAN',
      source: 'API',
      environment: 'production',
      comment: 'You said that the tent is in stock. It is not!',
    },
  ];
}

/** A release asks another service for places, which is slow, and fails for every third. */
function regression(): Patch[] {
  return Array.from({ length: 80 }, (_, number) => {
    const isNew = number >= 40;
    const fails = isNew && number % 3 === 0;
    return tell({
      id: `route-${number}`,
      startTime: NOW - 4 * DAY + number * HOUR,
      name: 'route-planner',
      release: isNew ? 'routes-1.5' : 'routes-1.4',
      drawing: isNew
        ? `
        agent           |==========================
          tool-geocode  |==================         ${fails ? 'ERROR 504 upstream timed out' : ''}
          llm-plan      |                  ========`
        : `
        agent           |==========
          tool-geocode  |==
          llm-plan      |  ========`,
      call: { model: 'gpt-4.1', usage: { input: 900, output: 200, total: 1100 }, cost: { total: 0.004 } },
    });
  }).flat();
}

/** What there is to be found in the traffic. */
export const STORIES: readonly Patch[] = [...badAnswer(), ...costJump(), ...complaint(), ...regression()];
