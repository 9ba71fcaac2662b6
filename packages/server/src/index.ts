export { openAccess } from './auth/access.ts';
export type { Access, Authorize, Denial, Right } from './auth/access.ts';
export { keyAccess } from './auth/key-access.ts';
export type { KeyPair } from './auth/key-access.ts';
export { createCollector } from './create-collector.ts';
export type { Collector } from './create-collector.ts';
export type { CollectorEvent, CollectorLimits, CollectorOptions } from './collector-options.ts';
export type { Project } from './route.ts';
