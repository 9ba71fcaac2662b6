import { expect, it } from 'vitest';
import { suggestFilterText } from './suggest-filter-text.ts';

/** Suggestions where the caret is drawn as `|`, and the text with the first one put in. */
function suggest(drawn: string) {
  const caret = drawn.indexOf('|');
  const text = drawn.replace('|', '');
  const { from, to, options, ...rest } = suggestFilterText(text, caret, 'observations');
  const completed = text.slice(0, from) + (options[0] ?? '') + text.slice(to);
  return { ...rest, options, completed };
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

it('knows what is typed in quotes, and leaves phrases alone', () => {
  expect(suggest('name:"my te|')).toMatchObject({ field: 'name', typed: 'my te' });
  expect(suggest('scores."Rouge Score":go|')).toMatchObject({ field: 'scores.Rouge Score', typed: 'go' });
  expect(suggest('tags:("a b" OR |')).toMatchObject({ field: 'tags', typed: '' });
  expect(suggest('"all le|')).toMatchObject({ field: null, options: [] });
});

it('asks for the members of metadata and scores', () => {
  expect(suggest('metadata.re|')).toMatchObject({ members: 'metadata', typed: 're' });
  expect(suggest('-scores.|')).toMatchObject({ members: 'scores', typed: '' });
});

it('replaces the whole word that the caret is in', () => {
  expect(suggest('lev|el:ERROR').completed).toBe('level:ERROR');
  expect(suggest('level:ER|OR x').completed).toBe('level:ERROR x');
  expect(suggest('na| level:ERROR').completed).toBe('name: level:ERROR');
});
