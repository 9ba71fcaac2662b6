import type { SearchPart, View } from '@oriel/core';
import type { Tables } from '../schema/tables.ts';
import { amountFields, amountSql, tokensPerSecond } from './amount-sql.ts';
import { any, boolean, NO_TEXTS, number, payload, text, texts } from './field-sql.ts';
import type { FieldSql } from './field-sql.ts';
import { unitOrder } from './expressions.ts';
import { payloadsSource, scoreListsSource } from './joined-sources.ts';
import type { Parameters } from './parameters.ts';
import { observationsSource } from './record-sources.ts';
import { tracesSource } from './traces-source.ts';

/** What a record's row is joined with when a query asks for it: of `v`, the row of the view itself. */
export type Join = 'trace' | 'observation' | 'payload' | 'scores';

/** One view in SQL: its fields, its texts, and what has to be joined to have them. Each is computed once, by a name. */
export interface ViewScope {
  /** The field of that name, which the query's check let pass. */
  readonly field: (name: string) => FieldSql;
  /** What a search looks through, for a part of the record. */
  searchTexts(part: SearchPart): readonly FieldSql[];
  /** Columns of the view's source, by their own names. */
  readonly columns: (names: readonly string[]) => void;
  /**
   * The view's records, with everything that was asked for so far.
   *
   * @param source - makes the source of the view, with the columns that some SQL speaks of.
   * @param where - a condition on the source's row, `v`.
   */
  from(source: (spokenOf: string) => string, where: string): string;
}

interface ScopeOptions {
  readonly tables: Tables;
  readonly parameters: Parameters;
  /** A condition on the scores that count, over `scoresSource`. */
  readonly scoresWhere?: string | undefined;
}

interface JoinOptions extends ScopeOptions {
  /** All SQL over the joined rows. */
  readonly spokenOf: string;
  readonly source: (spokenOf: string) => string;
}

type FieldTable = Readonly<Record<string, FieldSql>>;

interface ViewSql {
  readonly fields: FieldTable;
  readonly search: Readonly<Record<SearchPart, readonly FieldSql[]>>;
  readonly joins: Readonly<Partial<Record<Join, (options: JoinOptions) => string>>>;
  readonly amounts?: readonly [usage: string, cost: string] | undefined;
  readonly scoreList?: string | undefined;
  readonly metadata?: string | undefined;
}

export function viewScope(view: View, options: ScopeOptions): ViewScope {
  const sql = VIEWS[view];
  /** Names by SQL. */
  const named = new Map<string, string>();
  const plain = new Set<string>();

  function nameOnce({ type, sql: expression }: FieldSql): FieldSql {
    const name = named.get(expression) ?? `field${named.size}`;
    named.set(expression, name);
    return { type, sql: name };
  }

  function member(name: string): FieldSql {
    const dot = name.indexOf('.');
    const of = name.slice(0, dot);
    const key = options.parameters.text(name.slice(dot + 1));
    if (of === 'metadata') return any(sql.metadata === undefined ? NO_TEXTS : `${sql.metadata}[${key}]`);
    if (of === 'scores') {
      if (sql.scoreList === undefined) return any(NO_TEXTS);
      return any(`arrayFilter(x -> x != '', [arrayLast(j -> j.3 = ${key}, ${sql.scoreList}).4])`);
    }
    const [usage, cost] = sql.amounts ?? ['', ''];
    return amountSql(of === 'usage' ? usage : cost, key);
  }

  return {
    field: (name) =>
      nameOnce((Object.hasOwn(sql.fields, name) ? sql.fields[name] : undefined) ?? member(name)),
    searchTexts: (part) => sql.search[part].map(nameOnce),
    columns(names) {
      for (const name of names) plain.add(name);
    },
    from(source, where) {
      const selected = [
        ...[...plain].map((name) => `v.${name} AS ${name}`),
        ...[...named].map(([expression, name]) => `${expression} AS ${name}`),
      ].join(',\n  ');
      const joins = ALIASES.filter(([alias]) => new RegExp(`\\b${alias}\\.`).test(selected)).map(
        ([, join]) => join,
      );
      const spokenOf = `${selected} ${where}`;
      const joinOptions = { ...options, spokenOf, source };
      const joined = joins.map((join) => sql.joins[join]?.(joinOptions) ?? '');
      const keys = joins.length === 0 ? '' : 'rootId observationId';
      return `(SELECT ${selected}
  FROM ${source(`${spokenOf} ${keys}`)} AS v
  ${joined.join('\n  ')}
  WHERE ${where})`;
    },
  };
}

/** How the rows of joined sources are called. */
const ALIASES: readonly (readonly [alias: string, join: Join])[] = [
  ['inTrace', 'trace'],
  ['onObservation', 'observation'],
  ['payload', 'payload'],
  ['judged', 'scores'],
];

