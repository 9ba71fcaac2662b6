import type { EpochMs } from '../../model/units.ts';
import { DAY } from './rhythm.ts';

/** What is deployed at a moment. */
export interface Release {
  readonly name: string;
  /**
   * The release that makes everything slower and dearer: it adds house rules to the prompts, so prompts and answers
   * are longer, and puts the time of day in front of them, so that no cache holds them any more.
   */
  readonly isRegressed: boolean;
}

const DAYS_BETWEEN = 4;

export interface ReleasePlan {
  readonly until: EpochMs;
  /** How many of the last days run the regressed release in production. */
  readonly regressedDays: number;
}

/** What runs in an environment. Staging is a day ahead of production. */
export function releaseAt(
  time: EpochMs,
  environment: string,
  { until, regressedDays }: ReleasePlan,
): Release {
  const regressedFrom = until - regressedDays * DAY;
  const deployed = environment === 'production' ? time : time + DAY;
  if (regressedDays > 0 && deployed >= regressedFrom) {
    const fixes = Math.min(Math.floor((deployed - regressedFrom) / (2 * DAY)), 9);
    return { name: `2.31.${fixes}`, isRegressed: true };
  }
  const age = Math.floor((regressedFrom - deployed) / (DAYS_BETWEEN * DAY));
  return { name: `2.${Math.max(30 - age, 0)}.0`, isRegressed: false };
}

const VERSIONS = {
  'support-answer': 14,
  'intent-classifier': 6,
  'query-rewrite': 3,
  'grounded-answer': 9,
  'order-agent': 22,
  'groundedness-judge': 4,
  'refund-assessment': 5,
  'report-plan': 2,
  'report-draft': 8,
  'report-critique': 3,
  'voice-persona': 11,
  'catalog-tagging': 7,
} as const;
export type PromptName = keyof typeof VERSIONS;

/** The prompts that the regression lengthens; the others stay as they are. */
const LENGTHENED: ReadonlySet<PromptName> = new Set([
  'support-answer',
  'grounded-answer',
  'order-agent',
  'voice-persona',
]);

/** The version of a prompt in a release. */
export function promptOf(name: PromptName, release: Release) {
  return { name, version: VERSIONS[name] + (release.isRegressed && LENGTHENED.has(name) ? 1 : 0) };
}
