import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '@oriel/core';
import { parseBatch } from './parse-batch.ts';

const AT = '2025-03-07T09:00:00.000Z';
const AT_MS = Date.parse(AT);

function event(type: string, body: JsonObject, envelope: JsonObject = {}): JsonObject {
  return { id: 'event-1', type, timestamp: AT, body, ...envelope };
}

function parse(...batch: readonly JsonValue[]) {
  return parseBatch({ batch });
}

describe('every event type becomes a record', () => {
  it.each([
    ['span-create', 'SPAN', 'create'],
    ['span-update', 'SPAN', 'update'],
    ['generation-create', 'GENERATION', 'create'],
    ['generation-update', 'GENERATION', 'update'],
    ['event-create', 'EVENT', 'create'],
    ['agent-create', 'AGENT', 'create'],
    ['tool-create', 'TOOL', 'create'],
    ['chain-create', 'CHAIN', 'create'],
    ['retriever-create', 'RETRIEVER', 'create'],
    ['evaluator-create', 'EVALUATOR', 'create'],
    ['embedding-create', 'EMBEDDING', 'create'],
    ['guardrail-create', 'GUARDRAIL', 'create'],
  ])('%s an observation of type %s', (type, observationType, mode) => {
    const { patches } = parse(event(type, { id: 'o', traceId: 't', name: 'work' }));

    expect(patches).toMatchObject([
      { kind: 'observation', id: 'o', traceId: 't', type: observationType, mode, name: 'work', at: AT_MS },
    ]);
  });

  it.each(['observation-create', 'observation-update'])('%s the type its body names', (type) => {
    const { patches } = parse(event(type, { id: 'o', traceId: 't', type: 'GENERATION', model: 'gpt-4o' }));

    expect(patches).toMatchObject([{ type: 'GENERATION', model: 'gpt-4o' }]);
  });

  it('trace-create a trace with everything it carries', () => {
    const body = {
      id: 'order/42#1',
      name: 'chat',
      userId: 'u',
      sessionId: 's',
      environment: 'Production',
      release: 'r',
      version: 'v',
      tags: ['b', 'a'],
      public: true,
      input: ['hi'],
      output: 0,
      metadata: { k: 1 },
    };

    expect(parse(event('trace-create', body)).patches).toEqual([
      { kind: 'trace', at: AT_MS, isRecord: true, timestamp: AT_MS, ...body, environment: 'production' },
    ]);
  });

  it('sdk-log nothing, without a fault', () => {
    expect(parse(event('sdk-log', { log: 'x' }))).toEqual({ patches: [], rejected: [] });
  });
});

it('lifts the LangGraph task and the tools out of what was sent', () => {
  const metadata = { langgraph_node: 'agent', langgraph_step: 1, langgraph_triggers: ['branch:to:agent'] };
  const input = { messages: [], tools: [{ type: 'function', function: { name: 'stock' } }] };
  const { patches } = parse(event('span-create', { id: 'o', traceId: 't', metadata, input }));

  expect(patches).toMatchObject([
    {
      graph: { node: 'agent', step: 1, namespace: null, triggers: ['branch:to:agent'] },
      tools: [{ name: 'stock' }],
      provenance: { convention: 'langfuse' },
      metadata,
      input,
    },
  ]);
});

it('takes an interrupt of LangGraph for a pause, not for an error', () => {
  const body = { id: 'o', traceId: 't', level: 'ERROR', statusMessage: 'GraphInterrupt: [{"value":"Pay?"}]' };

  expect(parse(event('span-update', body)).patches).toMatchObject([
    { level: 'DEFAULT', isInterrupted: true, statusMessage: body.statusMessage },
  ]);
});

it('gives a trace without an id the id of its event, so that a repeated batch changes nothing', () => {
  expect(parse(event('trace-create', {})).patches).toMatchObject([{ kind: 'trace', id: 'event-1' }]);
});

it('finds the trace of an update in another event of the batch', () => {
  const { patches } = parse(
    event('span-update', { id: 'o', endTime: AT }),
    event('span-create', { id: 'o', traceId: 't' }),
  );

  expect(patches).toMatchObject([{ traceId: 't' }, { traceId: 't' }]);
});

