import { tool } from '@langchain/core/tools';
import type { StructuredToolInterface } from '@langchain/core/tools';
import { z } from 'zod';
import { pause } from './pause.ts';

/** The tools of the shop, which take their time: at a pace of 1 some hundred milliseconds each, at 0 none. */
export function shopTools(pace: number): readonly StructuredToolInterface[] {
  return [
    tool(
      async ({ order }, { signal }) => {
        await pause(350 * pace, signal);
        return JSON.stringify({ order, item: 'desk lamp "Halo", brass', delivered: '2 days ago', price: 89 });
      },
      {
        name: 'look_up_order',
        description: 'What was ordered, and when it came.',
        schema: z.object({ order: z.string() }),
      },
    ),
    tool(
      async ({ topic }, { signal }) => {
        await pause(550 * pace, signal);
        return JSON.stringify([
          {
            title: 'Damaged on arrival',
            text: 'Replace at no cost within 30 days. No return of broken glass.',
          },
          { title: 'Express', text: 'Free for replacements.' },
        ]).concat(` (${topic})`);
      },
      {
        name: 'search_policies',
        description: "Passages of the shop's policies.",
        schema: z.object({ topic: z.string() }),
      },
    ),
    tool(
      async ({ item }, { signal }) => {
        await pause(300 * pace, signal);
        return JSON.stringify({ item, inStock: 7, warehouse: 'Leipzig' });
      },
      {
        name: 'check_stock',
        description: 'How many of an item there are, and where.',
        schema: z.object({ item: z.string() }),
      },
    ),
    tool(
      async ({ to, service }, { signal }) => {
        await pause(700 * pace, signal);
        return JSON.stringify({ to, service, arrives: 'Thursday', cost: 0 });
      },
      {
        name: 'quote_delivery',
        description: 'When something would arrive, and at which cost.',
        schema: z.object({ to: z.string(), service: z.enum(['standard', 'express']) }),
      },
    ),
  ];
}
