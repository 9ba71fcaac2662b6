'use client';

import { useMemo, useState } from 'react';
import { checkScoreDrafts, readScoreDrafts } from '@oriel/core';
import type {
  Judge,
  Score,
  ScoreConfig,
  ScoreDraft,
  ScoreDrafts,
  ScorePatch,
  ScoreProblem,
} from '@oriel/core';

export interface UseScoreFormOptions extends Judge {
  /** What can be scored, in the order to show. */
  configs: readonly ScoreConfig[];
  /** Scores there are of the thing; those of the same author are what the form begins with. @defaultValue none */
  scores?: readonly Score[] | undefined;
  /** Takes the scores to where they are kept. A rejection is shown, and can be tried again. */
  onSave: (patches: readonly ScorePatch[]) => Promise<void>;
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: (() => number) | undefined;
}

export type ScoreFormState = 'open' | 'saving' | 'saved' | 'failed';

const NO_SCORES: readonly Score[] = [];
const NO_CHANGES: ScoreDrafts = {};

/**
 * Behaviour of a form of scores without its markup: drafts, their rules, and saving what changed.
 *
 * @example
 * const form = useScoreForm({ configs, traceId, author, onSave: (patches) => store.traces.write(patches) });
 * form.change('correct', { value: 1 });
 * form.save();
 */
export function useScoreForm({
  configs,
  scores = NO_SCORES,
  onSave,
  now = Date.now,
  ...judge
}: UseScoreFormOptions) {
  const [changes, setChanges] = useState<ScoreDrafts>(NO_CHANGES);
  const [problems, setProblems] = useState<Readonly<Record<string, ScoreProblem>>>({});
  const [state, setState] = useState<ScoreFormState>('open');
  const [error, setError] = useState<unknown>(null);
  const { traceId, observationId, sessionId, author } = judge;
  const before = useMemo(
    () => readScoreDrafts(configs, scores, { traceId, observationId, sessionId, author }),
    [configs, scores, traceId, observationId, sessionId, author],
  );
  // What nobody touched here follows what others say.
  const drafts = useMemo(() => ({ ...before, ...changes }), [before, changes]);

  function change(name: string, part: Partial<ScoreDraft>) {
    const draft = drafts[name] ?? { value: null, comment: '' };
    setChanges({ ...changes, [name]: { ...draft, ...part } });
    setProblems(Object.fromEntries(Object.entries(problems).filter(([key]) => key !== name)));
    setState('open');
  }

  async function save() {
    const checked = checkScoreDrafts(configs, { before, now: drafts }, judge, now());
    setProblems(checked.problems);
    if (checked.patches.length === 0) return;
    setState('saving');
    try {
      await onSave(checked.patches);
      setState('saved');
    } catch (reason) {
      setError(reason);
      setState('failed');
    }
  }

  return {
    drafts,
    /** What breaks its rules, by name, since the last attempt to save. */
    problems,
    state,
    /** Why saving failed; `null` unless `state` is `failed`. */
    error: state === 'failed' ? error : null,
    change,
    save: () => void save(),
  };
}
