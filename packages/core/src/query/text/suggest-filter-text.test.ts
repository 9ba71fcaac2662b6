import { expect, it } from 'vitest';
import { suggestFilterText } from './suggest-filter-text.ts';

/** Suggestions where the caret is drawn as `|`, and the text with the first one put in. */
function suggest(drawn: string) {
  const caret = drawn.indexOf('|');
  const text = drawn.replace('|', '');
  const { from, to, field, options } = suggestFilterText(text, caret, 'observations');
  const completed = text.slice(0, from) + (options[0] ?? '') + text.slice(to);
  return { field, options, completed };
}

it('completes the name of a field', () => {
  expect(suggest('level:ERROR -promptN|').completed).toBe('level:ERROR -promptName:');
  expect(suggest('(na| OR level:ERROR)').completed).toBe('(name: OR level:ERROR)');
  expect(suggest('has:end|').completed).toBe('has:endTime');
});

it('offers every field where nothing is typed yet', () => {
  expect(suggest('level:ERROR |').options).toEqual(
    expect.arrayContaining(['name:', 'totalCost:', 'metadata.', 'scores.', 'has:']),
  );
});

it('completes values that a field can only have', () => {
  expect(suggest('level:E|').completed).toBe('level:ERROR');
  expect(suggest('type:(TOOL OR gen|)').completed).toBe('type:(TOOL OR GENERATION)');
  expect(suggest('isInterrupted:t|').completed).toBe('isInterrupted:true');
});

it('names the field whose values are wanted, under its alias too', () => {
  expect(suggest('model:>=gpt|')).toMatchObject({ field: 'model', options: [] });
  expect(suggest('env:|').field).toBe('environment');
  expect(suggest('tags:(a AND |)').field).toBe('tags');
  expect(suggest('nobody:|').field).toBeNull();
});
