import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trafficContents } from '../conformance/traffic-contents.ts';
import { matches } from '../query/matches.ts';
import { parseFilterText } from '../query/text/parse-filter-text.ts';
import { viewRecords } from '../query/view-records.ts';
import { generateTraffic } from '../testing/traffic/generate-traffic.ts';
import { EMPTY_CHOICE, facetChoice, isEmptyChoice } from './facet-choice.ts';
import type { FacetChoice } from './facet-choice.ts';
import { clearFacetChoices, setFacetChoice } from './set-facet-choice.ts';

const set = (text: string, field: string, choice: Partial<FacetChoice>) =>
  setFacetChoice(text, 'traces', field, { ...EMPTY_CHOICE, ...choice });

describe('what is picked in a list', () => {
  it.each<[string, string, Partial<FacetChoice>, string]>([
    ['', 'level', { values: ['ERROR'] }, 'level:ERROR'],
    ['rate limit', 'level', { values: ['ERROR', 'WARNING'] }, 'rate limit level:(ERROR OR WARNING)'],
    ['level:ERROR  name:*chat*', 'level', { values: ['WARNING'] }, 'level:WARNING name:*chat*'],
    ['name:*chat* level:ERROR', 'name', { values: ['a b'] }, 'name:*chat* level:ERROR name:"a b"'],
    ['env:a rate limit', 'environment', {}, 'rate limit'],
    ['slow level:ERROR chat', 'level', {}, 'slow AND chat'],
    ['slow level:ERROR "chat"', 'level', {}, 'slow "chat"'],
    ['-env:a x -env:b', 'environment', { excluded: ['a', 'b', 'c'] }, '-environment:(a OR b OR c) x'],
    ['', 'latency', { min: 1500, max: 20_000 }, 'latency:>=1.5s latency:<=20s'],
    ['latency:>1 level:ERROR', 'latency', { max: 5 }, 'latency:<=0.005s level:ERROR'],
    ['', 'userId', { isMissing: true }, '-has:userId'],
    ['level:ERROR OR name:x', 'userId', { values: ['u'] }, '(level:ERROR OR name:x) userId:u'],
    ['level:ERROR OR name:x', 'level', {}, 'level:ERROR OR name:x'],
    ['name:x -', 'level', { values: ['ERROR'] }, 'level:ERROR name:x -'],
    ['"open', 'level', { values: ['ERROR'] }, 'level:ERROR "open'],
    ['a OR (b', 'level', { values: ['ERROR'] }, 'level:ERROR (a OR (b)'],
    ['x', 'metadata.plan', { values: ['5', 5, true] }, 'x metadata.plan:("5" OR 5 OR true)'],
    ['x', 'scores.Rouge Score', { min: 0.5 }, 'x scores."Rouge Score":>=0.5'],
    ['tags:(a AND b)', 'tags', { values: ['c'] }, 'tags:(a AND b) tags:c'],
    // A name is no number, so there are no words for it.
    ['x', 'name', { values: [5] }, 'x'],
  ])('is written into "%s" beside the rest', (text, field, choice, expected) => {
    expect(set(text, field, choice)).toBe(expected);
  });

  it.each<[string, string, Partial<FacetChoice>]>([
    ['level:(ERROR OR WARNING)', 'level', { values: ['ERROR', 'WARNING'] }],
    ['level:(ERROR OR WARNING) level:ERROR', 'level', { values: ['ERROR'] }],
    ['tags:(a OR b) tags:(b OR c)', 'tags', { values: ['a', 'b'] }],
    ['-env:a -env:(b OR a)', 'environment', { excluded: ['a', 'b'] }],
    ['latency:>1 latency:>=2 latency:<1m', 'latency', { min: 2000, max: 60_000 }],
    ['-has:userId', 'userId', { isMissing: true }],
    ['name:*chat* has:name', 'name', {}],
    ['level:ERROR OR name:x', 'level', {}],
    ['(level:ERROR)', 'level', { values: ['ERROR'] }],
  ])('is read from "%s"', (text, field, choice) => {
    expect(facetChoice(text, 'traces', field)).toEqual({ ...EMPTY_CHOICE, ...choice });
  });

  it('is forgotten at once, and the rest stays', () => {
    expect(
      clearFacetChoices('level:ERROR slow -env:dev latency:>2', 'traces', ['level', 'environment']),
    ).toBe('slow latency:>2');
  });
});

const FIELDS = ['level', 'environment', 'latency', 'tags', 'userId', 'name'] as const;
const contents = trafficContents([...generateTraffic({ seed: 3, days: 2, tracesPerDay: 20 })].flat());
const records = viewRecords('traces', contents);
const pieces = fc.constantFrom(
  'level:ERROR',
  'level:(ERROR OR WARNING)',
  '-env:production',
  'latency:>2',
  'latency:<=20s',
  'tags:(a AND b)',
  'name:*chat*',
  'support chat',
  '"help"',
  '(level:ERROR OR latency:>1)',
  '-(userId:x)',
  '-has:userId',
  'AND',
  'OR',
  'a',
);
const anyText = fc.array(pieces, { maxLength: 5 }).map((parts) => parts.join(' '));
const words = fc.uniqueArray(fc.constantFrom('ERROR', 'DEFAULT', 'a b', 'OR', '"', '-x', 'production'), {
  maxLength: 3,
});
const anyChoice = fc.record({
  values: words,
  excluded: words,
  min: fc.constant(null),
  max: fc.constant(null),
  isMissing: fc.boolean(),
});

function found(text: string): boolean[] | null {
  const { filter } = parseFilterText(text, 'traces');
  return filter && records.map((record) => matches('traces', record, filter));
}

describe('any choice in any text', () => {
  it('is read back as it was made, changes nothing else, and goes without a trace', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(...FIELDS.filter((field) => field !== 'latency')),
        anyChoice,
        (text, field, choice) => {
          const next = setFacetChoice(text, 'traces', field, choice);
          const isRead = parseFilterText(text, 'traces').errors.length === 0;
          // Sides of an OR cannot be read as a choice, but what was put beside them can.
          expect(facetChoice(next, 'traces', field)).toEqual(choice);
          const rest = setFacetChoice(text, 'traces', field, EMPTY_CHOICE);
          const others = FIELDS.filter((other) => other !== field);
          const told = (said: string) => others.map((other) => facetChoice(said, 'traces', other));
          expect(told(next)).toEqual(told(rest));
          const back = setFacetChoice(next, 'traces', field, EMPTY_CHOICE);
          expect(parseFilterText(back, 'traces').errors.length === 0).toBe(isRead);
          expect(found(back)).toEqual(found(rest));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds the records that have what is chosen, among those that the rest finds', () => {
    fc.assert(
      fc.property(anyText, words, (text, values) => {
        const rest = found(setFacetChoice(text, 'traces', 'level', EMPTY_CHOICE));
        fc.pre(rest !== null && values.length > 0);
        const next = found(setFacetChoice(text, 'traces', 'level', { ...EMPTY_CHOICE, values }));
        expect(next).toEqual(
          records.map(
            ({ item }, place) => Boolean(rest?.[place]) && (values as readonly string[]).includes(item.level),
          ),
        );
      }),
    );
  });

  it('is empty only where nothing is left out', () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        expect(setFacetChoice('', 'traces', 'level', choice) === '').toBe(isEmptyChoice(choice));
      }),
    );
  });
});
