import { PAYLOAD_COLUMNS, STRUCTURE_COLUMNS } from '../records/record-columns.ts';
import type { ColumnFold, RecordColumn } from '../records/record-columns.ts';
import type { TableName } from './table-name.ts';

/** What a table is made of, wherever it is. */
export interface TableDefinition {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly engine: 'AggregatingMergeTree' | 'ReplacingMergeTree' | 'MergeTree';
  /** What its engine takes besides where its replicas meet. */
  readonly engineArguments?: readonly string[];
  readonly orderBy: string;
  /** Rows of one shard. Tables without it are whole on every shard's replicas. */
  readonly shardBy?: string;
  /** When a row expires, if the store has a retention. */
  readonly expires?: string;
  readonly settings?: string;
}

const KEY = ["kind Enum8('trace' = 1, 'observation' = 2, 'score' = 3)", 'trace_id String', 'id String'];
const TOUCHED = 'touched SimpleAggregateFunction(max, DateTime) DEFAULT now()';
/** A score is where its id says, since its trace may change; everything else is with its trace. */
const SHARD = "cityHash64(if(kind = 'score', id, trace_id))";

const TYPES: Readonly<Record<ColumnFold, string>> = {
  latest: 'SimpleAggregateFunction(max, String)',
  filled: 'SimpleAggregateFunction(max, String)',
  specific: 'SimpleAggregateFunction(max, String)',
  // Behind every stamp, so that whatever was said is smaller.
  first: "SimpleAggregateFunction(min, String) DEFAULT '~'",
  amounts: 'SimpleAggregateFunction(max, Tuple(String, Map(String, Float64)))',
  smallest: 'SimpleAggregateFunction(min, Nullable(Float64))',
  any: 'SimpleAggregateFunction(max, UInt8)',
  set: 'SimpleAggregateFunction(groupUniqArrayArray, Array(String))',
};

const registers = (columns: readonly RecordColumn[]) =>
  columns.map(({ column, fold }) => `${column} ${TYPES[fold]}`);

/** Texts beside the payload they are of, which count when it counts. */
const texts = (column: string) => `${column} SimpleAggregateFunction(max, Tuple(String, Array(String)))`;
/** What pieces make, under their count: that of the most pieces counts. */
const folded = (column: string, type = 'Array(String)') =>
  `${column} SimpleAggregateFunction(max, Tuple(UInt32, ${type}))`;

export const TABLES: readonly TableDefinition[] = [
  {
    table: 'records',
    columns: [
      ...KEY,
      TOUCHED,
      'first_at SimpleAggregateFunction(min, Float64)',
      ...registers(STRUCTURE_COLUMNS),
    ],
    engine: 'AggregatingMergeTree',
    orderBy: '(kind, trace_id, id)',
    shardBy: SHARD,
    expires: 'touched',
  },
  {
    table: 'payloads',
    columns: [
      ...KEY,
      TOUCHED,
      ...registers(PAYLOAD_COLUMNS),
      texts('r_inputTexts'),
      texts('r_outputTexts'),
      texts('r_toolNames'),
      'pieces SimpleAggregateFunction(groupUniqArrayArray, Array(String))',
      folded('f_metadata', 'Map(String, Array(String))'),
      folded('f_metadataKeys'),
      folded('f_metadataTexts'),
      folded('f_convention'),
      folded('f_inputTexts'),
      folded('f_outputTexts'),
    ],
    engine: 'AggregatingMergeTree',
    orderBy: '(kind, trace_id, id)',
    shardBy: SHARD,
    expires: 'touched',
  },
  {
    // Every trace that a score was ever said to be on: where to look for the scores of a trace.
    table: 'score_traces',
    columns: ['trace_id String', 'score_id String', 'touched DateTime DEFAULT now()'],
    engine: 'ReplacingMergeTree',
    engineArguments: ['touched'],
    orderBy: '(trace_id, score_id)',
    shardBy: 'cityHash64(trace_id)',
    expires: 'touched',
  },
  {
    table: 'changes',
    columns: [
      'written_at DateTime64(6) DEFAULT now64(6)',
      'id String',
      'writer String',
      'type String',
      'trace_ids Array(String)',
    ],
    engine: 'MergeTree',
    orderBy: 'written_at',
    shardBy: 'cityHash64(id)',
  },
  {
    table: 'documents',
    columns: [
      'kind String',
      'name String',
      // Counts the times a document of that name was deleted.
      'generation UInt64',
      'version UInt32',
      'body String',
      'created_at Float64',
      'writer String',
    ],
    engine: 'MergeTree',
    orderBy: '(kind, name, generation, version)',
    shardBy: 'cityHash64(kind, name)',
    settings: 'non_replicated_deduplication_window = 10000',
  },
  {
    table: 'document_labels',
    columns: [
      'kind String',
      'name String',
      'generation UInt64',
      'label String',
      'version UInt32',
      'set_at UInt64 DEFAULT toUnixTimestamp64Nano(now64(9))',
    ],
    engine: 'ReplacingMergeTree',
    engineArguments: ['set_at'],
    orderBy: '(kind, name, generation, label)',
    shardBy: 'cityHash64(kind, name)',
  },
  {
    table: 'media',
    columns: [
      'id String',
      'sha256 String',
      'content_type String',
      'content_length UInt64',
      // Of which compression takes back what it adds.
      'base64 String CODEC(ZSTD(1))',
      'written_at DateTime64(6) DEFAULT now64(6)',
    ],
    engine: 'MergeTree',
    orderBy: 'id',
    shardBy: 'cityHash64(id)',
  },
];
