'use client';

import { parseSavedView, StoreError } from '@oriel/core';
import type { JsonValue, SavedView, View } from '@oriel/core';
import { useDeleteDocument, useWriteDocument } from '../hooks/use-document-writes.ts';
import { useDocuments } from '../hooks/use-documents.ts';

const KIND = 'saved-view';

/** A view that somebody saved, as the store has it. */
export interface StoredView {
  readonly name: string;
  /** What a change has to be based on. */
  readonly version: number;
  /** `null` where it cannot be read. */
  readonly saved: SavedView | null;
}

/**
 * Views that people saved, and how to save, rename and delete them. A change that is based on an old version fails with
 * `conflict`, and so does a name that is taken: nobody's view is written over unseen.
 *
 * @param view - lists those of one view. Default: all.
 *
 * @example
 * const views = useSavedViews('traces');
 * await views.save('Slow answers', savedViewOf(filters, 'traces'));
 */
export function useSavedViews(view?: View) {
  const documents = useDocuments(KIND);
  const { mutateAsync: write } = useWriteDocument();
  const { mutateAsync: remove } = useDeleteDocument();
  const views = documents.data
    ?.map(({ name, version, body }): StoredView => ({ name, version, saved: parseSavedView(body) }))
    .filter(({ saved }) => saved === null || view === undefined || saved.view === view);

  async function save(name: string, saved: SavedView, expectedVersion: number) {
    const body = JSON.parse(JSON.stringify(saved)) as JsonValue;
    await write({ kind: KIND, name, body, expectedVersion });
  }

  return {
    /** `undefined` while they load. */
    views,
    error: documents.error,
    refetch: documents.refetch,
    /** @throws `conflict` - there is a view of that name. */
    save: (name: string, saved: SavedView) => save(name, saved, 0),
    /** @throws `conflict` - somebody else changed it meanwhile. */
    update: ({ name, version }: StoredView, saved: SavedView) => save(name, saved, version),
    /** @throws `conflict` - the new name is taken; the view keeps the old one. */
    rename: async ({ name, saved }: StoredView, next: string) => {
      if (saved === null || next === name) return;
      // Written first: one that is there twice can be deleted, one that is gone cannot be brought back.
      await save(next, saved, 0);
      await remove({ kind: KIND, name });
    },
    remove: ({ name }: StoredView) => remove({ kind: KIND, name }),
  };
}

/** Whether somebody else was quicker. */
export function isConflict(error: unknown): boolean {
  return StoreError.is(error) && error.code === 'conflict';
}
