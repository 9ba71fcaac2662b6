import type { PriceList } from '../price-list.ts';

/**
 * What the well-known vendors charge, as published on the list's `date`. Nothing is fetched: the list is part of this
 * package, in a file of its own that is loaded when first asked for (11 kB compressed).
 *
 * Only names under which a vendor itself sells a model are in it, with the vendor in front or not
 * (`openai/gpt-4o`): resellers charge what they like. Put rules of your own before it, see `createPricer`.
 */
export async function loadDefaultPrices(): Promise<PriceList> {
  const { DEFAULT_PRICE_LIST } = await import('./default-price-list.ts');
  return DEFAULT_PRICE_LIST;
}
