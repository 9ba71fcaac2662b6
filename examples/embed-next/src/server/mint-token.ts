import { signEmbedToken } from '@oriel/server';
import { embedKey, scopeOf } from './access.ts';
import type { User } from './users.ts';

/** A token with which somebody's page reads their traces for ten minutes, and nothing else. */
export function mintToken(user: User): Promise<string> {
  return signEmbedToken({ key: embedKey, holder: user.id, scope: scopeOf(user), mayScore: true });
}
