import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createPricer, loadDefaultPrices } from '@oriel/core/pricing';
import { CLIENTS } from './facts/client-facts.ts';
import { listScenarios, readRecording } from './read-recording.ts';
import { replay } from './replay.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Priced by the minute, or names that only the recorded programs have: nobody sells these. */
const UNPRICED = ['whisper-1', 'fake-1', 'fake-model', 'gpt-5-2025', 'gpt-4o-2025'];

it('knows the price of every model that a vendor sells, and says so of the others', async () => {
  const pricer = createPricer([await loadDefaultPrices()]);
  const status = new Map<string, string>();
  for (const model of await recordedModels()) {
    status.set(model, pricer.price({ model, usage: { input: 1, output: 1 } }).status);
  }

  const unpriced = [...status].filter(([, answer]) => answer !== 'priced').map(([model]) => model);
  expect(status.size).toBeGreaterThan(10);
  expect(UNPRICED).toEqual(expect.arrayContaining(unpriced));
});

async function recordedModels(): Promise<ReadonlySet<string>> {
  const models = new Set<string>();
  for (const client of CLIENTS) {
    for (const scenario of await listScenarios(join(FIXTURES, client))) {
      const { requests } = await readRecording(join(FIXTURES, client, scenario));
      const { traces } = await replay(requests);
      for (const { observations } of traces)
        for (const { model } of observations) if (model !== null) models.add(model);
    }
  }
  return models;
}
