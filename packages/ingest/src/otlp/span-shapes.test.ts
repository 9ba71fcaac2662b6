import { expect, it } from 'vitest';
import { shapeOf } from './span-shapes.ts';
import { spokenByKey } from './spoken-vocabularies.ts';

it('asks a known shape only for what its attributes can answer', () => {
  const keys = ['langfuse.observation.type', 'langfuse.user.id'];
  const attributes = new Map(keys.map((key) => [key, 'x']));
  const spoken = spokenByKey(keys[0] ?? '');
  const ask = () => shapeOf(attributes)?.precedence(spoken);
  const [unknown] = [ask(), ask()];
  const known = ask();

  expect(unknown?.userId.length).toBeGreaterThan(1);
  expect(known?.userId).toHaveLength(1);
  expect(known?.sessionId).toEqual([]);
  // Not only attributes tell an environment.
  expect(known?.environment).not.toEqual([]);
});

it('gives no shape to spans with more attributes than others would have in common', () => {
  const many = new Map(Array.from({ length: 100 }, (_, index) => [`key ${index}`, index]));

  expect(shapeOf(many)).toBeNull();
  expect(shapeOf(new Map([['k'.repeat(1000), 1]]))).toBeNull();
});
