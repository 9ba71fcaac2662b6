import { describe, expect, it } from 'vitest';
import { answerPage } from '../query/answer-page.ts';
import { VIEWS } from '../query/view-record.ts';
import { referenceDocumentStore } from '../store/reference-document-store.ts';
import { referenceMediaStore } from '../store/reference-media-store.ts';
import { referenceStore } from '../store/reference-store.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { BROKEN_STORES } from './broken-stores.ts';
import { checkRule } from './chapter.ts';
import { describeDocumentStore } from './describe-document-store.ts';
import { describeMediaStore } from './describe-media-store.ts';
import { describeTraceStore } from './describe-trace-store.ts';
import { queryGenerator } from './generate-query.ts';
import { generateOddTraffic } from './generate-odd-traffic.ts';
import { GENERATED_COUNTS } from './generated-counts.ts';
import { journaledStores } from './journaled-store.ts';
import type { JournalEntry } from './journaled-store.ts';
import { TRACE_STORE_CHAPTERS } from './trace-store-chapters.ts';
import { trafficContents } from './traffic-contents.ts';
import { traceStoreSubjects } from './trace-store-subject.ts';
import type { TraceStoreHarness } from './trace-store-subject.ts';

describeTraceStore('referenceStore', { create: async (settings) => referenceStore(settings).traces });
describeDocumentStore('referenceStore', { create: async () => referenceDocumentStore() });
describeMediaStore('referenceStore', { create: async () => referenceMediaStore() });
describeTraceStore('a durable referenceStore', journaledStores());

describe('the suite catches a store that', () => {
  it.each(BROKEN_STORES)('$fault ($chapter)', async ({ chapter, create }) => {
    expect(await brokenRule(chapter, { create: async (settings) => create(settings) })).not.toBeNull();
  });

  it.each<[string, (journal: readonly JournalEntry[]) => readonly JournalEntry[]]>([
    ['forgets everything when it is closed', () => []],
    ['loses the last write when it is closed', (journal) => journal.slice(0, -1)],
    ['brings deleted traces back', (journal) => journal.filter((entry) => 'write' in entry)],
  ])('%s', async (_, recall) => {
    expect(await brokenRule('durability', journaledStores(recall))).not.toBeNull();
  });

  it('breaks a rule of every chapter', () => {
    const caught = new Set([...BROKEN_STORES.map(({ chapter }) => chapter), 'durability']);
    expect([...caught].toSorted()).toEqual(TRACE_STORE_CHAPTERS.map(({ title }) => title).toSorted());
  });
});

it('compares every store with the reference evaluators on a thousand generated queries and more', () => {
  const counts = Object.values(GENERATED_COUNTS).flatMap((views) => Object.values(views));
  expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(1000);
});

it('generates queries of which a good third find some of the records and not all', () => {
  const contents = trafficContents(generateOddTraffic({ seed: 61, traces: 30 }));
  const sizes = VIEWS.flatMap((view) => {
    const generator = queryGenerator(view, contents, seededRandom(7));
    const all = answerPage(view, contents, { limit: 1000 }).items.length;
    return Array.from({ length: 100 }, () => {
      const { filter, traces } = generator.page();
      if (!filter && !traces) return 'unfiltered';
      const { length } = answerPage(view, contents, { filter, traces, limit: 1000 }).items;
      return length === 0 ? 'none' : length === all ? 'all' : 'some';
    });
  });
  const share = (of: string) => sizes.filter((size) => size === of).length / sizes.length;
  expect(share('some')).toBeGreaterThan(0.3);
  expect(share('none')).toBeLessThan(0.4);
});

/** The first rule of a chapter that a store breaks; `null` when it keeps them all. */
async function brokenRule(title: string, harness: TraceStoreHarness): Promise<string | null> {
  const chapter = TRACE_STORE_CHAPTERS.find((candidate) => candidate.title === title);
  for (const rule of chapter?.rules ?? []) {
    try {
      await checkRule(rule, traceStoreSubjects(harness));
    } catch {
      return rule.title;
    }
  }
  return null;
}