function recordFields(scoreList: string | null, metadataKeys: string | null): FieldTable {
  const names = `arrayMap(j -> j.3, ${scoreList})`;
  return {
    scoreCount: number(scoreList === null ? '0' : `length(${scoreList})`),
    scoreNames: texts(
      scoreList === null ? NO_TEXTS : `arraySort(n -> ${unitOrder('n')}, arrayDistinct(${names}))`,
    ),
    metadataKeys: texts(metadataKeys ?? NO_TEXTS),
  };
}

const joinTrace = ({ tables, spokenOf }: JoinOptions): string =>
  `LEFT JOIN ${tracesSource(tables, { for: spokenOf })} AS inTrace ON inTrace.id = v.traceId`;

// An observation's scores are those of its trace that name it.
const joinScores = ({ tables, scoresWhere = '1' }: JoinOptions): string =>
  `LEFT JOIN ${scoreListsSource(tables, ['traceId', 'observationId'], scoresWhere)} AS judged ON judged.traceId = v.traceId AND judged.observationId = v.id`;

const joinSessionScores = ({ tables, scoresWhere = '1' }: JoinOptions): string =>
  `LEFT JOIN ${scoreListsSource(tables, ['sessionId'], scoresWhere)} AS judged ON judged.sessionId = v.id`;

/** A trace's own payload, and that of the observation that speaks for it where it does not. */
const joinTracePayload = ({ tables, spokenOf, source }: JoinOptions): string => {
  const own = `LEFT JOIN ${payloadsSource(tables, 'trace', { for: spokenOf })} AS payload ON payload.traceId = v.id`;
  if (!/\brootPayload\./.test(spokenOf)) return own;
  const where = `(trace_id, id) IN (SELECT id, rootId FROM ${source('id rootId')})`;
  const root = payloadsSource(tables, 'observation', { for: spokenOf, where });
  return `${own}
  LEFT JOIN ${root} AS rootPayload ON rootPayload.traceId = v.id AND rootPayload.id = v.rootId`;
};

const TRACE_INPUT = 'if(payload.hasInput, payload.inputTexts, rootPayload.inputTexts)';
const TRACE_OUTPUT = 'if(payload.hasOutput, payload.outputTexts, rootPayload.outputTexts)';

const TRACES: ViewSql = {
  fields: {
    id: text('v.id'),
    name: text('v.name'),
    timestamp: number('v.timestamp'),
    startTime: number('v.startTime'),
    endTime: number('v.endTime'),
    latency: number('v.latency'),
    userId: text('v.userId'),
    sessionId: text('v.sessionId'),
    environment: text('v.environment'),
    release: text('v.release'),
    version: text('v.version'),
    tags: texts('v.tags'),
    public: boolean('v.isPublic'),
    level: text('v.level'),
    observationCount: number('v.observationCount'),
    errorCount: number('v.errorCount'),
    warningCount: number('v.warningCount'),
    defaultCount: number('v.defaultCount'),
    debugCount: number('v.debugCount'),
    sampleRate: number('v.sampleRate'),
    ...amountFields('v.usage', 'v.cost'),
    ...recordFields('v.scoreList', 'payload.metadataKeys'),
    input: payload(TRACE_INPUT),
    output: payload(TRACE_OUTPUT),
  },
  search: {
    names: [text('v.name')],
    ids: [text('v.id'), text('v.userId'), text('v.sessionId')],
    payloads: [payload(TRACE_INPUT), payload(TRACE_OUTPUT)],
    metadata: [texts('payload.metadataTexts')],
  },
  joins: { payload: joinTracePayload },
  amounts: ['v.usage', 'v.cost'],
  scoreList: 'v.scoreList',
  metadata: 'payload.metadata',
};

const LATENCY = '(v.endTime - v.startTime)';

const OBSERVATIONS: ViewSql = {
  fields: {
    id: text('v.id'),
    traceId: text('v.traceId'),
    parentId: text('v.parentId'),
    isRootObservation: boolean('(isNull(v.parentId) OR v.isAppRoot = 1)'),
    type: text('v.type'),
    name: text('v.name'),
    startTime: number('v.startTime'),
    endTime: number('v.endTime'),
    latency: number(LATENCY),
    timeToFirstToken: number('(v.completionStartTime - v.startTime)'),
    tokensPerSecond: number(tokensPerSecond('v.usage', LATENCY)),
    level: text('v.level'),
    statusMessage: text('v.statusMessage'),
    model: text('v.model'),
    promptName: text("JSONExtract(v.prompt, 'name', 'Nullable(String)')"),
    promptVersion: number("JSONExtract(v.prompt, 'version', 'Nullable(Float64)')"),
    environment: text('v.environment'),
    version: text('v.version'),
    isInterrupted: boolean('v.isInterrupted'),
    graphNode: text("JSONExtract(v.graph, 'node', 'Nullable(String)')"),
    graphStep: number("JSONExtract(v.graph, 'step', 'Nullable(Float64)')"),
    traceName: text('inTrace.name'),
    traceVersion: text('inTrace.version'),
    userId: text('inTrace.userId'),
    sessionId: text('inTrace.sessionId'),
    release: text('inTrace.release'),
    tags: texts('inTrace.tags'),
    ...amountFields('v.usage', 'v.cost'),
    ...recordFields('judged.scoreList', 'payload.metadataKeys'),
    toolNames: texts('payload.toolNames'),
    convention: text('if(empty(payload.convention), NULL, payload.convention[1])'),
    input: payload('payload.inputTexts'),
    output: payload('payload.outputTexts'),
  },
  search: {
    names: [text('v.name')],
    ids: [text('v.id'), text('v.traceId'), text('inTrace.userId'), text('inTrace.sessionId')],
    payloads: [payload('payload.inputTexts'), payload('payload.outputTexts'), text('v.statusMessage')],
    metadata: [texts('payload.metadataTexts')],
  },
  joins: {
    trace: joinTrace,
    scores: joinScores,
    payload: ({ tables, spokenOf }) =>
      `LEFT JOIN ${payloadsSource(tables, 'observation', { for: spokenOf })} AS payload ON payload.traceId = v.traceId AND payload.id = v.id`,
  },
  amounts: ['v.usage', 'v.cost'],
  scoreList: 'judged.scoreList',
  metadata: 'payload.metadata',
};

