/** Dashboards that come with Oriel, by the name their page has. */
export const CURATED = ['latency', 'usage', 'cost'] as const;
