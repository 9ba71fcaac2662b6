export { serve } from './serve.ts';
export type { CollectorServer, ServeOptions } from './serve.ts';
