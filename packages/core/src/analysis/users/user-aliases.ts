import type { UserId } from '../../model/ids.ts';

/** Ids that are other names of a user: each with the id the user is known by, such as `anonymous-7` by `ada`. */
export type UserAliases = Readonly<Record<UserId, UserId>>;

/** Aliases, ready to be asked about. */
export interface AliasIndex {
  /** The id a user is known by; the id itself where it is no alias. */
  readonly knownId: (userId: UserId) => UserId;
  /** Every id of the same user, the known one first, the others sorted. */
  readonly idsOf: (userId: UserId) => readonly UserId[];
}

/** Prepares aliases. One may lead to another; where they lead in a circle, its smallest id is the known one. */
export function indexAliases(aliases: UserAliases): AliasIndex {
  const known = new Map<UserId, UserId>();
  const others = new Map<UserId, UserId[]>();
  for (const alias of Object.keys(aliases)) known.set(alias, follow(aliases, alias));
  for (const [alias, userId] of known) {
    if (alias === userId) continue;
    const list = others.get(userId);
    if (list) list.push(alias);
    else others.set(userId, [alias]);
  }
  for (const list of others.values()) list.sort();
  const knownId = (userId: UserId) => known.get(userId) ?? userId;
  return {
    knownId,
    idsOf(userId) {
      const first = knownId(userId);
      return [first, ...(others.get(first) ?? [])];
    },
  };
}

function follow(aliases: UserAliases, alias: UserId): UserId {
  const way = [alias];
  for (let id = alias; Object.hasOwn(aliases, id);) {
    id = aliases[id] ?? id;
    const place = way.indexOf(id);
    if (place !== -1) return way.slice(place).toSorted()[0] ?? id;
    way.push(id);
  }
  return way.at(-1) ?? alias;
}
