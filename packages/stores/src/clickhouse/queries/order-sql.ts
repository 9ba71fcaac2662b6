import type { Position } from '@oriel/core';
import { untagScalar } from '../records/metadata-paths.ts';
import { unitOrder } from '../sql/expressions.ts';
import { isListSql, isMissing, taggedValues } from '../sql/field-sql.ts';
import type { FieldSql } from '../sql/field-sql.ts';
import type { Parameters } from '../sql/parameters.ts';

type Direction = 'asc' | 'desc';

/** A record's place in an order: missing values last, numbers before booleans before texts, as core's `compareScalars`. */
export interface OrderSql {
  /** `expression AS name` of every part, for a select. */
  readonly columns: readonly string[];
  /** The parts by name, for ORDER BY. */
  readonly by: string;
  /** What to select to learn the value that a row is ordered by. */
  readonly value: string;
}

/** Names of the parts of a place. */
const MISSING = 'orderMissing';
const RANK = 'orderRank';
const AMOUNT = 'orderNumber';
const TEXT = 'orderText';

export function orderSql(field: FieldSql, direction: Direction): OrderSql {
  const parts = PARTS[field.type](field);
  const way = direction === 'asc' ? 'ASC' : 'DESC';
  return {
    columns: [
      `${parts.missing} AS ${MISSING}`,
      `if(${MISSING}, 0, ${parts.rank}) AS ${RANK}`,
      `if(${MISSING}, 0, ${parts.number}) AS ${AMOUNT}`,
      `if(${MISSING}, '', ${unitOrder(parts.text)}) AS ${TEXT}`,
    ],
    by: `${MISSING}, ${RANK} ${way}, ${AMOUNT} ${way}, ${TEXT} ${way}`,
    value: `if(${MISSING}, '', ${parts.tagged})`,
  };
}

interface OrderParts {
  readonly missing: string;
  readonly rank: string;
  readonly number: string;
  readonly text: string;
  /** The value as a tagged text. */
  readonly tagged: string;
}

const PARTS: Readonly<Record<FieldSql['type'], (field: FieldSql) => OrderParts>> = {
  text: (field) => texts(isMissing(field), `ifNull(${field.sql}, '')`),
  number: (field) => ({
    missing: isMissing(field),
    rank: '0',
    number: `ifNull(toFloat64(${field.sql}), 0)`,
    text: "''",
    tagged: `toString(toFloat64(assumeNotNull(${field.sql})))`,
  }),
  boolean: ({ sql }) => ({
    missing: '0',
    rank: '1',
    number: `toFloat64(${sql})`,
    text: "''",
    tagged: `if(${sql} = 1, 'true', 'false')`,
  }),
  texts: (field) => joined(field.sql),
  payload: (field) => joined(field.sql),
  any(field) {
    const { sql } = field;
    const values = taggedValues(field);
    const list = `arrayStringConcat(arrayMap(x -> substring(x, 2), ${values}), ',')`;
    const first = `${sql}[1]`;
    const isText = `(${isListSql(field)} OR startsWith(${first}, '"'))`;
    const text = `if(${isListSql(field)}, ${list}, substring(${first}, 2))`;
    return {
      // A list of which nothing is left to order by has no value.
      missing: `if(${isListSql(field)}, ${list} = '', empty(${sql}))`,
      rank: `multiIf(${isText}, 2, ${first} IN ('true', 'false'), 1, 0)`,
      number: `multiIf(${isText}, 0, ${first} = 'true', 1, ${first} = 'false', 0, ifNull(toFloat64OrNull(${first}), 0))`,
      text: `if(${isText}, ${text}, '')`,
      tagged: `if(${isText}, concat('"', ${text}), ${first})`,
    };
  },
};

function texts(missing: string, text: string): OrderParts {
  return { missing, rank: '2', number: '0', text, tagged: `concat('"', ${text})` };
}

/** A list is ordered by its values joined with commas. */
function joined(list: string): OrderParts {
  const text = `arrayStringConcat(${list}, ',')`;
  return texts(`${text} = ''`, text);
}

/** The value of a row's place. */
export function readOrderValue(tagged: string): Position['value'] {
  return tagged === '' ? null : untagScalar(tagged);
}

/** A condition on the parts and the keys of a row: it comes after a position, which an earlier page ended with. */
export function afterPosition(
  { value, key }: Position,
  direction: Direction,
  keys: readonly string[],
  parameters: Parameters,
): string {
  const bounds = key.slice(0, keys.length).map((part) => unitOrder(parameters.text(part)));
  const beyondKey = `(${keys.join(', ')}) > (${bounds.join(', ')})`;
  if (value === null) return `(${MISSING} = 1 AND ${beyondKey})`;
  const rank = { number: 0, boolean: 1, string: 2 }[typeof value as 'number' | 'boolean' | 'string'];
  const amount = parameters.number(typeof value === 'string' ? 0 : Number(value));
  const text = unitOrder(parameters.text(typeof value === 'string' ? value : ''));
  const place = `(${RANK}, ${AMOUNT}, ${TEXT})`;
  const bound = `(${rank}, ${amount}, ${text})`;
  const beyond = direction === 'asc' ? '>' : '<';
  return `(${MISSING} = 1 OR ${place} ${beyond} ${bound} OR (${place} = ${bound} AND ${beyondKey}))`;
}
