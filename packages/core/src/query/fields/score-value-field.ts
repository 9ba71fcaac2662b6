import type { Field } from './field.ts';

/** `scores.<name>`: of several scores with one name, the newest. */
export function scoreField(name: string): Field<unknown> {
  return {
    type: 'any',
    read: ({ scores }) => scores.findLast((score) => score.name === name)?.value ?? null,
  };
}
