import { expect } from 'vitest';
import type { JsonObject, Observation } from '@oriel/core';
import type { Replay } from '../replay.ts';
import { callFacts } from './call-facts.ts';
import { fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { countBy, holdsMetadata } from './compare.ts';
import { RECORDING_FACTS } from './recording-facts.ts';
import type { RecordingSubject } from './recording-facts.ts';
import { rootMetadata } from './trace-facts.ts';

/** Session and user are fields of the trace; the rest is metadata of every span. */
const associationProperties = fact<JsonObject, RecordingSubject>(
  ({ session_id: sessionId, user_id: userId, ...metadata }, { replay }) => {
    for (const trace of replay.traces) {
      expect(trace.trace).toMatchObject({ sessionId, userId });
      expect(holdsMetadata(rootMetadata(trace), metadata)).toBe(true);
    }
  },
);

/** Calls of the OpenAI API through OpenLLMetry. */
export const OPEN_LLMETRY_OPENAI_FACTS: Checks<RecordingSubject> = {
  ...callFacts({
    rootName: (request) => `${request}.workflow`,
    withoutModelSpan: ['quota', 'embed'],
    unsentUsage: ['cached', 'reasoning'],
    estimatesStreams: true,
  }),
  associationProperties,
};

/** What the operations of the wire are. */
const TYPES: Readonly<Record<string, Observation['type']>> = {
  workflow: 'CHAIN',
  chat: 'GENERATION',
  execute_tool: 'TOOL',
};

/** Graphs of LangGraph through OpenLLMetry: all their runs lie flat in one workflow. */
export const OPEN_LLMETRY_LANGCHAIN_FACTS: Checks<RecordingSubject> = {
  ...RECORDING_FACTS,
  associationProperties,
  spansByOperation: fact<Readonly<Record<string, number>>, RecordingSubject>((expected, { replay }) =>
    expect(countBy(observationsOf(replay), ({ type }) => type)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([name, count]) => [TYPES[name], count])),
    ),
  ),
  runs: fact<
    readonly { input?: string; finalAnswer?: string; finalText?: string; toolErrors?: number }[],
    RecordingSubject
  >((expected, { replay }) => {
    const said = JSON.stringify(replay.traces.flatMap(({ payloads }) => [...payloads.values()]));
    for (const { input = '', finalAnswer = '', finalText = '' } of expected)
      for (const text of [input, finalAnswer, finalText]) expect(said).toContain(text);
    const failed = observationsOf(replay).filter(({ level }) => level === 'ERROR');
    expect(failed).toHaveLength(expected.reduce((sum, { toolErrors = 0 }) => sum + toolErrors, 0));
  }),
  // OpenLLMetry sends none of LangGraph's keys and no names of runs, so no graph can be made of it.
  graph: null,
  graphExpanded: null,
  subgraph: null,
  fanOut: null,
  loops: null,
  notOnTheWire: fact((_, { replay }) => {
    for (const { graph } of observationsOf(replay)) expect(graph).toBeNull();
  }),
};

function observationsOf({ traces }: Replay): readonly Observation[] {
  return traces.flatMap(({ observations }) => observations);
}
