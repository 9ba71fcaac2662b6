import type { JsonObject } from '../../../model/json.ts';
import type { ToolDefinition } from '../../../model/tool-definition.ts';
import type { Milliseconds } from '../../../model/units.ts';
import type { Dice } from '../dice.ts';
import type { Slots } from '../fill-slots.ts';

/** What the order agent can do. */
export interface OrderTool {
  readonly name: string;
  readonly description: string;
  readonly duration: Milliseconds;
  readonly input: (slots: Slots) => JsonObject;
  readonly output: (slots: Slots, dice: Dice) => JsonObject;
}

export const ORDER_TOOLS: readonly [OrderTool, ...OrderTool[]] = [
  {
    name: 'get_order',
    description: 'Order with its items, payments and addresses.',
    duration: 130,
    input: ({ order }) => ({ order_id: order }),
    output: ({ order, product, amount, city, date }, dice) => ({
      order_id: order,
      status: dice.pick(['shipped', 'delivered', 'processing']),
      placed: date,
      items: [{ sku: `SKU-${dice.between(10_000, 99_999)}`, title: product, quantity: 1, price: amount }],
      payment: { method: dice.pick(['card', 'invoice', 'wallet']), captured: true, total: amount },
      ship_to: { city },
    }),
  },
  {
    name: 'track_parcel',
    description: 'Latest scans of a parcel.',
    duration: 640,
    input: ({ order, carrier }) => ({ order_id: order, carrier }),
    output: ({ carrier, city, date, soon }, dice) => ({
      carrier,
      tracking_no: `${dice.between(100_000, 999_999)}${dice.between(100_000, 999_999)}`,
      expected: soon,
      scans: [
        { at: date, place: 'Warehouse 2', event: 'handed over' },
        {
          at: date,
          place: city,
          event: dice.pick(['arrived at depot', 'missed connection', 'out for delivery']),
        },
      ],
    }),
  },
  {
    name: 'check_stock',
    description: 'Stock of a product, by warehouse and store.',
    duration: 90,
    input: ({ product, city }) => ({ product, near: city }),
    output: ({ city }, dice) => ({
      warehouse: dice.below(140),
      stores: [{ city, available: dice.below(6) }],
    }),
  },
  {
    name: 'search_policies',
    description: 'Passages of the policies that fit a question.',
    duration: 210,
    input: ({ product }) => ({ query: `return deadline ${product}` }),
    output: () => ({
      passages: [
        'Items can be returned within 30 days of delivery.',
        'Shipping fees are refunded when the promised date passed.',
      ],
    }),
  },
  {
    name: 'create_return',
    description: 'Creates a return with a label. Cannot be undone.',
    duration: 380,
    input: ({ order, product }) => ({ order_id: order, item: product, reason: 'not as expected' }),
    output: ({ order, soon }) => ({ return_id: `RT-${order}`, label: 'sent by email', hand_in_until: soon }),
  },
  {
    name: 'issue_voucher',
    description: 'Adds a voucher to the account of the customer. Needs a reason.',
    duration: 160,
    input: ({ fee }) => ({ value: fee, reason: 'late delivery', valid_months: 12 }),
    output: ({ fee }, dice) => ({ code: `THANKS-${dice.hex().slice(0, 6).toUpperCase()}`, value: fee }),
  },
  {
    name: 'update_address',
    description: 'Redirects a parcel that is on its way, within the same country.',
    duration: 450,
    input: ({ order, city }) => ({ order_id: order, pickup_point: `${city} Central` }),
    output: ({ carrier, soon }) => ({ accepted: true, carrier, new_date: soon }),
  },
];

export const ORDER_TOOL_DEFINITIONS: readonly ToolDefinition[] = ORDER_TOOLS.map(({ name, description }) => ({
  name,
  description,
  parameters: {
    type: 'object',
    properties: { order_id: { type: 'string' }, reason: { type: 'string' } },
    additionalProperties: true,
  },
}));
