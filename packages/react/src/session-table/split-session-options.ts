import type { PanelProps } from '../states/panel.tsx';
import type { SessionTableViewProps } from './session-table-view.tsx';

/** What of a table's options is for its outermost element. */
export function splitSessionOptions({
  selectedId: _selectedId,
  onSelect: _onSelect,
  sessionHref: _sessionHref,
  selectable: _selectable,
  selection: _selection,
  defaultSelection: _defaultSelection,
  onSelectionChange: _onSelectionChange,
  toolbar: _toolbar,
  selectionActions: _selectionActions,
  ...panel
}: Partial<SessionTableViewProps>): PanelProps {
  return panel;
}
