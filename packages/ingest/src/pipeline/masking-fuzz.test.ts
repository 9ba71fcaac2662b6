import { referenceStore } from '@oriel/core';
import type { JsonValue, ReferenceStore } from '@oriel/core';
import { seededRandom } from '@oriel/core/testing';
import { expect, it } from 'vitest';
import { parsePayload } from '../parse-payload.ts';
import { createPipeline } from './create-pipeline.ts';
import { maskingRules } from '../masking/masking-rules.ts';

const RECORDS = 1000;
const random = seededRandom(20_250_307);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
const below = (limit: number) => Math.floor(random() * limit);
const letters = (count: number, alphabet: string) =>
  Array.from({ length: count }, () => alphabet.charAt(below(alphabet.length))).join('');
const digits = (count: number) => letters(count, '0123456789');
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const ALNUM = `${LOWER}ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789`;

function card(): string {
  const [start, length] = pick([
    ['4', 16],
    ['51', 16],
    ['37', 15],
    ['6011', 16],
    ['4', 13],
  ] as const);
  const body = start + digits(length - start.length - 1);
  const check = '0123456789'.split('').find((digit) => luhnSum(body + digit) % 10 === 0) ?? '0';
  return body + check;
}

function luhnSum(number: string): number {
  return number
    .split('')
    .toReversed()
    .reduce((sum, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return sum + (value > 9 ? value - 9 : value);
    }, 0);
}

function iban(): string {
  const account = digits(18);
  const rest = BigInt(`${account}131400`) % 97n; // DE is 1314, then the check digits as 00
  return `DE${String(98n - rest).padStart(2, '0')}${account}`;
}

const grouped = (text: string, separator: string) => text.replaceAll(/(.{4})(?=.)/g, `$1${separator}`);

/** What is planted, and the part of it that must be nowhere. */
const SECRETS: Readonly<Record<string, () => { text: string; core: string }>> = {
  email: () => whole(`${letters(8, LOWER)}.${letters(6, LOWER)}@${letters(7, LOWER)}.example.com`),
  phone: () =>
    whole(
      pick([
        `+49 30 ${digits(8)}`,
        `+1 (4${digits(2)}) 555-${digits(4)}`,
        `+4479${digits(8)}`,
        `415-555-${digits(4)}`,
      ]),
    ),
  card: () => {
    const number = card();
    return whole(pick([number, number.length === 16 ? grouped(number, ' ') : number]));
  },
  iban: () => {
    const number = iban();
    return whole(pick([number, grouped(number, ' ')]));
  },
  ipv4: () => whole(`203.${below(256)}.${below(256)}.${1 + below(255)}`),
  ipv6: () => whole(`2001:db8:${letters(4, '123456789abcdef')}::${letters(4, '123456789abcdef')}`),
  jwt: () => whole(`eyJ${letters(20, ALNUM)}.eyJ${letters(40, ALNUM)}.${letters(43, ALNUM)}`),
  pem: () => {
    const core = letters(64, ALNUM);
    return { text: `-----BEGIN PRIVATE KEY-----\n${core}\n-----END PRIVATE KEY-----`, core };
  },
  openai: () => whole(`sk-${pick(['', 'proj-', 'ant-api03-'])}${letters(20, ALNUM)}1${letters(12, ALNUM)}`),
  langfuse: () => whole(`sk-lf-${letters(8, ALNUM)}-${letters(12, ALNUM)}`),
  aws: () => whole(`AKIA${letters(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`),
  google: () => whole(`AIza${letters(35, ALNUM)}`),
  github: () => whole(`ghp_${letters(36, ALNUM)}`),
  slack: () => whole(`xoxb-${digits(12)}-${letters(24, ALNUM)}`),
  huggingFace: () => whole(`hf_${letters(34, ALNUM)}`),
  stripe: () => whole(`sk_live_${letters(24, ALNUM)}`),
  bearer: () => {
    const core = `${letters(16, ALNUM)}7${letters(8, ALNUM)}`;
    return { text: `Bearer ${core}`, core };
  },
  basic: () => {
    const core = btoa(`${letters(8, LOWER)}:${letters(12, ALNUM)}`);
    return { text: `Basic ${core}`, core };
  },
};

