/** What the page takes for now: a Monday noon, at which the traffic ends. */
export const NOW = Date.UTC(2026, 10, 23, 12);
