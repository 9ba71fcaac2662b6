export { createPlayhead } from './playhead.ts';
export type { Playhead } from './playhead.ts';
export { TraceFocus, useTraceFocus } from './trace-focus.tsx';
export type { TraceFocusProps, TraceFocusValue } from './trace-focus.tsx';
export { usePlayhead, usePlayheadTime } from './use-playhead.ts';
export { useSelection } from './use-selection.ts';
export type { SelectionOptions } from './use-selection.ts';
