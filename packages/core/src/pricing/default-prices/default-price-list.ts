import type { PriceList } from '../price-list.ts';
import { expandRow } from './price-row.ts';
import { PRICE_ROWS, PRICES_DATE } from './price-rows.ts';

/** Expanded once, however many pricers use it. */
export const DEFAULT_PRICE_LIST: PriceList = {
  name: 'oriel-defaults',
  date: PRICES_DATE,
  rules: PRICE_ROWS.map(expandRow),
};
