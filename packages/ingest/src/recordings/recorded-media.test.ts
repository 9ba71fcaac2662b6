import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extractMedia } from '../media/extract-media.ts';
import { parsePayload } from '../parse-payload.ts';
import { listScenarios, readRecording } from './read-recording.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

const clients = (await readdir(FIXTURES, { withFileTypes: true })).filter((entry) => entry.isDirectory());
const scenarios = await Promise.all(
  clients.map(async ({ name }) =>
    (await listScenarios(join(FIXTURES, name))).map((scenario) => `${name}/${scenario}`),
  ),
);

/** How a PNG begins in base64, and as dumped bytes. */
const INLINE_PNG = /iVBORw0KGgo|137,\s*80,\s*78,\s*71/;

describe.each(scenarios.flat())('%s', (scenario) => {
  it('keeps no media inside its payloads, and all of them apart', async () => {
    const { requests, facts } = await readRecording(join(FIXTURES, scenario));
    const parsed = await Promise.all(requests.map((request) => parsePayload(request)));
    const { patches, media } = extractMedia(parsed.flatMap((payload) => payload.patches));
    const known = new Set(
      [...media, ...parsed.flatMap((payload) => payload.media)].map(({ sha256 }) => sha256),
    );

    expect(JSON.stringify(patches)).not.toMatch(INLINE_PNG);
    for (const { sha256Base64 } of (facts['media'] ?? []) as { sha256Base64: string }[]) {
      expect(known).toContain(sha256Base64);
    }
  });
});
