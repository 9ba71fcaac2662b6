import { expect, it } from 'vitest';
import { referenceStore } from '../../store/reference-store.ts';
import { StoreError } from '../../store/store-error.ts';
import { addComment, commentDocument, deleteComment, readComments } from './comment-thread.ts';
import type { Comment } from './comment-thread.ts';

const thing = { traceId: 'order-4711', observationId: 'step "1"' };
const said = (id: string, author = 'ada'): Comment => ({
  id,
  author: { id: author, name: `${author}!` },
  text: `**${id}**`,
  createdAt: 1000,
});

async function commentsIn({ documents }: ReturnType<typeof referenceStore>) {
  return readComments((await documents.read(commentDocument(thing)))?.body);
}

it('loses no comment of people who write at the same time', async () => {
  const store = referenceStore();
  const all = Array.from({ length: 12 }, (_, index) => said(`comment-${index}`));
  await Promise.all(all.map((comment) => addComment(store.documents, thing, comment)));

  const kept = await commentsIn(store);
  expect(
    kept.toSorted((a, b) => all.findIndex(({ id }) => id === a.id) - all.findIndex(({ id }) => id === b.id)),
  ).toEqual(all);
});

it('adds a comment once, however often it is sent', async () => {
  const store = referenceStore();
  await addComment(store.documents, thing, said('one'));
  await addComment(store.documents, thing, said('one'));
  expect(await commentsIn(store)).toEqual([said('one')]);
});

it('deletes only what the author made, beside comments that arrive', async () => {
  const store = referenceStore();
  await addComment(store.documents, thing, said('mine'));
  await addComment(store.documents, thing, said('theirs', 'bob'));
  await Promise.all([
    deleteComment(store.documents, thing, { commentId: 'mine', authorId: 'ada' }),
    deleteComment(store.documents, thing, { commentId: 'theirs', authorId: 'ada' }),
    addComment(store.documents, thing, said('late', 'eve')),
  ]);
  expect((await commentsIn(store)).map(({ id }) => id)).toEqual(['theirs', 'late']);
});

it('keeps the comments of a trace apart from those of its steps', () => {
  const names = [
    { traceId: 'a' },
    { traceId: 'a', observationId: null },
    { traceId: 'a', observationId: 'null' },
    { traceId: 'a","b' },
    { traceId: 'a', observationId: 'b' },
  ].map((one) => commentDocument(one).name);
  expect(names[0]).toBe(names[1]);
  expect(new Set(names).size).toBe(4);
});

it('says that the comment could not be kept when something else than a conflict fails', async () => {
  const { documents } = referenceStore();
  const down = {
    ...documents,
    write: () => Promise.reject(new StoreError('unavailable', 'The backend is down.')),
  };
  await expect(addComment(down, thing, said('one'))).rejects.toMatchObject({ code: 'unavailable' });
});

it('gives up when a store always tells of a conflict', async () => {
  const { documents } = referenceStore();
  const busy = {
    ...documents,
    write: () => Promise.reject(new StoreError('conflict', 'Somebody was faster.')),
  };
  await expect(addComment(busy, thing, said('one'))).rejects.toMatchObject({ code: 'conflict' });
});

it('leaves out what is no comment', () => {
  expect(
    readComments({
      comments: [1, { id: 'x' }, said('one') as never, { ...said('two'), author: 'ada' }],
    }),
  ).toEqual([said('one')]);
  expect(readComments('nothing')).toEqual([]);
  expect(readComments(undefined)).toEqual([]);
});
