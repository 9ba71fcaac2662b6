import { expect } from 'vitest';
import type { JsonObject } from '@oriel/core';
import { normalizeUsage } from '../../usage/normalize-usage.ts';
import type { ReplayedTrace } from '../read-back.ts';
import { fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { expectSameItems } from './compare.ts';
import { RECORDING_FACTS, factsOfTraces } from './recording-facts.ts';
import type { RecordingSubject } from './recording-facts.ts';
import { TRACE_FACTS, named } from './trace-facts.ts';

/** What a program knows of its calls of the OpenAI API, each under a name of its own. */
const OPENAI_TRACE_FACTS: Checks<ReplayedTrace> = {
  ...TRACE_FACTS,
  levels: fact<{ name: string; level: string; statusMessageContains: string }[], ReplayedTrace>(
    (expected, trace) => {
      const told = trace.observations.filter(({ level }) => level !== 'DEFAULT');
      expectSameItems(
        told.map(({ name, level }) => [name, level]),
        expected.map(({ name, level }) => [name, level]),
        'observations with a level',
      );
      for (const { name, statusMessageContains } of expected)
        expect(named(trace, name).statusMessage).toContain(statusMessageContains);
    },
  ),
  // What the server answered and the wrapper did not pass on is in `usageNotSent`.
  serverUsage: fact<Readonly<Record<string, JsonObject | null>>, ReplayedTrace>((answered, trace) => {
    const kept = trace.observations.filter(({ usage }) => Object.keys(usage).length > 0);
    expect(kept.length).toBeGreaterThan(0);
    for (const { name, usage } of kept)
      expect(usage, name ?? '').toEqual(normalizeUsage({ usageDetails: answered[name ?? ''] })?.usage);
  }),
  usageNotSent: fact<string[], ReplayedTrace>((names, trace) => {
    const generations = trace.observations.filter(({ type }) => type === 'GENERATION');
    const empty = generations.filter(({ usage }) => Object.keys(usage).length === 0);
    expectSameItems(
      empty.map(({ name }) => name),
      names,
      'generations without usage',
    );
  }),
  responseModels: TRACE_FACTS['models'] ?? null,
  streamedWithCompletionStart: fact<string[], ReplayedTrace>((names, { observations }) => {
    const streamed = observations.filter(({ completionStartTime }) => completionStartTime !== null);
    expectSameItems(
      streamed.map(({ name }) => name),
      names,
      'streamed generations',
    );
  }),
  outputs: fact<Readonly<Record<string, string>>, ReplayedTrace>((expected, trace) => {
    for (const [name, text] of Object.entries(expected))
      expect(JSON.stringify(trace.payloads.get(named(trace, name).id)?.output)).toContain(text);
  }),
  // Says which spans left out the trace's name; the trace has it nevertheless, see `name`.
  traceNameNotOn: null,
};

export const OPENAI_FACTS: Checks<RecordingSubject> = {
  ...RECORDING_FACTS,
  traces: factsOfTraces(OPENAI_TRACE_FACTS),
};
