import type { ScriptedReply } from './scripted-model.ts';

/** What the model says, by who it is in the graph. The reviewer sends the first draft back. */
export const SHOP_SCRIPT = {
  triage: [{ text: 'damaged on arrival' }],
  assistant: [
    {
      text: 'I look up the order and what our policies say.',
      toolCalls: [
        { name: 'look_up_order', args: { order: '4711' } },
        { name: 'search_policies', args: { topic: 'damaged on arrival' } },
      ],
    },
    {
      text: 'It may be replaced. Is there one, and when would it arrive?',
      toolCalls: [
        { name: 'check_stock', args: { item: 'Halo, brass' } },
        { name: 'quote_delivery', args: { to: 'Bremen', service: 'express' } },
      ],
    },
    { text: 'We are sorry about your lamp. A new one is on its way to you at no cost.' },
    {
      text: 'We are sorry about your lamp. A new one arrives on Thursday at no cost, and you need not send the broken one back.',
    },
  ],
  review: [{ text: 'revise: name the day, and say what becomes of the broken lamp' }, { text: 'send' }],
} satisfies Record<string, readonly ScriptedReply[]>;
