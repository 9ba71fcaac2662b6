import type { PanelProps } from '../states/panel.tsx';
import type { UserTableViewProps } from './user-table-view.tsx';

/** What of a table's options is for its outermost element. */
export function splitUserOptions({
  selectedId: _selectedId,
  onSelect: _onSelect,
  userHref: _userHref,
  selectable: _selectable,
  selection: _selection,
  defaultSelection: _defaultSelection,
  onSelectionChange: _onSelectionChange,
  toolbar: _toolbar,
  selectionActions: _selectionActions,
  ...panel
}: Partial<UserTableViewProps>): PanelProps {
  return panel;
}
