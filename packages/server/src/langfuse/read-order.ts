import type { Order } from '@oriel/core';
import type { QueryReader } from '../http/query-reader.ts';
import { Refusal } from '../http/refusal.ts';

/**
 * The order that `orderBy=field.asc|desc` asks for. Default: the store's own, newest first.
 *
 * @throws Refusal 400 - a field that nothing can be ordered by, or no direction.
 */
export function readOrder(query: QueryReader, fields: readonly string[]): Order | undefined {
  const text = query.text('orderBy');
  if (text === undefined || text === '') return undefined;
  const [, field = '', direction = 'asc'] = /^(\w+)(?:[.](asc|desc))?$/i.exec(text) ?? [];
  if (fields.includes(field))
    return { field, direction: direction.toLowerCase() === 'desc' ? 'desc' : 'asc' };
  throw new Refusal(
    400,
    `The parameter \`orderBy\` is not a field and a direction, such as \`timestamp.desc\`. The fields are ${fields.join(', ')}.`,
  );
}