function whole(text: string) {
  return { text, core: text };
}

const WORDS = [
  'order',
  'Tokyo',
  '今日',
  'the',
  'refund',
  '"quoted"',
  'line\nbreak',
  'tab\t',
  '{',
  '🙂',
  'ok.',
];

interface Planted {
  readonly core: string;
  /** Words around it that must survive, unless the value as a whole is a credential's. */
  readonly around: readonly string[];
}

/** A text with a secret between words, as text or as JSON in text, up to three times over. */
function plantText(planted: Planted[]): string {
  const { text, core } = pick(Object.values(SECRETS))();
  const before = `left${letters(8, LOWER)}`;
  const after = `right${letters(8, LOWER)}`;
  planted.push({ core, around: [before, after] });
  const [open, close] = pick([
    [' ', ' '],
    ['\n', '\n'],
    ['"', '"'],
    ['(', ')'],
    [': ', ', '],
    ['\t', '\r\n'],
  ] as const);
  let value = `${pick(WORDS)} ${before}${open}${text}${close}${after} ${pick(WORDS)}`;
  for (let level = below(4); level > 0; level -= 1)
    value = JSON.stringify(pick([{ [pick(['note', 'name'])]: value }, [value, 1]]));
  return value;
}

const CREDENTIAL_NAMES = [
  'authorization',
  'apiKey',
  'api_key',
  'X-API-Key',
  'secretKey',
  'password',
  'Cookie',
  'db_password',
];

/** A member named like a credential, as a value or as JSON in text. */
function plantCredential(planted: Planted[]): JsonValue {
  const core = `${letters(6, LOWER)}${pick([' ', '"', '\\', ';', ''])}${letters(6, LOWER)}`;
  planted.push({ core, around: [] });
  let value: JsonValue = { [pick(CREDENTIAL_NAMES)]: core };
  for (let level = below(3); level > 0; level -= 1) value = { inner: JSON.stringify(value) };
  return value;
}

/** A value of any shape and depth that holds one secret. */
function plantValue(planted: Planted[]): JsonValue {
  let value: JsonValue;
  const kind = below(10);
  if (kind === 0) {
    const number = card();
    planted.push({ core: number, around: [] });
    value = Number(number);
  } else if (kind <= 2) value = plantCredential(planted);
  else if (kind === 3) value = { [plantText(planted)]: below(100) };
  else value = plantText(planted);
  for (let depth = below(6); depth > 0; depth -= 1) {
    value = pick<JsonValue>([
      { role: 'user', content: value, n: below(1e6) },
      [pick(WORDS), value, null],
      { args: [{ value }] },
    ]);
  }
  return value;
}

function attribute(key: string, value: JsonValue) {
  return { key, value: { stringValue: typeof value === 'string' ? value : JSON.stringify(value) } };
}

function otlpRecord(planted: Planted[]): JsonValue {
  const id = letters(32, '123456789abcdef');
  const places = [
    () => ({ status: { code: 2, message: plantText(planted) } }),
    () => ({ name: plantText(planted) }),
    () => ({
      events: [
        {
          name: 'exception',
          timeUnixNano: '1741348800000000000',
          attributes: [attribute('exception.message', plantText(planted))],
        },
      ],
    }),
    ...[
      'langfuse.observation.input',
      'langfuse.observation.output',
      'langfuse.observation.metadata.note',
      'langfuse.trace.metadata.note',
      'langfuse.trace.input',
      'langfuse.observation.model.parameters',
      'gen_ai.tool.call.arguments',
      'gen_ai.input.messages',
      'app.custom',
      'langfuse.trace.name',
      'langfuse.release',
    ].map((key) => () => ({ attributes: [attribute(key, plantValue(planted))] })),
    () => ({
      attributes: [
        attribute(
          'http.request.header.authorization',
          (plantCredential(planted), planted.at(-1)?.core ?? ''),
        ),
      ],
    }),
  ];
  const span = {
    traceId: id,
    spanId: id.slice(16),
    name: 'span',
    startTimeUnixNano: '1741348800000000000',
    endTimeUnixNano: '1741348801000000000',
    ...pick(places)(),
  };
  return {
    resourceSpans: [
      {
        resource: { attributes: [attribute('service.name', pick(WORDS))] },
        scopeSpans: [{ scope: { name: pick(['langfuse-sdk', 'app']) }, spans: [span] }],
      },
    ],
  };
}

