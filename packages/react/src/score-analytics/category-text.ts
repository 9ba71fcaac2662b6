import type { AnalysedType } from '@oriel/core';
import type { PanelPresentation } from '../provider/panel-presentation.ts';

/** What a category is called: yes and no in the reader's language, `null` what is not shown by itself. */
export function categoryText(
  category: string | null,
  dataType: AnalysedType,
  { messages }: PanelPresentation<'scoreAnalytics'>,
): string {
  if (category === null) return messages.scoreAnalytics.others;
  if (dataType !== 'BOOLEAN') return category;
  return category === 'true' ? messages.yes : messages.no;
}
