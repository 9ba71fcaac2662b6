'use client';

import { createContext } from 'react';
import type { ScoreMean, Trend } from '@oriel/core';

/** What was asked about the rows in sight of a table of users or sessions, by their ids. Empty until it is known. */
export interface GroupAnswers {
  readonly errors?: ReadonlyMap<string, number> | undefined;
  readonly tags?: ReadonlyMap<string, readonly string[]> | undefined;
  readonly scores?: ReadonlyMap<string, readonly ScoreMean[]> | undefined;
  readonly trends?: ReadonlyMap<string, Trend> | undefined;
  /** Sessions of users with several ids; `null` where nobody can say. */
  readonly sessions?: ReadonlyMap<string, number> | null | undefined;
}

/** Cells look at nothing but their row, and at this. */
export const GroupAnswersContext = createContext<GroupAnswers>({});
