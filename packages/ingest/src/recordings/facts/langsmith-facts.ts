import { expect } from 'vitest';
import type { JsonObject } from '@oriel/core';
import { callFacts } from './call-facts.ts';
import { fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';
import { holdsMetadata } from './compare.ts';
import type { RecordingSubject } from './recording-facts.ts';
import { rootMetadata } from './trace-facts.ts';

/** Functions traced by LangSmith's SDK around calls of the OpenAI API. */
export const LANGSMITH_FACTS: Checks<RecordingSubject> = {
  // A streamed call overwrites the span of the function around it: its parent is the call.
  ...callFacts({ withoutModelSpan: ['embed'] }),
  requestsWithoutModelSpan: fact<string[], RecordingSubject>((names, { replay }) => {
    for (const { trace, observations } of replay.traces)
      expect(observations.length === 1, `${trace.name}`).toBe(names.includes(trace.name ?? ''));
  }),
  metadata: fact<JsonObject, RecordingSubject>(
    ({ session_id: sessionId, user_id: userId, ...metadata }, { replay }) => {
      for (const trace of replay.traces) {
        expect(trace.trace).toMatchObject({ sessionId, userId });
        expect(holdsMetadata(rootMetadata(trace), metadata)).toBe(true);
      }
    },
  ),
  // The streamed call wrote over the tags of its parent, too.
  tags: fact<string[], RecordingSubject>((tags, { replay }) => {
    for (const { trace } of replay.traces)
      expect(trace.tags).toEqual(trace.name === 'stream-question' ? [] : tags.toSorted());
  }),
  project: fact((name, { replay }) => {
    for (const trace of replay.traces)
      expect(rootMetadata(trace)['attributes']).toMatchObject({ 'langsmith.trace.session_name': name });
  }),
};
