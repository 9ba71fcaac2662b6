'use client';

import { useQuery } from '@tanstack/react-query';
import { usePresentation } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import type { IngestionMonitor } from './ingestion-monitor.ts';
import { Section } from './section.tsx';

const AGAIN_MS = 5000;

/** What came in since the ingestion started, and what masking hid of it. */
export function IngestionSection({ ingestion }: { ingestion: IngestionMonitor }) {
  const { messages, queryClient } = useDashboard();
  const { format } = usePresentation();
  const { settings } = messages;
  const { data, error } = useQuery(
    {
      queryKey: ['oriel-dashboard', 'counters', ingestion],
      queryFn: () => ingestion.counters(),
      refetchInterval: AGAIN_MS,
      retry: false,
    },
    queryClient,
  );
  const facts = data && [
    [settings.payloads, format.count(data.payloads)],
    [settings.received, format.bytes(data.bytes)],
    [settings.rejected, format.count(data.rejected)],
    [settings.sampledOut, format.count(data.sampledOut)],
    [settings.priced, format.count(data.priced)],
    [settings.unpriced, format.count(data.unpriced)],
    [settings.retries, format.count(data.retries)],
  ];
  const masked = Object.entries(data?.masked ?? {});

  return (
    <Section title={settings.ingestion}>
      {error && (
        <p role="alert" className="oriel-settings-error">
          {error.message}
        </p>
      )}
      <dl className="oriel-settings-facts">
        {facts?.map(([name, value]) => (
          <div key={name} className="oriel-settings-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="oriel-section-title">{settings.masked}</h3>
      {masked.length === 0 ? (
        <p className="oriel-quiet">{settings.nothingMasked}</p>
      ) : (
        <dl className="oriel-settings-facts">
          {masked.map(([rule, count]) => (
            <div key={rule} className="oriel-settings-fact">
              <dt>{rule}</dt>
              <dd>{format.count(count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
