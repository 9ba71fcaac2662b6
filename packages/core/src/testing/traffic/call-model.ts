import type { ObservationId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PromptLink } from '../../model/observation.ts';
import type { ToolDefinition } from '../../model/tool-definition.ts';
import type { Tokens } from '../../model/units.ts';
import type { Model } from './models.ts';
import type { Language } from './phrasebook.ts';
import type { Run } from './run.ts';
import { strikes } from './run.ts';
import { StepFailed } from './trace-recorder.ts';
import type { ObservationFields } from './trace-recorder.ts';
import { usageFields } from './usage.ts';

export interface ModelCall {
  readonly name: string;
  readonly model: Model;
  readonly messages: readonly JsonObject[];
  /** The message that comes back. */
  readonly answer: JsonObject;
  readonly prompt?: PromptLink | undefined;
  readonly tools?: readonly ToolDefinition[] | undefined;
  readonly temperature?: number | undefined;
  readonly audio?: { readonly input?: Tokens; readonly output?: Tokens } | undefined;
}

/** Tokens of a tool's description and schema. */
const TOKENS_PER_TOOL = 62;
/** Prompts shorter than this are not cached. */
const LEAST_CACHED: Tokens = 200;

/**
 * Records a call of a model. Vendors have bad moments: a call may be turned away and tried again, or fail for good.
 *
 * @throws StepFailed - it failed for good.
 */
export function callModel(run: Run, call: ModelCall): ObservationId {
  const { trace, dice } = run;
  const asked = describe(call);
  if (strikes(run, 'timeout')) {
    const message = 'APITimeoutError: Request timed out after 60 s';
    trace.step({ ...asked, level: 'ERROR', statusMessage: message }, 60_000 + dice.below(40));
    throw new StepFailed(message);
  }
  if (strikes(run, 'overload')) return beTurnedAway(run, call, 3);
  if (strikes(run, 'rate-limit')) beTurnedAway(run, call, dice.between(1, 2));
  return answer(run, call, asked);
}

function beTurnedAway(run: Run, call: ModelCall, times: number): ObservationId {
  const { trace, dice } = run;
  const isForGood = times > 2;
  const message = isForGood
    ? 'OverloadedError: 529 the model is overloaded, try again later'
    : `RateLimitError: 429 rate limit reached for ${call.model.name}: limit 800,000 tokens a minute`;
  let last: ObservationId = '';
  for (let attempt = 1; attempt <= times; attempt += 1) {
    const level = isForGood && attempt === times ? 'ERROR' : 'WARNING';
    const metadata = { attempt, retry_after_ms: 500 * 2 ** attempt };
    last = trace.step({ ...describe(call), level, statusMessage: message, metadata }, dice.between(90, 400));
    if (attempt < times || !isForGood) trace.wait(metadata.retry_after_ms + dice.below(300));
  }
  if (isForGood) throw new StepFailed(message);
  return last;
}

function answer(run: Run, call: ModelCall, asked: ObservationFields): ObservationId {
  const { trace, dice, release } = run;
  const { model, audio } = call;
  const { language } = run.turn.conversation.customer.tenant;
  const input = 7 + countTokens(call.messages, language) + (call.tools?.length ?? 0) * TOKENS_PER_TOOL;
  const output = audio?.output === undefined ? countTokens([call.answer], language) : 0;
  const reasoning = Math.round(output * model.reasoning * dice.spread() * (release.isRegressed ? 1.6 : 1));
  const isCached = !release.isRegressed && input > LEAST_CACHED && dice.chance(0.7);
  const writesCache = !isCached && model.usageRule === 'anthropic-exclusive' && input > LEAST_CACHED;
  const firstToken = model.firstToken * dice.spread() * (release.isRegressed ? 1.45 : 1) + input * 0.12;
  const thinking = (reasoning / model.tokensPerSecond) * 1000;
  const writing =
    ((output + (audio?.output ?? 0)) / model.tokensPerSecond) * 1000 * (0.85 + 0.3 * dice.fraction());
  const isStreamed = writing > 400;
  return trace.step(
    {
      ...asked,
      ...usageFields(model, {
        input,
        output,
        reasoning,
        cachedShare: isCached ? 0.35 + 0.5 * dice.fraction() : 0,
        cacheWriteShare: writesCache ? 0.6 : 0,
        inputAudio: audio?.input,
        outputAudio: audio?.output,
      }),
      ...(isStreamed ? { completionStartTime: trace.now + Math.round(firstToken + thinking) } : {}),
      output: call.answer,
    },
    firstToken + thinking + writing,
  );
}

function describe({ name, model, messages, prompt, tools, temperature = 0.2 }: ModelCall): ObservationFields {
  return {
    type: 'GENERATION',
    name,
    model: model.name,
    modelParameters: model.reasoning > 0 ? { reasoning_effort: 'low' } : { temperature, max_tokens: 1024 },
    input: messages,
    ...(prompt && { prompt }),
    ...(tools && { tools }),
  };
}

/** About as many tokens as a vendor would count: four English characters, or one and a third Chinese, are one. */
export function countTokens(messages: readonly JsonObject[], language: Language): Tokens {
  let characters = 0;
  for (const { content, tool_calls: calls } of messages) {
    if (typeof content === 'string') characters += content.length;
    if (Array.isArray(calls)) characters += calls.length * 70;
  }
  return Math.ceil(characters / (language === 'chinese' ? 1.35 : 4)) + messages.length * 4;
}
