'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { usePresentation } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import type { IngestionMonitor } from './ingestion-monitor.ts';
import { Section } from './section.tsx';

const AGAIN_MS = 5000;

/** Records that could not be written: why, and the ways to send them again or to give them up. */
export function DeadLettersSection({ deadLetters }: Pick<IngestionMonitor, 'deadLetters'>) {
  const { messages, queryClient } = useDashboard();
  const { format } = usePresentation();
  const { settings } = messages;
  const letters = useQuery(
    {
      queryKey: ['oriel-dashboard', 'dead-letters', deadLetters],
      queryFn: () => deadLetters.list(),
      refetchInterval: AGAIN_MS,
      retry: false,
    },
    queryClient,
  );
  const onSettled = () => letters.refetch();
  const replay = useMutation({ mutationFn: (id: string) => deadLetters.replay(id), onSettled }, queryClient);
  const remove = useMutation(
    { mutationFn: (id: string) => deadLetters.delete([id]), onSettled },
    queryClient,
  );
  const isBusy = replay.isPending || remove.isPending;
  const problem = letters.error ?? replay.error ?? remove.error;

  return (
    <Section title={settings.deadLetters}>
      {problem && (
        <p role="alert" className="oriel-settings-error">
          {problem.message}
        </p>
      )}
      {letters.data?.length === 0 && <p className="oriel-quiet">{settings.noDeadLetters}</p>}
      <ul className="oriel-letters">
        {letters.data?.map(({ id, at, stage, code, reason, patchCount }) => (
          <li key={id} className="oriel-letter">
            <div className="oriel-letter-text">
              <strong>{settings.letter(format.count(patchCount), stage, code)}</strong>
              <span className="oriel-quiet">
                <time dateTime={new Date(at).toISOString()}>{format.dateTime(at)}</time>
              </span>
              <span>{reason}</span>
            </div>
            <button
              type="button"
              className="oriel-button"
              disabled={isBusy}
              onClick={() => replay.mutate(id)}
            >
              {settings.replay}
            </button>
            <button
              type="button"
              className="oriel-button"
              disabled={isBusy}
              onClick={() => remove.mutate(id)}
            >
              {settings.giveUp}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
