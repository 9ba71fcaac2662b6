import type { QueryReader } from '../http/query-reader.ts';
import { Refusal } from '../http/refusal.ts';

/**
 * The groups of fields that `fields` asks for. Default: all of them.
 *
 * @throws Refusal 400 - a group there is not.
 */
export function readFieldGroups<Group extends string>(
  query: QueryReader,
  groups: readonly Group[],
  byDefault: readonly Group[] = groups,
): ReadonlySet<Group> {
  if (query.text('fields') === undefined) return new Set(byDefault);
  const asked = query.list('fields');
  const unknown = asked.find((name) => !(groups as readonly string[]).includes(name));
  if (unknown === undefined) return new Set(asked as readonly Group[]);
  throw new Refusal(
    400,
    `The parameter \`fields\` names ${JSON.stringify(unknown.slice(0, 80))}, which is not one of ${groups.join(', ')}. Correct it.`,
  );
}
