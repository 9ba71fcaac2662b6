import type { Chapter } from './chapter.ts';
import { aggregateChapter } from './aggregate-chapter.ts';
import { capabilitiesChapter } from './capabilities-chapter.ts';
import { deletingChapter } from './deleting-chapter.ts';
import { durabilityChapter } from './durability-chapter.ts';
import { errorsChapter } from './errors-chapter.ts';
import { facetsChapter } from './facets-chapter.ts';
import { idsChapter } from './ids-chapter.ts';
import { listingChapter } from './listing-chapter.ts';
import { pagingChapter } from './paging-chapter.ts';
import { queriesChapter } from './queries-chapter.ts';
import { readingChapter } from './reading-chapter.ts';
import { scopeChapter } from './scope-chapter.ts';
import { searchChapter } from './search-chapter.ts';
import { subscribingChapter } from './subscribing-chapter.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { writingChapter } from './writing-chapter.ts';

export interface TraceStoreChapter extends Chapter<TraceStoreSubject> {
  /** Left out where a store has nothing to reopen; `capabilities` checks that it says so. */
  readonly needs?: 'reopen' | undefined;
}

/** The contract of `TraceStore`, in the order to implement it. */
export const TRACE_STORE_CHAPTERS: readonly TraceStoreChapter[] = [
  capabilitiesChapter,
  writingChapter,
  readingChapter,
  idsChapter,
  listingChapter,
  pagingChapter,
  queriesChapter,
  searchChapter,
  aggregateChapter,
  facetsChapter,
  deletingChapter,
  subscribingChapter,
  errorsChapter,
  scopeChapter,
  { ...durabilityChapter, needs: 'reopen' },
];
