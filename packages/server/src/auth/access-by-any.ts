import type { Authorize } from './access.ts';

/** Lets in whom any of several ways lets in, asked in their order. */
export function accessByAny(ways: readonly Authorize[]): Authorize {
  return async (request) => {
    const reasons: string[] = [];
    for (const way of ways) {
      const access = await way(request);
      if (!('denied' in access)) return access;
      reasons.push(access.denied);
    }
    return { denied: reasons.join('; ') };
  };
}
