/**
 * Writes the default price list from the data of `@pydantic/genai-prices` (MIT) and from what that does not know.
 * Run `npm run prices` after updating the package and `PUBLISHED`; read the diff before you commit it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { findProvider } from '@pydantic/genai-prices';
import type { MatchLogic, ModelInfo, ModelPrice, Provider } from '@pydantic/genai-prices';
import { checkPriceList } from '@oriel/core/pricing';

/** When the installed version was published: `npm view @pydantic/genai-prices time`. */
const PUBLISHED = '2026-09-23';

const TARGET = new URL('../packages/core/src/pricing/default-prices/price-rows.ts', import.meta.url);

/**
 * Vendors that sell models under names of their own, with what gateways put in front of these names. Where two use
 * the same name, the earlier counts. Resellers are left out: their prices are their own.
 */
const VENDORS: readonly (readonly [id: string, ...prefixes: string[]])[] = [
  ['openai', 'openai', 'azure'],
  ['anthropic', 'anthropic', 'vertex_ai'],
  ['google', 'google', 'gemini', 'vertex_ai', 'models'],
  ['mistral', 'mistral', 'mistralai'],
  ['deepseek', 'deepseek'],
  ['x-ai', 'xai', 'x-ai'],
  ['cohere', 'cohere'],
  ['moonshotai', 'moonshot', 'moonshotai'],
  ['perplexity', 'perplexity'],
  ['aws', 'bedrock'],
  ['groq', 'groq'],
  ['cerebras', 'cerebras'],
  ['zai', 'zai', 'z-ai'],
  ['minimax', 'minimax'],
  ['voyageai', 'voyage', 'voyageai'],
];

/** What the package calls a price, and what `price-row.ts` does. */
const UNITS = {
  input_mtok: 'input',
  output_mtok: 'output',
  cache_read_mtok: 'cacheRead',
  cache_write_mtok: 'cacheWrite',
  cache_write_1h_mtok: 'cacheWrite1h',
  output_reasoning_mtok: 'reasoning',
  input_audio_mtok: 'inputAudio',
  cache_audio_read_mtok: 'cacheReadAudio',
  output_audio_mtok: 'outputAudio',
  input_image_mtok: 'inputImage',
  output_image_mtok: 'outputImage',
  web_searches_kcount: 'webSearches',
} as const;

type VendorPrices = Partial<Record<(typeof UNITS)[keyof typeof UNITS], number>>;

/** A row as the file has it; whether `price-row.ts` agrees, the type checker says of the file. */
interface PriceRow {
  readonly id: string;
  readonly match: string;
  readonly from?: string;
  readonly prices: VendorPrices;
  readonly above?: readonly (readonly [inputTokens: number, prices: VendorPrices])[];
  readonly service?: Readonly<Record<string, VendorPrices>>;
}

/**
 * Service tiers that the package does not know, as OpenAI publishes them. Only those we have a second source for; calls
 * of other tiers cost what the standard tier costs, and say so in their provenance.
 */
const SERVICE_TIERS: Readonly<Record<string, Readonly<Record<string, VendorPrices>>>> = {
  'gpt-4o': { priority: { input: 4.25, cacheRead: 2.125, output: 17 } },
  'gpt-4o-mini': { priority: { input: 0.25, cacheRead: 0.125, output: 1 } },
  'gpt-4.1': { priority: { input: 3.5, cacheRead: 0.875, output: 14 } },
  'gpt-5': { flex: { input: 0.625, cacheRead: 0.0625, output: 5 } },
  o3: { flex: { input: 1, cacheRead: 0.25, output: 4 } },
};

const rows = VENDORS.flatMap(([id, ...prefixes]) => {
  const provider = findProvider({ providerId: id });
  if (provider === undefined) throw new Error(`The package no longer knows the provider ${id}.`);
  const ofVendor = provider.models.flatMap((model) => rowsOf(provider, model, prefixes));
  return id === 'openai'
    ? [...ofVendor, ...provider.models.flatMap((model) => snapshotRows(model, ofVendor))]
    : ofVendor;
});
checkRows();
writeFileSync(TARGET, fileText());
process.stdout.write(`${rows.length} rows\n`);

