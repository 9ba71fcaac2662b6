import type { UserId } from '@oriel/core';

/** What the host knows of a user. */
export interface UserProfile {
  readonly name?: string | undefined;
  /** Address of a picture. It is loaded as it stands: it is yours. */
  readonly avatarUrl?: string | undefined;
  /** Address of the user's page; instead of `navigation.userHref`. */
  readonly href?: string | undefined;
}

/** Says who users are, many at once; whoever is left out is shown by id. */
export type ResolveProfiles = (userIds: readonly UserId[]) => Promise<ReadonlyMap<UserId, UserProfile>>;

/** Profiles, asked for in batches and only once. */
export interface ProfileLoader {
  /** `undefined` until it is known, and where nobody knows. */
  readonly get: (userId: UserId) => UserProfile | undefined;
  /** Asks for a profile, soon and together with others. */
  readonly want: (userId: UserId) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** How long more ids are waited for: a table draws its rows within it. */
const GATHER_MS = 20;
/** Most ids in one question. */
const BATCH = 100;

export function createProfileLoader(resolve: ResolveProfiles): ProfileLoader {
  const profiles = new Map<UserId, UserProfile>();
  const asked = new Set<UserId>();
  const listeners = new Set<() => void>();
  let waiting: UserId[] = [];

  async function ask(userIds: readonly UserId[]): Promise<void> {
    try {
      for (const [userId, profile] of await resolve(userIds)) profiles.set(userId, profile);
      for (const listener of listeners) listener();
    } catch {
      // Ids say enough meanwhile; whoever is shown next asks again.
      for (const userId of userIds) asked.delete(userId);
    }
  }

  return {
    get: (userId) => profiles.get(userId),
    want(userId) {
      if (asked.has(userId)) return;
      asked.add(userId);
      waiting.push(userId);
      if (waiting.length > 1) return;
      setTimeout(() => {
        const userIds = waiting;
        waiting = [];
        for (let start = 0; start < userIds.length; start += BATCH) {
          void ask(userIds.slice(start, start + BATCH));
        }
      }, GATHER_MS);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
