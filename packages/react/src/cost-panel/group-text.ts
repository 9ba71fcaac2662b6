import { numberChange } from '@oriel/core';
import type { CostGrouping, GroupValue } from '@oriel/core';
import type { PanelPresentation } from '../provider/panel-presentation.ts';

/** What a grouping is called. */
export function groupingText(
  grouping: CostGrouping,
  { messages }: Pick<PanelPresentation<'costPanel'>, 'messages'>,
): string {
  const own = messages.costPanel;
  return isMetadata(grouping) ? own.metadataKey(grouping.slice('metadata.'.length)) : own.groupings[grouping];
}

function isMetadata(grouping: CostGrouping): grouping is `metadata.${string}` {
  return grouping.startsWith('metadata.');
}

/** What a group is called. */
export function groupText(
  { group, isRest }: { readonly group: GroupValue; readonly isRest: boolean },
  { messages }: Pick<PanelPresentation<'costPanel'>, 'messages'>,
): string {
  if (isRest) return messages.costPanel.rest;
  return group === null || group === '' ? messages.costPanel.none : String(group);
}

/** How an amount changed: a percentage with its sign, or that it is new; `null` where nobody knows. */
export function changeText(
  now: number,
  before: number | null,
  { messages, format }: Pick<PanelPresentation<'costPanel'>, 'messages' | 'format'>,
): string | null {
  if (before === null || (before === 0 && now === 0)) return null;
  if (before === 0) return messages.costPanel.newGroup;
  const change = numberChange(now, before);
  if (change?.share == null) return null;
  if (change.times !== null) return `×${format.count(Math.round(change.times))}`;
  return `${change.share > 0 ? '+' : ''}${format.share(change.share)}`;
}