function rowsOf(provider: Provider, model: ModelInfo, prefixes: readonly string[]): PriceRow[] {
  const match = `(?i)${wholeName(model.match, prefixes)}`;
  const versions = Array.isArray(model.prices) ? model.prices : [{ prices: model.prices }];
  return versions.flatMap(({ constraint, prices }, index) => {
    // Prices by the time of day would need a condition of their own; the regular price stands for them.
    if (constraint?.type === 'time_of_date') return [];
    const from = constraint?.start_date;
    const row = priceRow(prices);
    const isLatest = index === versions.length - 1;
    const service = provider.id === 'openai' && isLatest ? SERVICE_TIERS[model.id] : undefined;
    if (row === undefined) return [];
    const suffix = from === undefined ? '' : ` from ${from}`;
    return [
      {
        id: `${provider.id}/${model.id}${suffix}`,
        match,
        ...(from === undefined ? undefined : { from }),
        ...row,
        ...(service === undefined ? undefined : { service: complete(service, row.prices) }),
      },
    ];
  });
}

/**
 * Dated snapshots that nobody listed: OpenAI charges for them what the name without a date costs. Behind all rows
 * that name a snapshot.
 */
function snapshotRows({ id, match }: ModelInfo, ofVendor: readonly PriceRow[]): PriceRow[] {
  const parts = 'or' in match ? match.or : [match];
  const names = parts
    .flatMap((part) => ('equals' in part ? [part.equals] : []))
    .filter((name) => !/\d{4}/.test(name));
  if (names.length === 0) return [];
  const start = wholeName({ or: names.map((name) => ({ starts_with: name })) }, ['openai', 'azure']);
  return ofVendor
    .filter((row) => row.id === `openai/${id}` || row.id.startsWith(`openai/${id} from `))
    .map((row) => ({ ...row, id: `${row.id} snapshot`, match: `(?i)${start}-\\d{4}-\\d{2}-\\d{2}$` }));
}

/** Service tiers change some prices; the rest stays. */
function complete(service: Readonly<Record<string, VendorPrices>>, standard: VendorPrices) {
  return Object.fromEntries(Object.entries(service).map(([name, tier]) => [name, { ...standard, ...tier }]));
}

function priceRow(prices: ModelPrice): Pick<PriceRow, 'prices' | 'above'> | undefined {
  const starts = new Set<number>();
  for (const price of Object.values(prices)) {
    if (typeof price === 'object') for (const tier of price.tiers) starts.add(tier.start);
  }
  const base = pricesFrom(prices, 0);
  if (base.input === undefined && base.output === undefined) return undefined;
  const above = [...starts]
    .toSorted((a, b) => a - b)
    .map((start) => [start, pricesFrom(prices, start)] as const);
  return above.length === 0 ? { prices: base } : { prices: base, above };
}

/** The prices that hold where the input is larger than `start` and no larger than the next. */
function pricesFrom(prices: ModelPrice, start: number): VendorPrices {
  const found: VendorPrices = {};
  for (const [unit, kind] of Object.entries(UNITS)) {
    const price = prices[unit];
    if (price !== undefined) found[kind] = typeof price === 'number' ? price : tierPrice(price, start);
  }
  return found;
}

function tierPrice({ base, tiers }: Exclude<ModelPrice[string], number | undefined>, start: number): number {
  const reached = tiers.filter((tier) => tier.start <= start).toSorted((a, b) => b.start - a.start);
  return reached[0]?.price ?? base;
}

/** A pattern that finds a name from its beginning on, behind a prefix or not. */
function wholeName(match: MatchLogic, prefixes: readonly string[]): string {
  return `^(?:(?:${prefixes.map(escaped).join('|')})/)?${fromHere(match)}`;
}

/** The match as a pattern at the place where the name begins. */
function fromHere(match: MatchLogic): string {
  if ('equals' in match) return `${escaped(match.equals)}$`;
  if ('starts_with' in match) return escaped(match.starts_with);
  if ('ends_with' in match) return `.*${escaped(match.ends_with)}$`;
  if ('contains' in match) return `.*${escaped(match.contains)}`;
  if ('regex' in match) return fromHereRegex(match.regex);
  if ('and' in match) return match.and.map((part) => `(?=${fromHere(part)})`).join('');
  return anyOf(match.or);
}

function fromHereRegex(regex: string): string {
  if (/^\^[^|]*$/.test(regex)) return regex.slice(1);
  return regex.startsWith('^') ? `(?:${regex.slice(1)})` : `.*(?:${regex})`;
}

