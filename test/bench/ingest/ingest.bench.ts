// What ingestion costs: decoding beside the two usual libraries, a pipeline with every built-in stage into a store that
// does nothing beside JSON.parse, and masking beside parsing. A missed bar shows as `NO`.
import { createPricer, loadDefaultPrices } from '@oriel/core/pricing';
import { createMasker, createPipeline, maskingRules, parsePayload } from '@oriel/ingest';
import { DECODERS, compareFindings } from './decoders.ts';
import { medianTimes } from './median-times.ts';
import { readRecordedExports } from './recorded-exports.ts';
import { sinkStore } from './sink-store.ts';
import { eventApi, otlpJson, otlpProtobuf } from './traffic.ts';
import type { Traffic } from './traffic.ts';

const OBSERVATIONS = 10_000;
const MIN_DECODE_RATIO = 3;
const MIN_PER_SECOND = 60_000;
const MAX_MASKING_SHARE = 0.5;

/** One line of the result. */
interface Row {
  readonly case: string;
  readonly ours: string;
  readonly against: string;
  readonly ratio: number;
  /** What was promised; `null` where nothing was. */
  readonly bar: string | null;
  readonly ok: boolean | null;
}

const pricer = createPricer([await loadDefaultPrices()]);
const protobuf = otlpProtobuf(OBSERVATIONS);
const rows: Row[] = [
  await benchDecoding('500-byte spans', protobuf.bodies, MIN_DECODE_RATIO),
  await benchDecoding('recorded spans', readRecordedExports(), null),
];
for (const traffic of [protobuf, otlpJson(OBSERVATIONS), eventApi(OBSERVATIONS)]) {
  rows.push(...(await benchPipeline(traffic)));
}

console.table(
  rows.map((row) => ({ ...row, bar: row.bar ?? '', ok: row.ok === null ? '' : row.ok ? 'yes' : 'NO' })),
);
console.log(JSON.stringify({ name: 'ingest', rows }));

async function benchDecoding(what: string, bodies: readonly Uint8Array[], bar: number | null): Promise<Row> {
  const { spans } = compareFindings(bodies);
  const repeats = Math.ceil(OBSERVATIONS / spans);
  const decodeAll = (decode: (body: Uint8Array) => unknown) => () => {
    for (let repeat = 0; repeat < repeats; repeat += 1) bodies.forEach((body) => decode(body));
  };
  const times = await medianTimes(
    Object.fromEntries(DECODERS.map(({ name, decode }) => [name, decodeAll(decode)])),
  );
  const each = DECODERS.map(({ name }) => ({ name, us: ((times[name] ?? 0) * 1000) / (spans * repeats) }));
  const [ours, ...peers] = each;
  const fastest = peers.toSorted((a, b) => a.us - b.us)[0];
  const ratio = (fastest?.us ?? 0) / (ours?.us ?? 1);
  return {
    case: `decode protobuf, ${what}`,
    ours: `${ours?.us.toFixed(2)} µs`,
    against: peers.map(({ name, us }) => `${us.toFixed(2)} µs ${name}`).join(', '),
    ratio: round(ratio),
    bar: bar === null ? null : `≥ ${bar} × the faster peer`,
    ok: bar === null ? null : ratio >= bar,
  };
}

async function benchPipeline({ format, path, contentType, bodies, observations }: Traffic): Promise<Row[]> {
  const bytes = bodies.reduce((sum, body) => sum + body.length, 0);
  const requests = bodies.map((body) => ({ body, path, contentType, method: 'POST' }));
  // What JSON.parse is given where the bytes are no JSON: as many bytes of JSON.
  const texts = (format === 'OTLP protobuf' ? eventApi(observations).bodies : bodies).map((body) =>
    new TextDecoder().decode(body),
  );
  const parsed = (await Promise.all(requests.map((request) => parsePayload(request)))).map(
    ({ patches }) => patches,
  );
  const masker = createMasker({ rules: Object.values(maskingRules) });
  const sink = sinkStore();
  let written = 0;
  const pipeline = createPipeline({ store: sink.store, sampling: { rate: 1 }, pricer });
  const times = await medianTimes({
    parse: async () => {
      for (const request of requests) await parsePayload(request);
    },
    mask: () => parsed.forEach((patches) => masker.mask(patches)),
    whole: async () => {
      for (const request of requests) await pipeline.ingest(request);
      written = sink.countWritten();
    },
    json: () => texts.forEach((text) => JSON.parse(text) as unknown),
  });
  const { priced, stages } = await pipeline.counters();
  if (written !== observations || priced !== stages['parse']?.in) {
    throw new Error(`Of ${observations} observations ${written} were written; ${priced} were priced.`);
  }
  const perSecond = (ms: number) => (observations * 1000) / ms;
  const share = times.mask / times.parse;
  return [
    {
      case: `whole pipeline, ${format}, ${Math.round(bytes / observations)} bytes each`,
      ours: `${thousands(perSecond(times.whole))} observations/s`,
      against: `${thousands(perSecond(times.json))}/s JSON.parse alone`,
      ratio: round(times.whole / times.json),
      bar: `≥ ${thousands(MIN_PER_SECOND)}/s`,
      ok: perSecond(times.whole) >= MIN_PER_SECOND,
    },
    {
      case: `mask by all rules, ${format}`,
      ours: `${thousands(perSecond(times.mask))} observations/s`,
      against: `${thousands(perSecond(times.parse))}/s parsing`,
      ratio: round(share),
      bar: `≤ ${MAX_MASKING_SHARE} × parsing`,
      ok: share <= MAX_MASKING_SHARE,
    },
  ];
}

function thousands(value: number): string {
  return `${Math.round(value / 1000)}k`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
