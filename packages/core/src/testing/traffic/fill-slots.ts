import type { EpochMs } from '../../model/units.ts';
import type { Customer } from './company.ts';
import type { Dice } from './dice.ts';
import { PHRASEBOOKS } from './phrasebooks.ts';
import { DAY } from './rhythm.ts';

/** What a conversation is about: its texts' slots are filled with these. */
export interface Slots {
  readonly name: string;
  readonly product: string;
  /** Something else of the same shop. */
  readonly other: string;
  readonly order: string;
  /** Some days ago. */
  readonly date: string;
  /** Some days ahead. */
  readonly soon: string;
  readonly carrier: string;
  readonly city: string;
  readonly amount: string;
  readonly fee: string;
  readonly reason: string;
}

/** A case of a customer. */
export function drawSlots(dice: Dice, { name, tenant }: Customer, asked: EpochMs): Slots {
  const book = PHRASEBOOKS[tenant.language];
  const products = book.products[tenant.goods];
  const index = dice.below(products.length);
  const printDate = tenant.language === 'chinese' ? printChineseDate : printEnglishDate;
  return {
    name,
    product: products[index] ?? products[0],
    other: products[(index + 1) % products.length] ?? products[0],
    order: `${tenant.id.slice(0, 2).toUpperCase()}-${dice.between(104_000, 998_999)}`,
    date: printDate(new Date(asked - dice.between(2, 12) * DAY)),
    soon: printDate(new Date(asked + dice.between(2, 6) * DAY)),
    carrier: dice.pick(book.carriers),
    city: dice.pick(book.cities),
    amount: `${tenant.currency}${dice.between(24, 420)}.${dice.pick(['00', '50', '90', '95'])}`,
    fee: `${tenant.currency}${dice.pick(['4.90', '5.90', '6.50', '9.90'])}`,
    reason: dice.pick(book.refund.reasons),
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function printEnglishDate(date: Date): string {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`;
}

function printChineseDate(date: Date): string {
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

/** The text with its `{slots}` filled. */
export function fillSlots(text: string, slots: Slots): string {
  let filled = '';
  let end = 0;
  for (let open = text.indexOf('{'); open !== -1; open = text.indexOf('{', open + 1)) {
    const close = text.indexOf('}', open);
    const value = slots[text.slice(open + 1, close) as keyof Slots] as string | undefined;
    // Braces of JSON in a prompt are no slots.
    if (value === undefined) continue;
    filled += text.slice(end, open) + value;
    end = close + 1;
  }
  return filled + text.slice(end);
}
