import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '../model/observation.ts';
import type { Patch } from '../model/patch.ts';
import { SCORE_DATA_TYPES, SCORE_SOURCES } from '../model/score.ts';

/** What a value has to be, in words, and whether it is. */
interface Shape {
  readonly is: string;
  readonly test: (value: JsonValue | undefined) => boolean;
}

const text: Shape = { is: 'a text', test: (value) => typeof value === 'string' };
const number: Shape = { is: 'a number', test: (value) => typeof value === 'number' };
const boolean: Shape = { is: 'true or false', test: (value) => typeof value === 'boolean' };
const anything: Shape = { is: 'JSON', test: () => true };
const object: Shape = { is: 'an object', test: isJsonObject };
const texts: Shape = listOf(text, 'a list of texts');
const amounts: Shape = {
  is: 'an object of numbers',
  test: (value) => isJsonObject(value) && Object.values(value).every(number.test),
};
const value: Shape = {
  is: 'a number or a text',
  test: (given) => number.test(given) || text.test(given),
};

const record = { mode: oneOf(['create', 'update']), metadata: object, environment: text };

/** Fields by kind of patch; any may be absent or `null`. */
const SHAPES: Readonly<Record<Patch['kind'], Readonly<Record<string, Shape>>>> = {
  trace: {
    ...record,
    isRecord: boolean,
    timestamp: number,
    name: text,
    userId: text,
    sessionId: text,
    release: text,
    version: text,
    tags: texts,
    public: boolean,
    sampleRate: number,
    input: anything,
    output: anything,
  },
  observation: {
    ...record,
    parentId: text,
    type: oneOf(OBSERVATION_TYPES),
    name: text,
    startTime: number,
    endTime: number,
    completionStartTime: number,
    level: oneOf(OBSERVATION_LEVELS),
    statusMessage: text,
    model: text,
    modelParameters: object,
    usage: amounts,
    cost: amounts,
    computedCost: amounts,
    prompt: members('a name and a version', { name: text, version: number }),
    version: text,
    isAppRoot: boolean,
    isInterrupted: boolean,
    graph: members('a node of LangGraph', {
      node: text,
      step: number,
      namespace: orNull(text),
      triggers: texts,
    }),
    input: anything,
    output: anything,
    inputMessages: object,
    outputMessages: object,
    tools: listOf(
      members('a tool', { name: text, description: orNull(text), parameters: anything }),
      'a list of tools',
    ),
    provenance: members('a provenance', {
      convention: orAbsent(text),
      usageRule: orAbsent(text),
      rawUsage: orAbsent(object),
      usageWarning: orAbsent(text),
      pricing: orAbsent(members('a pricing', { list: text, rule: text, tier: text, unpriced: texts })),
    }),
  },
  score: {
    ...record,
    name: text,
    value,
    dataType: oneOf(SCORE_DATA_TYPES),
    source: oneOf(SCORE_SOURCES),
    traceId: text,
    observationId: text,
    sessionId: text,
    datasetRunId: text,
    comment: text,
    configId: text,
    authorId: text,
    timestamp: number,
  },
};

/**
 * What is wrong with the fields of a patch that came from outside, `null` when nothing is. Its kind, ids and time are
 * for `checkPatch`. Fields of a later version are passed over, as merging does.
 */
export function findPatchProblem(patch: Patch): string | null {
  for (const [field, shape] of Object.entries(SHAPES[patch.kind])) {
    const given = (patch as unknown as Readonly<Record<string, JsonValue | undefined>>)[field];
    if (given !== undefined && given !== null && !shape.test(given)) {
      return `its ${field} is not ${shape.is}`;
    }
  }
  return null;
}

function oneOf(values: readonly string[]): Shape {
  return {
    is: `one of ${values.join(', ')}`,
    test: (given) => typeof given === 'string' && values.includes(given),
  };
}

function listOf(item: Shape, is: string): Shape {
  return { is, test: (given) => Array.isArray(given) && (given as readonly JsonValue[]).every(item.test) };
}

function orNull(shape: Shape): Shape {
  return { is: `${shape.is} or null`, test: (given) => given === null || shape.test(given) };
}

function orAbsent(shape: Shape): Shape {
  return { ...shape, test: (given) => given === undefined || given === null || shape.test(given) };
}

function members(is: string, shapes: Readonly<Record<string, Shape>>): Shape {
  return {
    is,
    test: (given) =>
      isJsonObject(given) && Object.entries(shapes).every(([name, shape]) => shape.test(given[name])),
  };
}
