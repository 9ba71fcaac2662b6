import type { Call, Route } from '../route.ts';

export const PROMETHEUS_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/metrics', right: 'manage', answer: listCounters },
];

interface Metric {
  readonly name: string;
  readonly help: string;
  /** Values by what stands between the braces; an empty text for none. */
  readonly values: readonly (readonly [labels: string, value: number])[];
}

/** Counters since the collector was made, in the format of Prometheus. */
async function listCounters({ services: { pipeline, requests } }: Call): Promise<Response> {
  const counters = await pipeline.counters();
  const { media, deadLetters, stages, masked } = counters;
  const metrics: readonly Metric[] = [
    {
      name: 'oriel_requests_total',
      help: 'Requests answered, by status.',
      values: Array.from(requests, ([status, count]) => [`status="${status}"`, count]),
    },
    plain('oriel_payloads_total', 'Payloads taken in.', counters.payloads),
    plain('oriel_payload_bytes_total', 'Bytes of payloads as they came.', counters.bytes),
    plain('oriel_rejected_total', 'Parts of payloads that could not be read.', counters.rejected),
    plain('oriel_sampled_out_total', 'Patches that sampling dropped.', counters.sampledOut),
    plain('oriel_priced_total', 'Calls of models with a computed cost.', counters.priced),
    plain('oriel_unpriced_total', 'Calls of models with usage and no price.', counters.unpriced),
    plain('oriel_write_retries_total', 'Writes that were tried again.', counters.retries),
    plain('oriel_media_kept_total', 'Media kept.', media.kept),
    plain('oriel_media_refused_total', 'Media that the store refused.', media.refused),
    plain('oriel_dead_letters_total', 'Dead letters written.', deadLetters.added),
    {
      name: 'oriel_stage_patches_total',
      help: 'Patches that a stage gave on.',
      values: Object.entries(stages).map(([stage, { out }]) => [`stage="${escape(stage)}"`, out]),
    },
    {
      name: 'oriel_stage_seconds_total',
      help: 'Time that a stage took.',
      values: Object.entries(stages).map(([stage, { milliseconds }]) => [
        `stage="${escape(stage)}"`,
        milliseconds / 1000,
      ]),
    },
    {
      name: 'oriel_masked_total',
      help: 'How often a masking rule hid something.',
      values: Object.entries(masked).map(([rule, count]) => [`rule="${escape(rule)}"`, count]),
    },
  ];
  return new Response(metrics.map(print).join(''), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
}

function plain(name: string, help: string, value: number): Metric {
  return { name, help, values: [['', value]] };
}

function print({ name, help, values }: Metric): string {
  const lines = values.map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} counter\n${lines.join('')}`;
}

function escape(label: string): string {
  return label.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
