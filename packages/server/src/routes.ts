import type { Route } from './route.ts';
import { DAILY_METRICS_ROUTES } from './routes/daily-metrics.ts';
import { DATASET_ITEM_ROUTES } from './routes/dataset-items.ts';
import { DATASET_RUN_ITEM_ROUTES } from './routes/dataset-run-items.ts';
import { DATASET_RUN_ROUTES } from './routes/dataset-runs.ts';
import { DATASET_ROUTES } from './routes/datasets.ts';
import { HEALTH_ROUTES } from './routes/health.ts';
import { INGESTION_ROUTES } from './routes/ingestion.ts';
import { MEDIA_CONTENT_ROUTES } from './routes/media-content.ts';
import { MEDIA_ROUTES } from './routes/media.ts';
import { METRICS_ROUTES } from './routes/metrics.ts';
import { OBSERVATION_V2_ROUTES } from './routes/observations-v2.ts';
import { OBSERVATION_ROUTES } from './routes/observations.ts';
import { OTLP_ROUTES } from './routes/otlp.ts';
import { PROJECT_ROUTES } from './routes/projects.ts';
import { PROMPT_ROUTES } from './routes/prompts.ts';
import { PROMETHEUS_ROUTES } from './routes/prometheus.ts';
import { SCORE_V3_ROUTES } from './routes/scores-v3.ts';
import { SCORE_ROUTES } from './routes/scores.ts';
import { SESSION_ROUTES } from './routes/sessions.ts';
import { TRACE_ROUTES } from './routes/traces.ts';
import { WRITE_SCORE_ROUTES } from './routes/write-scores.ts';
import { STORE_ROUTES } from './routes/store/store-routes.ts';

/** Every endpoint there is. */
export const ROUTES: readonly Route[] = [
  ...HEALTH_ROUTES,
  ...PROMETHEUS_ROUTES,
  ...INGESTION_ROUTES,
  ...OTLP_ROUTES,
  ...WRITE_SCORE_ROUTES,
  ...PROJECT_ROUTES,
  ...TRACE_ROUTES,
  ...OBSERVATION_ROUTES,
  ...OBSERVATION_V2_ROUTES,
  ...SESSION_ROUTES,
  ...SCORE_ROUTES,
  ...SCORE_V3_ROUTES,
  ...METRICS_ROUTES,
  ...DAILY_METRICS_ROUTES,
  ...STORE_ROUTES,
  ...MEDIA_ROUTES,
  ...MEDIA_CONTENT_ROUTES,
  ...PROMPT_ROUTES,
  ...DATASET_ROUTES,
  ...DATASET_ITEM_ROUTES,
  ...DATASET_RUN_ROUTES,
  ...DATASET_RUN_ITEM_ROUTES,
];
