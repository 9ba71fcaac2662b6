import type { JsonValue } from '../../model/json.ts';
import type { ToolDefinition } from '../../model/tool-definition.ts';
import type { ChatMessage } from '../chat/chat-message.ts';
import { pairToolResults } from '../chat/pair-tool-results.ts';
import type { TurnContent, TurnSide } from './turn-content.ts';

/** What is said in one turn of a session. */
export interface TurnConversation {
  /** Said in this turn, each tool call with its result. */
  readonly messages: readonly ChatMessage[];
  /** Sent along by this turn, but said in an earlier one. */
  readonly repeated: readonly ChatMessage[];
  readonly tools: readonly ToolDefinition[];
  /** What of the input is no message; `null` when nothing is. */
  readonly input: JsonValue;
  /** What of the output is no message; `null` when nothing is. */
  readonly output: JsonValue;
}

/** How many turns back a conversation is looked for: turns of another kind may stand between. */
export const TURNS_BACK = 3;

/**
 * The messages of a turn without those that it merely repeats of the turns before: most applications send the whole
 * history with every request, and some answer with it.
 *
 * ```
 *   turn 1   input  [system, u1]            output a1                  says  system, u1, a1
 *   turn 2   input  [system, u1, a1, u2]    output a2                  says  u2, a2
 *   turn 3   input  u3                      output [u1 … a2, u3, a3]   says  u3, a3
 * ```
 *
 * What users say last is never taken for a repetition, however often they say it, nor is the last message of an output.
 *
 * @param before - the turns before, the latest last; only {@link TURNS_BACK} of them are looked at.
 */
export function turnConversation(
  { input, output }: TurnContent,
  before: readonly TurnContent[],
): TurnConversation {
  const each = before.slice(-TURNS_BACK).map((turn) => [...turn.input.keys, ...turn.output.keys]);
  // One turn sends all that came before, or every turn only what is new.
  const histories = each.length > 1 ? [...each.toReversed(), each.flat()] : each;
  const inputRepeats = best(histories.map((known) => repeatsOf(input, known, lastAnswer(input))));
  const known = histories.map((history) => [...history, ...input.keys]);
  const asked = known.length === 0 ? [input.keys] : known;
  const outputRepeats = best(asked.map((keys) => repeatsOf(output, keys, output.messages.length - 1)));

  const isNew = (repeats: readonly boolean[]) => (_: ChatMessage, place: number) => !repeats[place];
  const isOld = (repeats: readonly boolean[]) => (_: ChatMessage, place: number) => repeats[place] === true;
  return {
    messages: pairToolResults([
      ...input.messages.filter(isNew(inputRepeats)),
      ...output.messages.filter(isNew(outputRepeats)),
    ]),
    // What an output repeats of its own input is no news twice.
    repeated: input.messages.filter(isOld(inputRepeats)),
    tools: input.tools.length > 0 ? input.tools : output.tools,
    input: input.rest,
    output: output.rest,
  };
}

/** Everything before the end of what was said already is repeated; instructions wherever they stand. */
function repeatsOf({ messages, keys }: TurnSide, known: readonly string[], most: number): boolean[] {
  const places = new Map<string, number[]>();
  for (const [place, key] of known.entries()) {
    const list = places.get(key);
    if (list) list.push(place);
    else places.set(key, [place]);
  }
  let from = 0;
  let end = 0;
  for (const [place, key] of keys.entries()) {
    if (isInstruction(messages[place])) continue;
    const found = places.get(key)?.find((candidate) => candidate >= from);
    if (found === undefined) continue;
    from = found + 1;
    end = place + 1;
  }
  return messages.map((message, place) =>
    isInstruction(message) ? places.has(keys[place] ?? '') : place < Math.min(end, most),
  );
}

function isInstruction(message: ChatMessage | undefined): boolean {
  return message?.role === 'system' || message?.role === 'developer';
}

/** How many messages there are up to the last that is neither a user's nor an instruction. */
function lastAnswer({ messages }: TurnSide): number {
  return messages.findLastIndex((message) => message.role !== 'user' && !isInstruction(message)) + 1;
}

function best(candidates: readonly (readonly boolean[])[]): readonly boolean[] {
  const count = (repeats: readonly boolean[]) => repeats.filter(Boolean).length;
  return candidates.reduce((most, repeats) => (count(repeats) > count(most) ? repeats : most), []);
}