const SESSIONS: ViewSql = {
  fields: {
    id: text('v.id'),
    startTime: number('v.firstStart'),
    endTime: number('v.lastMoment'),
    duration: number('(v.lastMoment - v.firstStart)'),
    traceCount: number('v.traceCount'),
    userIds: texts('v.userIds'),
    environment: text('v.firstEnvironment'),
    ...amountFields('v.usageSum', 'v.costSum'),
    ...recordFields('judged.scoreList', null),
  },
  search: { names: [], ids: [text('v.id'), texts('v.userIds')], payloads: [], metadata: [] },
  joins: { scores: joinSessionScores },
  amounts: ['v.usageSum', 'v.costSum'],
  scoreList: 'judged.scoreList',
};

const USERS: ViewSql = {
  fields: {
    id: text('v.id'),
    firstSeen: number('v.firstStart'),
    lastSeen: number('v.lastMoment'),
    traceCount: number('v.traceCount'),
    sessionCount: number('v.sessionCount'),
    errorCount: number('v.errorTraces'),
    ...amountFields('v.usageSum', 'v.costSum'),
    ...recordFields(null, null),
  },
  search: { names: [], ids: [text('v.id')], payloads: [], metadata: [] },
  joins: {},
  amounts: ['v.usageSum', 'v.costSum'],
};

/** The observation that a score is on: NULL where there is none, as joined rows without a match are empty. */
const ofObservation = (sql: string): string => `if(onObservation.id = '', NULL, ${sql})`;

const SCORES: ViewSql = {
  fields: {
    id: text('v.id'),
    name: text('v.name'),
    value: any('[v.value]'),
    dataType: text('v.dataType'),
    source: text('v.source'),
    traceId: text('v.traceId'),
    observationId: text('v.observationId'),
    sessionId: text('v.sessionId'),
    datasetRunId: text('v.datasetRunId'),
    configId: text('v.configId'),
    authorId: text('v.authorId'),
    comment: text('v.comment'),
    environment: text('v.environment'),
    timestamp: number('v.timestamp'),
    traceName: text('inTrace.name'),
    traceVersion: text('inTrace.version'),
    traceSessionId: text('inTrace.sessionId'),
    userId: text('inTrace.userId'),
    release: text('inTrace.release'),
    tags: texts('inTrace.tags'),
    observationName: text(ofObservation('onObservation.name')),
    observationType: text(ofObservation('onObservation.type')),
    model: text(ofObservation('onObservation.model')),
    promptName: text(ofObservation("JSONExtract(onObservation.prompt, 'name', 'Nullable(String)')")),
    promptVersion: number(ofObservation("JSONExtract(onObservation.prompt, 'version', 'Nullable(Float64)')")),
    metadataKeys: texts('payload.metadataKeys'),
  },
  search: {
    names: [text('v.name')],
    ids: [
      ...['id', 'traceId', 'observationId', 'sessionId', 'datasetRunId'].map((id) => text(`v.${id}`)),
      text('inTrace.userId'),
      text('inTrace.sessionId'),
    ],
    payloads: [text('v.comment'), text(`if(startsWith(v.value, '"'), substring(v.value, 2), NULL)`)],
    metadata: [texts('payload.metadataTexts')],
  },
  joins: {
    trace: joinTrace,
    observation: ({ tables, spokenOf }) =>
      `LEFT JOIN ${observationsSource(tables, { for: spokenOf })} AS onObservation ON onObservation.traceId = v.traceId AND onObservation.id = v.observationId`,
    payload: ({ tables, spokenOf }) =>
      `LEFT JOIN ${payloadsSource(tables, 'score', { for: spokenOf })} AS payload ON payload.id = v.id`,
  },
  metadata: 'payload.metadata',
};

const VIEWS: Readonly<Record<View, ViewSql>> = {
  traces: TRACES,
  observations: OBSERVATIONS,
  sessions: SESSIONS,
  users: USERS,
  scores: SCORES,
};
