'use client';

import { useMemo } from 'react';
import { useMutation } from '@tanstack/react-query';
import { addComment, commentDocument, deleteComment, readComments } from '@oriel/core';
import type { Comment, CommentAuthor, CommentedThing } from '@oriel/core';
import { documentKey, documentsOf } from '../queries/document-query.ts';
import { useDocument } from '../hooks/use-document.ts';
import { useStoreContext } from '../provider/store-context.ts';

/**
 * Loads what people said about a trace or an observation, and writes what they add. Who writes at the same time as others
 * loses nothing.
 *
 * @param author - who writes. `null`: comments are only read.
 *
 * @example
 * const { comments, add } = useComments({ traceId }, { id: 'ada', name: 'Ada' });
 * await add('**Wrong** order number');
 */
export function useComments({ traceId, observationId = null }: CommentedThing, author: CommentAuthor | null) {
  const { store, queryClient } = useStoreContext();
  const thing = { traceId, observationId };
  const document = commentDocument(thing);
  const found = useDocument(document);
  const options = {
    networkMode: 'always',
    onSettled: () => queryClient.invalidateQueries({ queryKey: documentKey(store, document) }),
  } as const;
  const adding = useMutation<void, Error, Comment>(
    { ...options, mutationFn: async (comment) => addComment(documentsOf(store), thing, comment) },
    queryClient,
  );
  const removing = useMutation<void, Error, { readonly commentId: string; readonly authorId: string }>(
    { ...options, mutationFn: async (which) => deleteComment(documentsOf(store), thing, which) },
    queryClient,
  );
  const { data } = found;
  return {
    /** `undefined` until they were read. */
    comments: useMemo(() => (data === undefined ? undefined : readComments(data?.body)), [data]),
    found,
    /** Only where somebody is there to write. */
    add: author
      ? (text: string) => adding.mutateAsync({ id: crypto.randomUUID(), author, text, createdAt: Date.now() })
      : undefined,
    remove: author
      ? (commentId: string) => removing.mutateAsync({ commentId, authorId: author.id })
      : undefined,
  };
}
