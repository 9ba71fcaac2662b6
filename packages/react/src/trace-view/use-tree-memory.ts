'use client';

import { useState } from 'react';
import type { TraceTreeNodeId } from '@oriel/core';

const NOTHING: ReadonlySet<TraceTreeNodeId> = new Set();
const NONE: readonly string[] = [];

/** What a tree keeps while another view is looked at, and that is not part of the view state. */
export type TreeMemory = ReturnType<typeof useTreeMemory>;

/** Folds and hidden columns of a tree, to be kept above it: only the open view exists. */
export function useTreeMemory() {
  const [collapsedIds, onCollapsedIdsChange] = useState(NOTHING);
  const [hiddenColumns, onHiddenColumnsChange] = useState(NONE);
  return { collapsedIds, onCollapsedIdsChange, hiddenColumns, onHiddenColumnsChange };
}
