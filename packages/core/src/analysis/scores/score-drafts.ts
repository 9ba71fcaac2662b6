import type { ScorePatch } from '../../model/patch.ts';
import type { Score } from '../../model/score.ts';
import type { EpochMs } from '../../model/units.ts';
import { judgementPatch } from './judgement-patch.ts';
import type { JudgedThing } from './judgement-patch.ts';
import { checkScoreValue } from './score-config.ts';
import type { ScoreConfig, ScoreProblem } from './score-config.ts';

/** What a form holds of one score before it is saved. */
export interface ScoreDraft {
  /** `null`: not judged. Booleans are 0 and 1. */
  readonly value: number | string | null;
  readonly comment: string;
}

/** Drafts by the name of their config. */
export type ScoreDrafts = Readonly<Record<string, ScoreDraft>>;

/** Who judges what. */
export interface Judge extends JudgedThing {
  /** Default: somebody. */
  readonly author?: string | undefined;
}

const EMPTY: ScoreDraft = { value: null, comment: '' };

/** What the same judge said before, to go on from. */
export function readScoreDrafts(
  configs: readonly ScoreConfig[],
  scores: readonly Score[],
  judge: Judge,
): ScoreDrafts {
  const byId = new Map(scores.map((score) => [score.id, score]));
  return Object.fromEntries(
    configs.map((config) => {
      const score = byId.get(patchOf(config, EMPTY, judge, 0).id);
      return [config.name, score ? { value: score.value, comment: score.comment ?? '' } : EMPTY];
    }),
  );
}

export interface CheckedDrafts {
  /** Scores to write: of what changed and keeps its rules. */
  readonly patches: readonly ScorePatch[];
  /** What breaks its rules, by the name of its config. What was never judged is no problem. */
  readonly problems: Readonly<Record<string, ScoreProblem>>;
}

/** What a form has to save now, compared with what was said before. */
export function checkScoreDrafts(
  configs: readonly ScoreConfig[],
  { before, now }: { readonly before: ScoreDrafts; readonly now: ScoreDrafts },
  judge: Judge,
  at: EpochMs,
): CheckedDrafts {
  const patches: ScorePatch[] = [];
  const problems: Record<string, ScoreProblem> = {};
  for (const config of configs) {
    const was = before[config.name] ?? EMPTY;
    const draft = now[config.name] ?? EMPTY;
    if (draft.value === was.value && draft.comment === was.comment) continue;
    // A comment alone, or a score taken back: a score cannot be without a value.
    const problem = checkScoreValue(config, draft.value);
    if (problem === null) patches.push(patchOf(config, draft, judge, at));
    else problems[config.name] = problem;
  }
  return { patches, problems };
}

function patchOf(config: ScoreConfig, { value, comment }: ScoreDraft, judge: Judge, at: EpochMs): ScorePatch {
  return judgementPatch(
    {
      ...judge,
      name: config.name,
      value: value ?? 0,
      dataType: config.dataType,
      source: 'ANNOTATION',
      comment: comment.trim() === '' ? null : comment.trim(),
      configId: config.name,
    },
    at,
  );
}
