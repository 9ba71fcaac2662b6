import type { Route } from './route.ts';
import { HEALTH_ROUTES } from './routes/health.ts';
import { INGESTION_ROUTES } from './routes/ingestion.ts';
import { OTLP_ROUTES } from './routes/otlp.ts';

/** Every endpoint there is. */
export const ROUTES: readonly Route[] = [...HEALTH_ROUTES, ...INGESTION_ROUTES, ...OTLP_ROUTES];