function eventRecord(planted: Planted[]): JsonValue {
  const id = letters(20, LOWER);
  const timestamp = '2025-03-07T12:00:00.000Z';
  const value = () => plantValue(planted);
  const text = () => plantText(planted);
  const trace = pick<() => JsonValue>([
    () => ({ input: value() }),
    () => ({ metadata: { a: value() } }),
    () => ({ tags: ['x', text()] }),
    () => ({ name: text() }),
    () => ({ release: text() }),
  ]);
  const observation = pick<() => JsonValue>([
    () => ({ input: value() }),
    () => ({ output: value() }),
    () => ({ metadata: { a: value() } }),
    () => ({ statusMessage: text() }),
    () => ({ modelParameters: { p: text() } }),
    () => ({ version: text() }),
  ]);
  const score = pick<() => JsonValue>([
    () => ({ comment: text() }),
    () => ({ value: text().slice(0, 500), dataType: 'CATEGORICAL' }),
    () => ({ metadata: { a: value() } }),
  ]);
  const events: readonly JsonValue[] = [
    { id: '1', type: 'trace-create', timestamp, body: { id, timestamp, ...(trace() as object) } },
    {
      id: '2',
      type: 'generation-create',
      timestamp,
      body: { id: `${id}-g`, traceId: id, startTime: timestamp, name: 'g', ...(observation() as object) },
    },
    {
      id: '3',
      type: 'score-create',
      timestamp,
      body: { id: `${id}-s`, traceId: id, name: 's', value: 1, ...(score() as object) },
    },
  ];
  return { batch: events };
}

/** Everything a store answers, as one text, in which JSON within text is unfolded. */
async function readAll({ traces }: ReferenceStore): Promise<string> {
  const { items } = await traces.listTraces({ limit: 1000 });
  const parts: unknown[] = [(await traces.listScores({ limit: 1000 })).items];
  for (const { id } of items) {
    const structure = await traces.readTrace(id);
    const observationIds = structure?.observations.map((observation) => observation.id) ?? [];
    parts.push(structure, await traces.readPayloads({ traceId: id, observationIds }));
  }
  return unfold(parts);
}

function unfold(value: unknown): string {
  if (typeof value !== 'object' || value === null) return unfoldText(String(value));
  return Object.entries(value)
    .map(([key, member]) => `${unfoldText(key)}\u0000${unfold(member)}`)
    .join('\u0000');
}

function unfoldText(text: string): string {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? `${text}\u0000${unfold(parsed)}` : text;
  } catch {
    return text;
  }
}

it.each([
  ['OTLP', otlpRecord],
  ['the event API', eventRecord],
])('finds every secret planted anywhere in 1,000 records sent over %s', async (_, makeRecord) => {
  const masking = { rules: Object.values(maskingRules) };
  const leaks: string[] = [];
  const lost: string[] = [];
  for (let record = 0; record < RECORDS; record += 1) {
    const planted: Planted[] = [];
    const body = new TextEncoder().encode(JSON.stringify(makeRecord(planted)));
    const store = referenceStore();
    const report = await createPipeline({ store, masking }).ingest({ body });
    expect(report).toMatchObject({ rejected: [], deadLetters: [] });
    const stored = await readAll(store);
    const plain = unfold((await parsePayload({ body })).patches);
    for (const { core, around } of planted) {
      if (stored.includes(core)) leaks.push(core);
      lost.push(...around.filter((word) => plain.includes(word) && !stored.includes(word)));
    }
  }

  expect(leaks).toEqual([]);
  expect(lost).toEqual([]);
});
