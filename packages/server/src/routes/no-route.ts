import { Refusal } from '../http/refusal.ts';
import type { Route } from '../route.ts';

/** What answers where no endpoint does: to who may read, that there is none; to others, what they are told everywhere. */
export const NO_ROUTE: Route = {
  method: 'GET',
  path: '*',
  right: 'read',
  answer() {
    throw new Refusal(404, 'There is no such endpoint. Check the path and the method.');
  },
};
