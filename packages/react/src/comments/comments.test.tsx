import { cleanup, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { StoreError, addComment, commentDocument, readComments, referenceStore } from '@oriel/core';
import type { DocumentStore, Store } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import '../styles/styles.css';
import { withoutAct } from '../testing/without-act.ts';
import { Comments } from './comments.tsx';
import type { CommentsProps } from './comments.tsx';

withoutAct();
afterEach(cleanup);

const thing = { traceId: 'order-4711' };
const ada = { id: 'ada', name: 'Ada' };
const bob = { id: 'bob', name: 'Bob' };

async function filled() {
  const store = referenceStore();
  await addComment(store.documents, thing, {
    id: '1',
    author: ada,
    text: 'Is this **right**?',
    createdAt: 1000,
  });
  await addComment(store.documents, thing, {
    id: '2',
    author: bob,
    text: '<img src=x onerror=alert(1)>',
    createdAt: 2000,
  });
  return store;
}

function show(store: Store, props: Partial<CommentsProps> = {}) {
  return render(
    <OrielProvider store={store} timeZone="UTC">
      <Comments {...thing} author={ada} {...props} />
    </OrielProvider>,
  );
}

const panel = () => document.querySelector('.oriel-comments');
const withDocuments = (store: Store, documents: Partial<DocumentStore>): Store => ({
  ...store,
  documents: { ...(store.documents as DocumentStore), ...documents },
});

describe('Comments is a panel', () => {
  it("carries the host's class and attributes, and is free of what axe finds", async () => {
    show(await filled(), { className: 'mine', id: 'here' });
    await screen.findByText('right');
    expect(panel()?.className).toContain('mine');
    expect(panel()?.id).toBe('here');
    expect((await axe.run(panel() as Element)).violations).toEqual([]);
  });

  it('is drawn on a server', () => {
    const html = renderToString(
      <OrielProvider store={referenceStore()}>
        <Comments {...thing} />
      </OrielProvider>,
    );
    expect(html).toContain('data-state="loading"');
  });

  it('says why it is empty, and offers no form to who may only read', async () => {
    show(referenceStore(), { author: null });
    await screen.findByText('No comments yet');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('says what failed, and loads when asked again', async () => {
    const store = await filled();
    let isDown = true;
    const read: DocumentStore['read'] = (...asked) =>
      isDown
        ? Promise.reject(new StoreError('unavailable', 'The backend is down.'))
        : store.documents.read(...asked);
    show(withDocuments(store, { read }));
    const retry = await screen.findByRole('button', { name: 'Try again' }, { timeout: 10_000 });
    isDown = false;
    await userEvent.click(retry);
    expect(await screen.findByText('right')).toBeTruthy();
  });
});

describe('comments on a trace', () => {
  it('are drawn as markdown, and what looks like HTML is text', async () => {
    show(await filled());
    expect((await screen.findByText('right')).tagName).toBe('STRONG');
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('.oriel-comments img')).toBeNull();
  });

  it('are written by keyboard, beside what others write meanwhile', async () => {
    const store = await filled();
    show(store);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Write a comment' }), 'Looks wrong');
    await addComment(store.documents, thing, { id: '3', author: bob, text: 'Meanwhile', createdAt: 3000 });
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Looks wrong');
    await screen.findByText('Meanwhile');
    expect(screen.getByRole('textbox')).toHaveProperty('value', '');
    const kept = readComments((await store.documents.read(commentDocument(thing)))?.body);
    expect(kept.map(({ text }) => text).slice(2)).toEqual(['Meanwhile', 'Looks wrong']);
    expect(kept[3]?.author).toEqual(ada);
  });

  it('are deleted by their author alone, who is asked again', async () => {
    const store = await filled();
    show(store);
    await screen.findByText('right');
    const remove = screen.getByRole('button', { name: /^Delete/ });
    await userEvent.click(remove);
    expect(screen.queryByText('right')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Really delete/ }));
    await waitFor(() => expect(screen.queryByText('right')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
    expect(screen.queryByText('Bob')).not.toBeNull();
  });

  it('keep their text for another try when they could not be sent', async () => {
    const store = await filled();
    const write = () => Promise.reject(new StoreError('unsupported', 'Read-only.'));
    show(withDocuments(store, { write }));
    await userEvent.type(await screen.findByRole('textbox'), 'Lost?');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect((await screen.findByRole('alert')).textContent).toBe('The comment could not be sent.');
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Lost?');
  });
});
