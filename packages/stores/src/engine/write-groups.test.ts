import type { Patch } from '@oriel/core';
import { expect, it } from 'vitest';
import { Turns } from './turns.ts';
import { WriteGroups } from './write-groups.ts';

const patch = (id: string): Patch => ({ kind: 'trace', id, at: 1 });
const wanted = () => undefined;

function setup(fails: (ids: string) => boolean = () => false) {
  const log: string[] = [];
  const turns = new Turns();
  const writes = new WriteGroups(turns, async (patches) => {
    await Promise.resolve();
    const ids = patches.map(({ id }) => id).join('');
    if (fails(ids)) throw new Error(`no room for ${ids}`);
    log.push(ids);
  });
  const add = (id: string, check: () => void = wanted) => writes.add([patch(id)], check);
  return { log, turns, writes, add };
}

it('makes batches that wait for the same turn as one change', async () => {
  const { log, turns, add } = setup();
  const running = turns.take(() => Promise.resolve());
  await Promise.all([running, add('a'), add('b'), add('c')]);
  await add('d');
  expect(log).toEqual(['abc', 'd']);
});

it('never moves a batch before a change that was asked for earlier', async () => {
  const { log, turns, writes, add } = setup();
  const first = add('a');
  writes.endGroup();
  const other = turns.take(() => Promise.resolve(log.push('delete')));
  await Promise.all([first, other, add('b')]);
  expect(log).toEqual(['a', 'delete', 'b']);
});

it('writes the others of a group when one of them cannot be written', async () => {
  const { log, add } = setup((ids) => ids.includes('b'));
  const outcomes = await Promise.allSettled([add('a'), add('b'), add('c')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(log).toEqual(['a', 'c']);
});

it('leaves out a batch whose caller no longer wants it', async () => {
  const { log, add } = setup();
  const unwanted = () => {
    throw new Error('aborted');
  };
  const outcomes = await Promise.allSettled([add('a'), add('b', unwanted)]);
  expect(outcomes).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { message: 'aborted' } },
  ]);
  expect(log).toEqual(['a']);
});
