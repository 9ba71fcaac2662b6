import { totalCost } from '../analysis/usage/total-cost.ts';
import type { ObservationPatch } from '../model/patch.ts';
import type { EpochMs } from '../model/units.ts';
import type { Filter } from '../query/filter.ts';
import { throwIfAborted } from '../store/call-options.ts';
import type { CallOptions } from '../store/call-options.ts';
import type { TraceStore } from '../store/trace-store.ts';
import type { Pricer } from './create-pricer.ts';
import { hasAmounts } from './has-amounts.ts';
import { costPatch, priceAgain } from './price-again.ts';
import type { PricedAgain } from './price-again.ts';
import { RepricingTally } from './repricing-report.ts';
import type { RepricingReport } from './repricing-report.ts';

export interface RepriceOptions extends CallOptions {
  readonly pricer: Pricer;
  /**
   * Which observations, by the fields of the observations view, such as
   * `{ field: 'startTime', op: '>=', value: Date.parse('2026-01-01') }`. Default: all.
   */
  readonly filter?: Filter | undefined;
  /** Of which traces, by the fields of the traces view. Default: all. */
  readonly traces?: Filter | undefined;
  /** Called after each page of observations, with how many of the range were looked at so far. */
  readonly onProgress?: ((observations: number) => void) | undefined;
}

export interface RepriceWriteOptions extends RepriceOptions {
  /**
   * Event time of the new costs. Of costs computed for one observation, the later wins by the merge rules, so a second
   * pricing needs a later time than the first. Default: now.
   */
  readonly at?: EpochMs | undefined;
}

/**
 * Prices a range anew and keeps the result: costs that were computed here before, and calls that had no price. Costs
 * that a client sent are never touched, nor is a cost whose model the pricer no longer knows.
 *
 * New costs are patches like any other: updates with the event time `at`, or that of the observation's end where a
 * client's clock ran ahead. Nothing is written for a call whose cost stays, so pricing twice with one pricer writes
 * once. What was written stays written when the call is aborted; calling again does the rest.
 *
 * @throws StoreError - `unsupported` for a read-only store, `aborted`, and what the store's methods throw.
 */
export async function repriceObservations(
  store: TraceStore,
  options: RepriceWriteOptions,
): Promise<RepricingReport> {
  const { at = Date.now(), signal } = options;
  const tally = new RepricingTally();
  for await (const page of repricedPages(store, options)) {
    const patches: ObservationPatch[] = [];
    for (const item of page) {
      count(tally, item);
      if (item.outcome === 'changed') patches.push(costPatch(item.observation, item.answer, at));
    }
    for (let from = 0; from < patches.length; from += store.capabilities.maxBatch) {
      await store.write(patches.slice(from, from + store.capabilities.maxBatch), { signal });
    }
  }
  return tally.report();
}

/** What {@link repriceObservations} would come to, with any list, without writing anything. */
export async function previewRepricing(store: TraceStore, options: RepriceOptions): Promise<RepricingReport> {
  const tally = new RepricingTally();
  for await (const page of repricedPages(store, options)) for (const item of page) count(tally, item);
  return tally.report();
}

/** Payloads are read along with a page: few enough to hold, enough to keep a store busy. */
const PAGE_SIZE = 200;

async function* repricedPages(
  store: TraceStore,
  { pricer, filter, traces, onProgress, signal }: RepriceOptions,
): AsyncGenerator<readonly PricedAgain[]> {
  let cursor: string | undefined;
  let seen = 0;
  do {
    throwIfAborted({ signal });
    const order = { field: 'startTime', direction: 'asc' } as const;
    const page = await store.listObservations(
      { filter, traces, order, limit: PAGE_SIZE, cursor },
      { signal },
    );
    const observations = page.items.filter(({ usage, cost }) => hasAmounts(usage) || hasAmounts(cost));
    yield await priceAgain(store, observations, { pricer, signal });
    seen += page.items.length;
    onProgress?.(seen);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function count(tally: RepricingTally, item: PricedAgain): void {
  const before = totalCost(item.observation.cost);
  const after = item.outcome === 'changed' ? totalCost(item.answer.cost) : before;
  // Of a range, what names no model has no price either.
  // An old cost is better than none: what a new list does not know keeps what it has.
  const isUnknown = item.outcome === 'skipped' || item.outcome === 'outdated';
  const outcome = isUnknown ? 'unpriced' : item.outcome;
  tally.add(item.observation.model, outcome, before, after);
}
