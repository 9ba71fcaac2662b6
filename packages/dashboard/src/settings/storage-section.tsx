'use client';

import { useQuery } from '@tanstack/react-query';
import { usePresentation } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { Section } from './section.tsx';
import type { StorageUse } from './storage-use.ts';
import { useCounts } from './use-counts.ts';

/** Room changes slowly, and asking the browser for it is not free. */
const AGAIN_MS = 10_000;

interface StorageSectionProps {
  /** Asks how much room the store takes up. @defaultValue only what it holds is shown */
  readUse: (() => Promise<StorageUse>) | undefined;
}

/** What the store holds, and how much room that takes. */
export function StorageSection({ readUse }: StorageSectionProps) {
  const { messages, queryClient } = useDashboard();
  const { format } = usePresentation();
  const { settings } = messages;
  const counts = useCounts();
  const use = useQuery(
    {
      queryKey: ['oriel-dashboard', 'storage-use', readUse],
      queryFn: () => readUse?.() ?? null,
      enabled: readUse !== undefined,
      refetchInterval: AGAIN_MS,
      retry: false,
    },
    queryClient,
  );

  return (
    <Section title={settings.storage}>
      <dl className="oriel-settings-facts">
        {counts.map(([view, count]) => (
          <div key={view} className="oriel-settings-fact">
            <dt>{view === 'scores' ? settings.scores : messages.pages[view]}</dt>
            <dd>{count === null ? '…' : format.count(count)}</dd>
          </div>
        ))}
        {use.data && (
          <div className="oriel-settings-fact">
            <dt>{settings.room}</dt>
            <dd>
              {use.data.quota === null
                ? format.bytes(use.data.used)
                : settings.roomOf(format.bytes(use.data.used), format.bytes(use.data.quota))}
            </dd>
          </div>
        )}
      </dl>
      {use.error && (
        <p role="alert" className="oriel-settings-error">
          {use.error.message}
        </p>
      )}
    </Section>
  );
}
