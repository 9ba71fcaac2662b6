import type { JsonObject } from '../../model/json.ts';
import { scatter } from './dice.ts';
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
  // The same variant in every turn: questions and answers belong together, and to what was said before.
  const variant = scatter(conversation.seed + 7) % 2;
  const { ask, answer } = exchanges[index % exchanges.length] ?? exchanges[0];
  return {
    ask: fillSlots(ask[variant % ask.length] ?? ask[0], conversation.slots),
    answer: fillSlots(answer[variant % answer.length] ?? answer[0], conversation.slots),
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
