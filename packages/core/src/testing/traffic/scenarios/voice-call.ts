import { callModel } from '../call-model.ts';
import { assistant, historyBefore, sayTurn, system, user } from '../dialogue.ts';
import { MODELS } from '../models.ts';
import { promptOf } from '../releases.ts';
import type { Answer, Run } from '../run.ts';
import { callTool } from './call-tool.ts';
import { ORDER_TOOLS } from './order-tools.ts';

/** Tokens of a second of speech, heard and spoken. */
const HEARD = 10;
const SPOKEN = 20;
/** Characters that a voice speaks in a second, by language. */
const PACE = { english: 15, chinese: 4.5 } as const;

/** A telephone call: minutes long, each utterance heard, thought about and spoken. */
export function voiceCall(run: Run): Answer | null {
  const { trace, dice, book, turn } = run;
  const { conversation } = turn;
  const { exchanges } = book.call;
  const utterances = dice.between(2, exchanges.length);
  let answer: Answer | null = null;
  const callId = `call-${dice.hex()}`;
  trace.around(
    {
      type: 'SPAN',
      name: 'voice-call',
      input: { greeting: book.call.greeting },
      metadata: { call_id: callId, codec: 'opus', direction: 'inbound' },
    },
    () => {
      trace.wait(900 + dice.below(1500));
      for (let index = 0; index < utterances; index += 1) {
        const { ask, answer: reply } = sayTurn(exchanges, conversation, index);
        trace.around(
          { type: 'CHAIN', name: 'utterance', input: ask, metadata: { number: index + 1 } },
          () => {
            answer = { observationId: exchange(run, index, ask, reply), text: reply };
            return { output: reply };
          },
        );
        trace.wait(1200 * dice.spread() + secondsOf(run, ask) * 400);
        if (dice.chance(0.07))
          trace.event({ name: 'barge-in', level: 'DEBUG', metadata: { after_ms: dice.between(300, 1900) } });
      }
      trace.event({ name: 'caller-hung-up', metadata: { utterances } });
      return {
        output: {
          duration_s: Math.round((trace.now - turn.startTime) / 1000),
          utterances,
          handed_over: dice.chance(0.12),
        },
      };
    },
  );
  return answer;
}

function exchange(run: Run, index: number, ask: string, reply: string): string {
  const { trace, dice, book, release, turn } = run;
  const heard = secondsOf(run, ask);
  trace.wait(heard * 1000);
  callModel(run, {
    name: 'transcribe',
    model: MODELS.transcribe,
    messages: [{ role: 'user', content: [{ type: 'input_audio', format: 'opus', seconds: heard }] }],
    answer: assistant(ask),
    audio: { input: heard * HEARD },
  });
  if (index === 0) {
    trace.step(
      {
        type: 'GUARDRAIL',
        name: 'caller-verification',
        input: { factor: 'phone-number' },
        output: { verified: true },
      },
      60 * dice.spread(),
    );
  }
  if (index > 0 && dice.chance(0.5)) callTool(run, ORDER_TOOLS[1] ?? ORDER_TOOLS[0]);
  const rules = release.isRegressed ? book.prompts.houseRules : '';
  const id = callModel(run, {
    name: 'reply',
    model: MODELS.realtime,
    messages: [
      system(book.call.persona + rules),
      ...historyBefore(book.call.exchanges, turn.conversation, index),
      user(ask),
    ],
    answer: assistant(reply),
    prompt: promptOf('voice-persona', release),
    temperature: 0.6,
    audio: { input: heard * HEARD },
  });
  callModel(run, {
    name: 'speak',
    model: MODELS.speech,
    messages: [user(reply)],
    answer: {
      role: 'assistant',
      content: [{ type: 'output_audio', format: 'opus', seconds: secondsOf(run, reply) }],
    },
    audio: { output: secondsOf(run, reply) * SPOKEN },
  });
  return id;
}

function secondsOf(run: Run, text: string): number {
  return Math.max(1, Math.round(text.length / PACE[run.turn.conversation.customer.tenant.language]));
}