it('lets an observation without a trace make one of its own', () => {
  expect(parse(event('span-create', { id: 'o' })).patches).toMatchObject([{ id: 'o', traceId: 'o' }]);
});

it.each<[sent: JsonValue, kept: JsonValue]>([
  ['text', { metadata: 'text' }],
  [['a', 1], { metadata: ['a', 1] }],
  [7, { metadata: 7 }],
  [false, { metadata: false }],
  [{ a: { b: 1 } }, { a: { b: 1 } }],
])('keeps the structure of the metadata %j', (metadata, kept) => {
  expect(parse(event('span-create', { id: 'o', metadata })).patches).toMatchObject([{ metadata: kept }]);
});

it('keeps a null that clears apart from a field nobody sent', () => {
  const [patch] = parse(event('span-update', { id: 'o', name: null })).patches;

  expect(patch).toMatchObject({ name: null });
  expect(patch).toMatchObject({ level: undefined });
});

describe('a bad event is rejected with the reason, and the others are kept', () => {
  const good = event('span-create', { id: 'good', traceId: 't' });

  it.each<[what: string, bad: JsonValue, where: string, reason: RegExp]>([
    ['no object', 'x', 'batch[1]', /not an object/],
    ['no type', { id: 'e', timestamp: AT, body: {} }, 'batch[1] e', /`type` is missing/],
    ['an unknown type', event('spam-create', { id: 'o' }), 'batch[1] spam-create o', /"spam-create"/],
    [
      'a run item',
      event('dataset-run-item-create', {}),
      'batch[1] dataset-run-item-create event-1',
      /run items/,
    ],
    [
      'no event id',
      { type: 'span-create', timestamp: AT, body: {} },
      'batch[1] span-create',
      /`id` is missing/,
    ],
    [
      'no timestamp',
      { id: 'e', type: 'span-create', body: {} },
      'batch[1] span-create e',
      /`timestamp` is missing/,
    ],
    [
      'a local time',
      event('span-create', {}, { timestamp: '2025-03-07T09:00:00' }),
      'batch[1] span-create event-1',
      /offset/,
    ],
    [
      'no body',
      { id: 'e', type: 'span-create', timestamp: AT },
      'batch[1] span-create e',
      /`body` is missing/,
    ],
    ['no observation id', event('span-create', {}), 'batch[1] span-create event-1', /`body.id` is missing/],
    [
      'an id too long',
      event('span-create', { id: 'x'.repeat(801) }),
      `batch[1] span-create ${'x'.repeat(80)}`,
      /800/,
    ],
    [
      'an id with a carriage return',
      event('span-create', { id: 'a\rb' }),
      'batch[1] span-create a\rb',
      /carriage return/,
    ],
    [
      'an unknown level',
      event('span-create', { id: 'o', level: 'FATAL' }),
      'batch[1] span-create o',
      /one of DEBUG/,
    ],
    [
      'a bad start',
      event('span-create', { id: 'o', startTime: 'now' }),
      'batch[1] span-create o',
      /`body.startTime` is "now"/,
    ],
    [
      'a name that is none',
      event('span-create', { id: 'o', name: 7 }),
      'batch[1] span-create o',
      /`body.name` is 7/,
    ],
    [
      'a long trace name',
      event('trace-create', { id: 't', name: 'n'.repeat(1001) }),
      'batch[1] trace-create t',
      /1000/,
    ],
    [
      'tags that are no list',
      event('trace-create', { id: 't', tags: 'a' }),
      'batch[1] trace-create t',
      /list of strings/,
    ],
    [
      'public that is no flag',
      event('trace-create', { id: 't', public: 1 }),
      'batch[1] trace-create t',
      /true or false/,
    ],
    [
      'usage that is no object',
      event('generation-create', { id: 'g', usage: 5 }),
      'batch[1] generation-create g',
      /an object/,
    ],
    [
      'a prompt without version',
      event('generation-create', { id: 'g', promptName: 'p' }),
      'batch[1] generation-create g',
      /promptVersion/,
    ],
    [
      'a version without prompt',
      event('generation-create', { id: 'g', promptVersion: 1 }),
      'batch[1] generation-create g',
      /promptName/,
    ],
    [
      'an old event without type',
      event('observation-create', { id: 'o' }),
      'batch[1] observation-create o',
      /`body.type` is missing/,
    ],
  ])('%s', (_, bad, where, reason) => {
    const { patches, rejected } = parse(good, bad, good);

    expect(patches).toHaveLength(2);
    expect(rejected).toEqual([{ where, reason: expect.stringMatching(reason) }]);
  });
});

