/** `CLICKHOUSE_SHARE=1 npx vitest run clickhouse` compares every generated query: some 2,000, in some minutes. */
export const generatedShare = Number(process.env['CLICKHOUSE_SHARE'] ?? 0.02);
