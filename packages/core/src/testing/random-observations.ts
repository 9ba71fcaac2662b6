import fc from 'fast-check';
import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '../model/observation.ts';
import type { Observation } from '../model/observation.ts';

/** An observation of which only the given fields matter. */
export function observationWith(fields: Partial<Observation> & Pick<Observation, 'id'>): Observation {
  return {
    traceId: 'trace',
    parentId: null,
    type: 'SPAN',
    name: fields.id,
    startTime: 0,
    endTime: null,
    completionStartTime: null,
    level: 'DEFAULT',
    statusMessage: null,
    model: null,
    usage: {},
    cost: {},
    prompt: null,
    environment: 'default',
    version: null,
    isAppRoot: false,
    isInterrupted: false,
    graph: null,
    ...fields,
  };
}

const amounts = fc.dictionary(
  fc.constantFrom('input', 'output', 'total', 'input_cached_tokens', 'output_reasoning', 'images'),
  fc.nat(1000),
  { maxKeys: 3 },
);

/**
 * Observations as bad clients send them: in any order, with parents that never arrive, cycles, observations that are
 * their own parent, clocks that run backwards, and copies of an id.
 */
export function randomObservations(maxLength = 40): fc.Arbitrary<Observation[]> {
  const ids = fc.nat(maxLength).map((number) => `id-${number}`);
  const observation = fc.record({
    id: ids,
    parentId: fc.option(ids),
    type: fc.constantFrom(...OBSERVATION_TYPES.slice(0, 4)),
    name: fc.constantFrom(null, '', 'search', 'answer'),
    startTime: fc.nat(20),
    length: fc.option(fc.nat(20)),
    level: fc.constantFrom(...OBSERVATION_LEVELS),
    usage: amounts,
    cost: amounts.map((units) =>
      Object.fromEntries(Object.entries(units).map(([key, count]) => [key, count / 1000])),
    ),
  });
  return fc
    .array(observation, { maxLength })
    .map((drawn) =>
      drawn.map(({ length, ...fields }) =>
        observationWith({ ...fields, endTime: length === null ? null : fields.startTime + length }),
      ),
    );
}