function score(body: JsonObject) {
  return parse(event('score-create', { name: 'quality', traceId: 't', ...body }));
}

describe('scores', () => {
  it.each<[value: JsonValue, dataType: string]>([
    [0.8, 'NUMERIC'],
    ['good', 'CATEGORICAL'],
  ])('have the type of their value %j unless they name one', (value, dataType) => {
    expect(score({ value }).patches).toMatchObject([
      { kind: 'score', id: 'event-1', value, dataType, source: 'API', traceId: 't', timestamp: AT_MS },
    ]);
  });

  it('that correct are corrections of the output', () => {
    expect(score({ value: 'better', dataType: 'CORRECTION' }).patches).toMatchObject([{ name: 'output' }]);
  });

  it('name the person who gave them', () => {
    const body = { value: 1, source: 'ANNOTATION', configId: 'c', authorUserId: 'ada' };
    expect(score(body).patches).toMatchObject([{ authorId: 'ada', configId: 'c' }]);
    expect(score({ value: 1 }).patches[0]).not.toHaveProperty('authorUserId');
  });

  it.each<[target: JsonObject]>([
    [{ traceId: 't' }],
    [{ traceId: 't', observationId: 'o' }],
    [{ sessionId: 's' }],
    [{ datasetRunId: 'r' }],
  ])('judge %j', (target) => {
    expect(parse(event('score-create', { name: 'n', value: 1, ...target })).patches).toMatchObject([target]);
  });

  it.each<[what: string, body: JsonObject, reason: RegExp]>([
    ['no name', { name: '', value: 1 }, /`body.name`/],
    ['no value', {}, /`body.value` is missing/],
    ['text as a number', { value: 'x', dataType: 'NUMERIC' }, /a number/],
    ['a truth value', { value: true, dataType: 'BOOLEAN' }, /0 or 1/],
    ['2 as a truth value', { value: 2, dataType: 'BOOLEAN' }, /0 or 1/],
    ['a number as a label', { value: 1, dataType: 'CATEGORICAL' }, /a label/],
    ['empty text', { value: '', dataType: 'TEXT' }, /1 to 500/],
    ['long text', { value: 'x'.repeat(501), dataType: 'TEXT' }, /1 to 500/],
    ['an unknown type', { value: 1, dataType: 'STARS' }, /one of NUMERIC/],
    ['no target', { value: 1, traceId: null }, /exactly one/],
    ['two targets', { value: 1, sessionId: 's' }, /exactly one/],
    [
      'an observation without its trace',
      { value: 1, traceId: null, sessionId: 's', observationId: 'o' },
      /`traceId` too/,
    ],
    [
      'a correction of a session',
      { value: 'x', dataType: 'CORRECTION', traceId: null, sessionId: 's' },
      /CORRECTION/,
    ],
    ['a correction with a config', { value: 'x', dataType: 'CORRECTION', configId: 'c' }, /CORRECTION/],
    ['an annotation without a config', { value: 1, source: 'ANNOTATION' }, /`configId`/],
  ])('with %s are rejected instead of vanishing later', (_, body, reason) => {
    expect(score(body)).toEqual({
      patches: [],
      rejected: [{ where: expect.any(String), reason: expect.stringMatching(reason) }],
    });
  });
});

it('never keeps the credentials that a client sends along', () => {
  for (const file of ['001.json', '002.json']) {
    const url = new URL(`../../fixtures/langfuse-js-v3/openai-wrapper/${file}`, import.meta.url);
    const text = readFileSync(url, 'utf8');
    expect(text).toContain('sk-lf-fixture');

    const kept = JSON.stringify(parseBatch(JSON.parse(text) as { batch: JsonValue[] }));

    expect(kept).not.toContain('-lf-fixture');
    expect(kept).not.toContain('clientInitParams');
  }
});
