/** What the store is filled with. */
export const TRAFFIC = { seed: 7, days: 30 } as const;
