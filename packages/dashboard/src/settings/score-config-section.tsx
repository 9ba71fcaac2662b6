'use client';

import { readScoreConfig } from '@oriel/core';
import type { JsonValue, ScoreConfig } from '@oriel/core';
import { useDocuments, usePresentation, useWriteDocument } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { AddScoreConfig } from './add-score-config.tsx';
import { Section } from './section.tsx';

/** What forms offer people to score, and a form to add to it. Nothing is deleted: scores go on pointing at it. */
export function ScoreConfigSection() {
  const { settings } = useDashboard().messages;
  const { format } = usePresentation();
  const documents = useDocuments('score-config');
  const write = useWriteDocument();
  const problem = documents.error ?? write.error;

  return (
    <Section title={settings.scoreConfigs}>
      {problem && (
        <p role="alert" className="oriel-settings-error">
          {problem.message}
        </p>
      )}
      {documents.data?.length === 0 && <p className="oriel-quiet">{settings.noScoreConfigs}</p>}
      <ul className="oriel-letters">
        {documents.data?.flatMap(({ name, body, version }) => {
          const { config } = readScoreConfig(body);
          if (!config) return [];
          return (
            <li key={name} className="oriel-letter">
              <div className="oriel-letter-text">
                <strong>{config.name}</strong>
                <span className="oriel-quiet">
                  {[
                    settings.configTypes[config.dataType],
                    ...config.categories,
                    ...limits(config).map((limit) => format.number(limit)),
                    config.description,
                    config.isArchived ? settings.archived : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              <button
                type="button"
                className="oriel-button"
                disabled={write.isPending}
                onClick={() =>
                  write.mutate({
                    kind: 'score-config',
                    name,
                    body: { ...(body as Record<string, JsonValue>), isArchived: !config.isArchived },
                    expectedVersion: version,
                  })
                }
              >
                {config.isArchived ? settings.restore : settings.archive}
              </button>
            </li>
          );
        })}
      </ul>
      <AddScoreConfig
        isBusy={write.isPending}
        onAdd={(config) =>
          write.mutate({ kind: 'score-config', name: config.name, body: { ...config }, expectedVersion: 0 })
        }
      />
    </Section>
  );
}

function limits({ minValue, maxValue }: ScoreConfig): number[] {
  return [minValue, maxValue].filter((limit) => limit !== null);
}
