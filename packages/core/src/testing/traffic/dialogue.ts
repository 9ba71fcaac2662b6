import type { JsonObject } from '../../model/json.ts';
import { Dice, scatter } from './dice.ts';
import { fillSlots } from './fill-slots.ts';
import type { Exchange } from './phrasebook.ts';
import type { Conversation } from './run.ts';

/** What was said in a turn. */
export interface Said {
  readonly ask: string;
  readonly answer: string;
}

/** A turn of a conversation, the same however often somebody looks. */
export function sayTurn(
  exchanges: readonly [Exchange, ...Exchange[]],
  conversation: Conversation,
  index: number,
): Said {
  const dice = new Dice(scatter(conversation.seed + index));
  const { ask, answer } = exchanges[index % exchanges.length] ?? exchanges[0];
  return {
    ask: fillSlots(dice.pick(ask), conversation.slots),
    answer: fillSlots(dice.pick(answer), conversation.slots),
  };
}

/** The messages of the turns before one. */
export function historyBefore(
  exchanges: readonly [Exchange, ...Exchange[]],
  conversation: Conversation,
  index: number,
): JsonObject[] {
  return Array.from({ length: index }, (_, turn) => sayTurn(exchanges, conversation, turn)).flatMap(
    ({ ask, answer }) => [user(ask), assistant(answer)],
  );
}

export function system(content: string): JsonObject {
  return { role: 'system', content };
}

export function user(content: string): JsonObject {
  return { role: 'user', content };
}

export function assistant(content: string): JsonObject {
  return { role: 'assistant', content };
}
