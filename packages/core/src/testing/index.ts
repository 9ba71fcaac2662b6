export { drawTrace } from './draw-trace.ts';
export type { DrawTraceOptions } from './draw-trace.ts';
export { generateTrace } from './generate-trace.ts';
export type { GenerateTraceOptions } from './generate-trace.ts';
export { printTrace } from './print-trace.ts';
export type { PrintedPayloads } from './print-trace.ts';
export { seededRandom } from './seeded-random.ts';
export { traceStructure } from './trace-structure.ts';
