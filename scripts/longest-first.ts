import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** Files that take long. Vitest knows no durations on a fresh machine, and would leave some of them to one core at the end. */
const LONGEST = [
  'stores/src/clickhouse/clickhouse-store.test.ts',
  'server/src/http-store.test.ts',
  'stores/src/file/crash.test.ts',
  'server/src/langfuse-store.test.ts',
  'stores/src/file/file-store.test.ts',
];

/** Starts the longest files first, so that all cores end together. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- a method of Vitest, not of a list
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((end) => moduleId.endsWith(end));
      return place < 0 ? LONGEST.length : place;
    };
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
