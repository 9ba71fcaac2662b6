import type { Patch, TracePatch } from '../../model/patch.ts';
import { Dice } from './dice.ts';
import { giveFeedback } from './feedback.ts';
import { PHRASEBOOKS } from './phrasebooks.ts';
import type { Release } from './releases.ts';
import type { Answer, Mishap, Run, Turn } from './run.ts';
import type { ScenarioKind } from './scenarios/scenarios.ts';
import { StepFailed, TraceRecorder } from './trace-recorder.ts';

/** How often each mishap lies in wait for a trace. */
const MISHAP_RATES: readonly (readonly [Mishap, number])[] = [
  ['rate-limit', 0.035],
  ['overload', 0.006],
  ['timeout', 0.008],
  ['tool-error', 0.06],
  ['slow-search', 0.05],
  ['refusal', 0.015],
];
const SAMPLE_RATES = { enterprise: 1, business: 1, starter: 0.25 } as const;

/** One trace as a client sends it: its observations in the order they ended, then what was said about it. */
export function recordTurn(kind: ScenarioKind, turn: Turn, release: Release): Patch[] {
  const dice = new Dice(turn.seed);
  const { environment, customer } = turn.conversation;
  const trace = new TraceRecorder({ traceId: turn.traceId, environment, startTime: turn.startTime });
  const mishaps = new Set(MISHAP_RATES.filter(([, rate]) => dice.chance(rate)).map(([mishap]) => mishap));
  const book = PHRASEBOOKS[customer.tenant.language];
  const run: Run = { turn, trace, dice, book, release, mishaps };
  const dangers = mishaps.size;
  const answer = recordOrFail(kind, run);
  const scores = answer === null ? [] : giveFeedback(run, answer, mishaps.size < dangers);
  return [describeTrace(kind, turn, release), ...trace.observations, ...scores];
}

function recordOrFail(kind: ScenarioKind, run: Run): Answer | null {
  try {
    return kind.record(run);
  } catch (error) {
    if (error instanceof StepFailed) return null;
    throw error;
  }
}

function describeTrace(kind: ScenarioKind, turn: Turn, release: Release): TracePatch {
  const { conversation, startTime } = turn;
  const { tenant } = conversation.customer;
  const isJob = kind.channel === 'job';
  const rate = SAMPLE_RATES[tenant.plan];
  return {
    kind: 'trace',
    id: turn.traceId,
    at: startTime,
    isRecord: true,
    timestamp: startTime,
    name: kind.name,
    ...(isJob ? {} : { userId: conversation.customer.id, sessionId: conversation.sessionId }),
    environment: conversation.environment,
    release: release.name,
    version: kind.version,
    tags: [...kind.tags, tenant.region, ...(tenant.plan === 'enterprise' ? ['priority'] : [])],
    ...(rate < 1 ? { sampleRate: rate } : {}),
    metadata: {
      tenant: tenant.id,
      plan: tenant.plan,
      region: tenant.region,
      channel: kind.channel,
      ...(isJob ? {} : { locale: tenant.language === 'chinese' ? 'zh-CN' : 'en', turn: turn.index + 1 }),
    },
  };
}
