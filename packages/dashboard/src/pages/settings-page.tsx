'use client';

import type { ReactNode } from 'react';
import { ModelPriceTable } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { DeadLettersSection } from '../settings/dead-letters-section.tsx';
import type { IngestionMonitor } from '../settings/ingestion-monitor.ts';
import { IngestionSection } from '../settings/ingestion-section.tsx';
import { ScoreConfigSection } from '../settings/score-config-section.tsx';
import { Section } from '../settings/section.tsx';
import { StorageSection } from '../settings/storage-section.tsx';
import type { StorageUse } from '../settings/storage-use.ts';
import { TransferSection } from '../settings/transfer-section.tsx';

export interface SettingsPageProps {
  ingestion: IngestionMonitor | undefined;
  readStorageUse: (() => Promise<StorageUse>) | undefined;
  /** Sections of the host. */
  more: ReactNode;
}

/** What is kept, how it came in, and how it is judged and priced. */
export function SettingsPage({ ingestion, readStorageUse, more }: SettingsPageProps) {
  const { messages, store } = useDashboard();
  return (
    <div className="oriel-page-scroll oriel-settings">
      <h1 className="oriel-page-title">{messages.pages.settings}</h1>
      <StorageSection readUse={readStorageUse} />
      <Section title={messages.settings.prices}>
        <div className="oriel-settings-panel">
          <ModelPriceTable />
        </div>
      </Section>
      {store.documents && <ScoreConfigSection />}
      <TransferSection />
      {ingestion && (
        <>
          <IngestionSection ingestion={ingestion} />
          <DeadLettersSection deadLetters={ingestion.deadLetters} />
        </>
      )}
      {more}
    </div>
  );
}
