import { expect, it } from 'vitest';
import { changeHistory, redo, startHistory, undo } from './text-history.ts';

const type = (letters: string) =>
  letters
    .split('')
    .reduce((history, letter) => changeHistory(history, history.present + letter), startHistory(''));

it('undoes what was typed word by word, and redoes it', () => {
  const typed = type('level:ERROR slow');
  const once = undo(typed);
  expect(once.present).toBe('level:ERROR ');
  expect(undo(undo(once)).present).toBe('');
  expect(redo(redo(redo(undo(undo(once))))).present).toBe('level:ERROR slow');
});

it('undoes what was put in or taken out at once', () => {
  const put = changeHistory(type('lev'), 'level:ERROR ');
  expect(undo(put).present).toBe('lev');
  const cleared = changeHistory(put, '');
  expect(undo(cleared).present).toBe('level:ERROR ');
});

it('has nothing to redo after something else was typed', () => {
  const other = changeHistory(undo(type('a b')), 'x');
  expect(redo(other)).toBe(other);
});

it('stays where it is at either end', () => {
  const start = startHistory('a');
  expect(undo(start)).toBe(start);
  expect(redo(start)).toBe(start);
  expect(changeHistory(start, 'a')).toBe(start);
});
