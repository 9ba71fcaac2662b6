'use client';

import { useState } from 'react';

/**
 * What the rows of a list are the answer to, as text: while the answer to another question is read, the rows are those
 * of the last one.
 */
export function useListKey(asked: unknown, isPlaceholderData: boolean): string {
  const askedKey = JSON.stringify(asked);
  const [listKey, setListKey] = useState(askedKey);
  if (listKey !== askedKey && !isPlaceholderData) setListKey(askedKey);
  return listKey;
}