/** Names of one kind share what they have in common, which keeps patterns short and quick. */
function anyOf(parts: readonly MatchLogic[]): string {
  const equal = parts.flatMap((part) => ('equals' in part ? [escaped(part.equals)] : []));
  const inside = parts.flatMap((part) => ('contains' in part ? [escaped(part.contains)] : []));
  const rest = parts.filter((part) => !('equals' in part) && !('contains' in part));
  const choices = [
    ...(equal.length === 0 ? [] : [`(?:${equal.join('|')})$`]),
    ...rest.map(fromHere),
    ...(inside.length === 0 ? [] : [`.*(?:${inside.join('|')})`]),
  ];
  return choices.length === 1 ? choices.join('') : `(?:${choices.join('|')})`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('\\/', '/');
}

/** Every pattern is one that a pricer takes, and finds just the names that the package's own rule finds. */
function checkRows(): void {
  const tier = { name: 'standard', isDefault: true, priority: 0, conditions: [], prices: {} };
  const rules = rows.map(({ id, match, from }) => ({
    id,
    matchPattern: match,
    startDate: from,
    tiers: [tier],
  }));
  const [problem] = checkPriceList({ name: 'defaults', date: PUBLISHED, rules });
  if (problem !== undefined) throw new Error(`${problem.path} ${problem.message}`);

  const models = VENDORS.flatMap(([id]) => findProvider({ providerId: id })?.models ?? []);
  const names = models.flatMap(sampleNames);
  checkVendors(names);
  for (const { id, match } of models) {
    const pattern = new RegExp(`^${fromHere(match)}`, 'i');
    const name = names.find((candidate) => pattern.test(candidate) !== isMatch(match, candidate));
    if (name !== undefined) throw new Error(`${id}: ${pattern.source} disagrees about ${name}.`);
  }
}

/** A dated rule beats an undated one, so one vendor's could hide another's that stands before it. */
function checkVendors(names: readonly string[]): void {
  for (const name of names) {
    const found = rows.filter(({ match }) => new RegExp(match.slice('(?i)'.length), 'i').test(name));
    const latest = found.toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))[0];
    if (vendorOf(latest) !== vendorOf(found[0])) {
      throw new Error(`${name} is sold by ${vendorOf(found[0])}, but ${latest?.id} would price it.`);
    }
  }
}

function vendorOf(row: PriceRow | undefined): string | undefined {
  return row?.id.split('/')[0];
}

function sampleNames({ id, match }: ModelInfo): string[] {
  return [id, ...texts(match).flatMap((text) => [text, `${text}-2025-01-01`, `us.${text}-v1:0`])].map(
    (name) => name.toLowerCase(),
  );
}

function texts(match: MatchLogic): string[] {
  if ('or' in match) return match.or.flatMap(texts);
  if ('and' in match) return match.and.flatMap(texts);
  return 'regex' in match ? [] : Object.values(match);
}

function isMatch(match: MatchLogic, name: string): boolean {
  if ('equals' in match) return name === match.equals.toLowerCase();
  if ('starts_with' in match) return name.startsWith(match.starts_with.toLowerCase());
  if ('ends_with' in match) return name.endsWith(match.ends_with.toLowerCase());
  if ('contains' in match) return name.includes(match.contains.toLowerCase());
  if ('regex' in match) return new RegExp(match.regex, 'i').test(name);
  if ('and' in match) return match.and.every((part) => isMatch(part, name));
  return match.or.some((part) => isMatch(part, name));
}

function fileText(): string {
  const { devDependencies } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { devDependencies: Record<string, string> };
  const version = devDependencies['@pydantic/genai-prices'] ?? '';
  return [
    '// Written by `npm run prices`; changes by hand are lost.',
    `// From @pydantic/genai-prices ${version} (https://github.com/pydantic/genai-prices), MIT License,`,
    '// Copyright (c) Pydantic Services Inc., and the price pages of the vendors named in scripts/default-prices.ts.',
    "import type { PriceRow } from './price-row.ts';",
    '',
    `export const PRICES_DATE = '${PUBLISHED}';`,
    '',
    'export const PRICE_ROWS: readonly PriceRow[] = [',
    ...rows.map((row) => `  ${JSON.stringify(row)},`),
    '];',
    '',
  ].join('\n');
}
