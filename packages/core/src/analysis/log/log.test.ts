import { expect, it } from 'vitest';
import { drawTrace } from '../../testing/draw-trace.ts';
import { traceStructure } from '../../testing/trace-structure.ts';
import { earliestStart } from './earliest-start.ts';
import type { LogFilter } from './log-rows.ts';
import { logRows } from './log-rows.ts';
import { previewJson, previewPayload, snippetOf } from './preview-json.ts';

const EVERYTHING: LogFilter = { text: '', levels: [], types: [] };

const { observations } = traceStructure(
  drawTrace(`
    agent     |========
      llm     | ==       WARNING slow
      tool    |   ==     ERROR 504 Gateway Timeout
      llm     |     ==
  `),
);

function names(filter: Partial<LogFilter>, matches?: ReadonlySet<string>): (string | null)[] {
  const rows = logRows(observations, { ...EVERYTHING, ...filter }, matches);
  return Array.from(rows, (row) => observations[row]?.name ?? null);
}

it('shows everything by start, whatever order it is held in', () => {
  const reversed = observations.toReversed();

  expect(names({})).toEqual(['agent', 'llm', 'tool', 'llm']);
  expect(Array.from(logRows(reversed, EVERYTHING), (row) => reversed[row]?.startTime)).toEqual([
    0, 100, 300, 500,
  ]);
});

it('shows the levels and types asked for', () => {
  expect(names({ levels: ['WARNING', 'ERROR'] })).toEqual(['llm', 'tool']);
  expect(names({ types: ['GENERATION'], levels: ['DEFAULT'] })).toEqual(['llm']);
});

it('finds text in names and messages whatever the case, and where payloads have it', () => {
  expect(names({ text: ' gateway ' })).toEqual(['tool']);
  expect(names({ text: 'LLM' })).toEqual(['llm', 'llm']);
  expect(names({ text: 'refund' }, new Set(['trace-1/1']))).toEqual(['agent']);
});

it('previews a value in one line', () => {
  expect(previewJson('two\n  lines')).toBe('two lines');
  expect(previewJson({ a: [1, 'x'], b: null })).toBe('{a: [1, "x"], b: null}');
});

it('looks at no more of a value than the line shows', () => {
  let reads = 0;
  const large = Array.from({ length: 1000 }, () => ({
    get text() {
      reads += 1;
      return 'word';
    },
  }));

  expect(previewJson(large, 40)).toMatch(/^\[\{text: "word"\}.*…$/);
  expect(previewJson(large, 40).length).toBeLessThan(50);
  expect(reads).toBeLessThan(20);
});

it('shows the text around what was searched for', () => {
  const text = `${'a'.repeat(200)} needle ${'b'.repeat(200)}`;

  expect(snippetOf(['nothing', text], 'NEEDLE', 40)).toMatch(/^…a+ needle b+…$/);
  expect(snippetOf(['nothing'], 'needle')).toBeNull();
});

it('previews a conversation by its last message', () => {
  const call = { name: 'find', arguments: '{}' };

  expect(
    previewPayload({
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Hi' },
      ],
    }),
  ).toBe('user: Hi');
  expect(previewPayload({ role: 'assistant', content: null, tool_calls: [call] })).toBe(
    'assistant: [{name: "find", arguments: "{}"}]',
  );
  expect(previewPayload([1, 2])).toBe('[1, 2]');
});

it('knows when the first of some observations began, in whatever order they stand', () => {
  expect(earliestStart(observations.toReversed())).toBe(observations[0]?.startTime);
  expect(earliestStart([])).toBe(Number.POSITIVE_INFINITY);
});
