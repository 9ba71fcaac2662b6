import type { UserId } from '../../model/ids.ts';
import type { Dice } from './dice.ts';
import { scatter } from './dice.ts';
import type { Goods, Language } from './phrasebook.ts';
import { PHRASEBOOKS } from './phrasebooks.ts';

/**
 * The company behind the traffic sells an assistant to online shops. A tenant is such a shop; its customers are the
 * users.
 */
export interface Tenant {
  readonly id: string;
  readonly plan: 'enterprise' | 'business' | 'starter';
  readonly region: 'eu' | 'us' | 'cn';
  readonly language: Language;
  readonly goods: Goods;
  readonly currency: string;
  /** Hours east of Greenwich. */
  readonly utcOffset: number;
  /** Share of the users. */
  readonly weight: number;
}

const TENANTS: readonly [Tenant, ...Tenant[]] = [
  { id: 'fjord-outdoor', plan: 'enterprise', region: 'eu', goods: 'outdoor', weight: 26, ...european() },
  { id: 'maple-home', plan: 'enterprise', region: 'us', goods: 'home', weight: 17, ...american() },
  { id: 'qingfeng-home', plan: 'enterprise', region: 'cn', goods: 'home', weight: 14, ...chinese() },
  { id: 'volt-and-byte', plan: 'business', region: 'eu', goods: 'electronics', weight: 13, ...european() },
  { id: 'yunshan-tea', plan: 'business', region: 'cn', goods: 'kitchen', weight: 9, ...chinese() },
  { id: 'copper-kettle', plan: 'business', region: 'us', goods: 'kitchen', weight: 8, ...american() },
  { id: 'ridge-and-trail', plan: 'starter', region: 'us', goods: 'outdoor', weight: 6, ...american() },
  { id: 'xinghe-digital', plan: 'starter', region: 'cn', goods: 'electronics', weight: 4, ...chinese() },
  { id: 'lamplight', plan: 'starter', region: 'eu', goods: 'home', weight: 3, ...european() },
];

function european() {
  return { currency: '€', language: 'english', utcOffset: 1 } as const;
}

function american() {
  return { currency: '$', language: 'english', utcOffset: -5 } as const;
}

function chinese() {
  return { currency: '¥', language: 'chinese', utcOffset: 8 } as const;
}

export interface Customer {
  readonly id: UserId;
  /** As an answer greets them. */
  readonly name: string;
  readonly tenant: Tenant;
}

/** Who asks: a fifth of the customers ask half of all questions. */
export function pickCustomer(dice: Dice, customers: number): Customer {
  const fraction = dice.fraction();
  return customerOf(Math.floor(customers * fraction * fraction * (0.5 + fraction / 2)));
}

/** Who is behind a rank, always the same person. */
function customerOf(rank: number): Customer {
  const tenant = tenantOf(scatter(rank) / 2 ** 32);
  const { people } = PHRASEBOOKS[tenant.language];
  const person = people[scatter(rank + 77) % people.length] ?? people[0];
  return { id: `${person.handle}.${100 + rank}@${tenant.id}.example`, name: person.name, tenant };
}

/** A shop, the big ones more often. */
export function pickTenant(dice: Dice): Tenant {
  return dice.pickWeighted(TENANTS);
}

function tenantOf(fraction: number): Tenant {
  let left = fraction * TENANTS.reduce((sum, { weight }) => sum + weight, 0);
  return TENANTS.find(({ weight }) => (left -= weight) < 0) ?? TENANTS[0];
}
