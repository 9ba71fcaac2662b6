import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { referenceStore } from '@oriel/core';
import type { Store } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { useDeleteDocument, useWriteDocument } from './use-document-writes.ts';
import { useDocument } from './use-document.ts';
import { useDocuments } from './use-documents.ts';
import { useFacets } from './use-facets.ts';

withoutAct();
afterEach(cleanup);

const view = { kind: 'saved-view', name: 'errors' } as const;

function setup(store: Store = referenceStore()) {
  return renderHook(
    () => ({
      list: useDocuments('saved-view'),
      document: useDocument(view),
      write: useWriteDocument(),
      remove: useDeleteDocument(),
    }),
    { wrapper: ({ children }) => <OrielProvider store={store}>{children}</OrielProvider> },
  );
}

it('shows a document as soon as it is written, changed or deleted', async () => {
  const { result } = setup();
  await waitFor(() => expect(result.current.list.data).toEqual([]));
  expect(result.current.document.data).toBeNull();

  await result.current.write.mutateAsync({ ...view, body: 1, expectedVersion: 0 });
  await waitFor(() => expect(result.current.document.data).toMatchObject({ version: 1, body: 1 }));
  await result.current.write.mutateAsync({ ...view, body: 2, expectedVersion: 1 });
  await waitFor(() => expect(result.current.list.data).toMatchObject([{ name: 'errors', version: 2 }]));

  await result.current.remove.mutateAsync(view);
  await waitFor(() => expect(result.current.list.data).toEqual([]));
});

it('tells a conflict, and shows what somebody else wrote', async () => {
  const store = referenceStore();
  await store.documents.write({ ...view, body: 'mine' });
  const { result } = setup(store);
  await waitFor(() => expect(result.current.document.data).toMatchObject({ body: 'mine' }));
  await store.documents.write({ ...view, body: 'theirs' });

  const lost = result.current.write.mutateAsync({ ...view, body: 'mine again', expectedVersion: 1 });
  await expect(lost).rejects.toMatchObject({ code: 'conflict' });
  await waitFor(() => expect(result.current.document.data).toMatchObject({ body: 'theirs' }));
});

it('loads all documents, however many', async () => {
  const store = referenceStore();
  for (let index = 0; index < 1003; index += 1) {
    await store.documents.write({ kind: 'saved-view', name: `view-${index}`, body: index });
  }
  const { result } = setup(store);
  await waitFor(() => expect(result.current.list.data).toHaveLength(1003));
});

it('says so where a store keeps no documents', async () => {
  const { traces } = referenceStore();
  const { result } = setup({ traces });
  await waitFor(() => expect(result.current.list.error).toMatchObject({ code: 'unsupported' }));
  const failed = result.current.write.mutateAsync({ ...view, body: 1 });
  await expect(failed).rejects.toMatchObject({ code: 'unsupported' });
});

it('does not read documents again when traces are written', async () => {
  const store = referenceStore();
  const read = vi.spyOn(store.documents, 'read');
  const { result } = setup(store);
  await waitFor(() => expect(result.current.document.data).toBeNull());
  const { result: facets } = renderHook(() => useFacets({ view: 'traces', fields: ['name'] }), {
    wrapper: ({ children }) => <OrielProvider store={store}>{children}</OrielProvider>,
  });
  await waitFor(() => expect(facets.current.data).toMatchObject([{ values: [] }]));
  const calls = read.mock.calls.length;

  await store.traces.write([{ kind: 'trace', id: 'a', at: 1, isRecord: true, name: 'chat' }]);
  await waitFor(() => expect(facets.current.data).toMatchObject([{ values: [{ value: 'chat', count: 1 }] }]));
  expect(read.mock.calls.length).toBe(calls);
});
