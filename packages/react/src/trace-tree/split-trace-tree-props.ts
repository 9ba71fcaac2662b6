import type { TraceTreeViewProps } from './trace-tree-view.tsx';

/** Tells what the behaviour, the markup and the panel's outermost element are given from each other. */
export function splitTraceTreeProps<Props extends Omit<TraceTreeViewProps, 'observations' | 'trace'>>({
  columns,
  hiddenColumns,
  defaultHiddenColumns,
  onHiddenColumnsChange,
  renderLabel,
  renderBadges,
  selectedId,
  defaultSelectedId,
  onSelect,
  collapsedIds,
  defaultCollapsedIds,
  onCollapsedIdsChange,
  minimumLevel,
  defaultMinimumLevel,
  onMinimumLevelChange,
  isGrouped,
  defaultIsGrouped,
  onIsGroupedChange,
  searchText,
  defaultSearchText,
  onSearchTextChange,
  searchPayloads,
  ...panel
}: Props) {
  return {
    viewOptions: {
      columns,
      hiddenColumns,
      defaultHiddenColumns,
      onHiddenColumnsChange,
      renderLabel,
      renderBadges,
    },
    treeOptions: {
      selectedId,
      defaultSelectedId,
      onSelect,
      collapsedIds,
      defaultCollapsedIds,
      onCollapsedIdsChange,
      minimumLevel,
      defaultMinimumLevel,
      onMinimumLevelChange,
      isGrouped,
      defaultIsGrouped,
      onIsGroupedChange,
      searchText,
      defaultSearchText,
      onSearchTextChange,
      searchPayloads,
    },
    panel,
  };
}
