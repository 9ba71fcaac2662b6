const given = process.env['CLICKHOUSE_SHARE'];

/** `CLICKHOUSE_SHARE=1 npx vitest run --project node clickhouse` compares every generated query, in process and over HTTP. */
export const isWhole = given !== undefined;

/** A query takes the engine some 50 ms to understand, however little there is to look at. */
export const generatedShare = Number(given ?? 0.01);
