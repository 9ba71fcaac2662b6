import type { StoreScope } from '@oriel/core';
import { settings } from './settings.ts';
import type { User } from './users.ts';

/** Signs tokens, and checks them. */
export const embedKey = { id: 'example-1', secret: settings.embedSecret };

/** What somebody may see: the traces that carry their id. */
export function scopeOf(user: User): StoreScope {
  return { traces: { field: 'userId', op: '=', value: user.id } };
}
