import { DEFAULT_FACET_VALUES, findField, hasRange } from '@oriel/core';
import type { CallOptions, Facet, FacetQuery, FacetValue } from '@oriel/core';
import { untagScalar } from '../records/metadata-paths.ts';
import { isMissing, taggedValues } from '../sql/field-sql.ts';
import { viewQuery } from '../sql/view-query.ts';
import { groupOrderBy, measuredNumber } from './group-sql.ts';
import type { StoreReader } from './store-reader.ts';

/** Facets of a question that core's `checkFacets` let pass: the ends of all fields in one pass, and a pass for each field with values. */
export async function facetRecords(
  reader: StoreReader,
  query: FacetQuery,
  options?: CallOptions,
): Promise<readonly Facet[]> {
  const ends = await readEnds(reader, query, options);
  const facets: Facet[] = [];
  for (const [index, field] of query.fields.entries()) {
    const isRange = hasRange(findField(query.view, field)?.type ?? 'text');
    const counted = isRange ? NO_VALUES : await countValues(reader, query, field, options);
    const end = (name: string) => ends[`${name}${index}`] ?? null;
    facets.push({
      field,
      ...counted,
      missingCount: end('missing') ?? 0,
      min: end('min'),
      max: end('max'),
    });
  }
  return facets;
}

const NO_VALUES = { values: [], valueCount: 0 };

type Ends = Readonly<Record<string, number | null>>;

async function readEnds(
  { connection, tables }: StoreReader,
  query: FacetQuery,
  options?: CallOptions,
): Promise<Ends> {
  const [row = {}] = await connection.rows<Ends>(
    (parameters) => {
      const found = viewQuery({ view: query.view, tables, parameters, query });
      const columns = query.fields.flatMap((name, index) => {
        const field = found.field(name);
        const hasNumbers = field.type === 'number' || field.type === 'any';
        const value = hasNumbers ? measuredNumber(field) : "CAST(NULL, 'Nullable(Float64)')";
        return [
          `countIf(${isMissing(field)}) AS missing${index}`,
          `minOrNull(${value}) AS min${index}`,
          `maxOrNull(${value}) AS max${index}`,
        ];
      });
      return `SELECT ${columns.join(', ')} ${found.from()}`;
    },
    'look for facets',
    options,
  );
  return row;
}

interface CountRow {
  readonly value: string;
  readonly records: number;
  readonly valueCount: number;
}

async function countValues(
  { connection, tables }: StoreReader,
  query: FacetQuery,
  name: string,
  options?: CallOptions,
): Promise<{ values: readonly FacetValue[]; valueCount: number }> {
  const rows = await connection.rows<CountRow>(
    (parameters) => {
      const found = viewQuery({ view: query.view, tables, parameters, query });
      const values = `arrayDistinct(${taggedValues(found.field(name))})`;
      return `SELECT value, records, count() OVER () AS valueCount FROM (
          SELECT arrayJoin(values) AS value, count() AS records FROM (SELECT ${values} AS values ${found.from()})
          GROUP BY value)
        ORDER BY records DESC, ${groupOrderBy('value', 'asc')}
        LIMIT ${parameters.count(query.limit ?? DEFAULT_FACET_VALUES)}`;
    },
    'count facets',
    options,
  );
  return {
    values: rows.map(({ value, records }) => ({ value: untagScalar(value), count: records })),
    valueCount: rows[0]?.valueCount ?? 0,
  };
}
