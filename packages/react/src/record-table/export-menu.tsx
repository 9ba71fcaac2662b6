'use client';

import { GridMenu } from '../data-grid/grid-menu.tsx';
import { lazyPart } from '../data-grid/lazy-part.tsx';
import { DownloadIcon } from '../icons/control-icons.tsx';
import type { ExportFormProps } from './export-form.tsx';
import { usePresentation } from './presentation.ts';

const ExportForm = lazyPart<ExportFormProps>(async () => (await import('./export-form.tsx')).ExportForm);

/** A button that opens the way out of the page for what the table shows. */
export function ExportMenu(props: ExportFormProps) {
  const { messages } = usePresentation();
  return (
    <GridMenu label={messages.recordTable.export} icon={<DownloadIcon />}>
      <ExportForm {...props} />
    </GridMenu>
  );
}
