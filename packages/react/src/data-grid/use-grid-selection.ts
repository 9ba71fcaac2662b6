'use client';

import { useMemo } from 'react';
import { useControlled } from '../state/use-controlled.ts';
import { NOTHING_SELECTED } from './data-grid-column.ts';
import type { DataGridSelection } from './data-grid-column.ts';

export interface GridSelectionOptions {
  /** Rows can be selected. @defaultValue `false` */
  selectable?: boolean | undefined;
  selection?: DataGridSelection | undefined;
  /** @defaultValue nothing */
  defaultSelection?: DataGridSelection | undefined;
  onSelectionChange?: ((selection: DataGridSelection) => void) | undefined;
}

/** Which rows are selected, and what selects them. */
export function useGridSelection(
  { selectable = false, selection, defaultSelection, onSelectionChange }: GridSelectionOptions,
  ids: readonly string[],
  totalCount: number | null,
) {
  const [value, setValue] = useControlled(selection, defaultSelection ?? NOTHING_SELECTED, onSelectionChange);
  const named = useMemo(() => new Set(value.kind === 'some' ? value.ids : value.exceptIds), [value]);
  const isSelected = (id: string) => named.has(id) === (value.kind === 'some');
  const count =
    value.kind === 'some'
      ? value.ids.length
      : Math.max(0, (totalCount ?? ids.length) - value.exceptIds.length);

  function select(changed: readonly string[], isOn: boolean) {
    const next = new Set(named);
    for (const id of changed) {
      if (isOn === (value.kind === 'some')) next.add(id);
      else next.delete(id);
    }
    setValue(
      value.kind === 'some' ? { kind: 'some', ids: [...next] } : { kind: 'all', exceptIds: [...next] },
    );
  }

  return {
    isEnabled: selectable,
    value,
    isSelected,
    /** Rows that are selected, loaded or not. */
    count,
    toggle: (id: string) => select([id], !isSelected(id)),
    select,
    /** Of the loaded rows. */
    share: ids.length > 0 && ids.every(isSelected) ? 'all' : count > 0 ? 'some' : 'none',
    selectAllMatching: () => setValue({ kind: 'all', exceptIds: [] }),
    clear: () => setValue(NOTHING_SELECTED),
  } as const;
}

export type GridSelection = ReturnType<typeof useGridSelection>;
