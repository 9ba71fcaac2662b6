import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Patch } from '@oriel/core';
import { expect, it } from 'vitest';
import { createMasker } from '../masking/masker.ts';
import { maskingRules } from '../masking/masking-rules.ts';
import { parsePayload } from '../parse-payload.ts';
import { listScenarios, readRecording } from './read-recording.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** All patches of all recordings, by scenario. */
async function allPatches(): Promise<ReadonlyMap<string, readonly Patch[]>> {
  const patches = new Map<string, readonly Patch[]>();
  const clients = (await readdir(FIXTURES, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name: client } of clients) {
    for (const scenario of await listScenarios(join(FIXTURES, client))) {
      const { requests } = await readRecording(join(FIXTURES, client, scenario));
      const parsed = await Promise.all(requests.map((request) => parsePayload(request)));
      patches.set(
        `${client}/${scenario}`,
        parsed.flatMap((payload) => payload.patches),
      );
    }
  }
  return patches;
}

const recorded = allPatches();

function leaves(value: unknown, path = ''): readonly (readonly [path: string, leaf: unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, `${path}.${key}`));
}

it('stores no credential that a client sent about itself', async () => {
  const credentials = ['sk-lf-fixture', 'pk-lf-fixture', btoa('pk-lf-fixture:sk-lf-fixture')];
  for (const [scenario, patches] of await recorded) {
    const stored = JSON.stringify(createMasker().mask(patches));
    for (const credential of credentials) expect(stored, scenario).not.toContain(credential);
  }
});

it('changes nothing of ordinary traffic, with all rules on, but what is a secret', async () => {
  const changed = new Set<string>();
  for (const patches of (await recorded).values()) {
    const masked = createMasker({ rules: Object.values(maskingRules) }).mask(patches);
    for (const [index, patch] of patches.entries()) {
      if (masked[index] === patch) continue;
      const after = new Map(leaves(masked[index]));
      for (const [path, leaf] of leaves(patch)) {
        if (after.get(path) !== leaf) changed.add(`${String(leaf)} → ${String(after.get(path))}`);
      }
    }
  }

  expect([...changed]).toEqual([
    'metadata is not masked: 4000-0000-0000-0002 → metadata is not masked: <card>',
  ]);
});
