import { checkScoreValue, readScoreConfig } from '@oriel/core';
import type { ScorePatch, Store } from '@oriel/core';
import type { BatchEvent } from '@oriel/ingest';
import type { Call } from '../route.ts';

/** Events of a batch, with those made bad that name a score config they do not follow. */
export async function checkScoreConfigs(
  events: readonly BatchEvent[],
  call: Pick<Call, 'access' | 'request' | 'services'>,
): Promise<readonly BatchEvent[]> {
  const { documents } = call.services;
  if (!documents) return events;
  return Promise.all(
    events.map(async (event) => {
      const { patch } = event;
      if (patch?.kind !== 'score' || !patch.configId) return event;
      const problem = await problemOf(patch, documents, call.request.signal);
      if (problem === null) return event;
      // Who may not read must not find out by trying which configs there are.
      const detail = call.access.rights.has('read') ? problem : 'it is unknown, archived or has other rules';
      return {
        ...event,
        patch: null,
        problem: `The score does not follow the score config it names: ${detail}. Correct it, or send it without \`configId\`.`,
      };
    }),
  );
}

type Documents = NonNullable<Store['documents']>;

async function problemOf(
  { configId, name, dataType, value }: ScorePatch,
  documents: Documents,
  signal: AbortSignal,
): Promise<string | null> {
  const document = await documents.read({ kind: 'score-config', name: configId ?? '' }, { signal });
  const { config } = document ? readScoreConfig(document.body) : { config: null };
  if (!config) return 'there is no such config';
  if (config.isArchived) return 'it is archived';
  if (config.name !== name) return `its name is ${JSON.stringify(config.name)}`;
  if (config.dataType !== dataType) return `its data type is ${config.dataType}`;
  const problem = checkScoreValue(config, value ?? null);
  return problem === null ? null : `the value is ${problem.replaceAll('-', ' ')}`;
}
