import { describe, expect, it } from 'vitest';
import type { JsonValue } from '@oriel/core';
import { parseBatch } from './parse-batch.ts';

describe('input and output that are JSON text', () => {
  const payload = { input: '{"city":"Oslo"}', output: 'plain text' };
  const batch = [
    { type: 'span-create', body: { id: 'o', traceId: 't', ...payload } },
    { type: 'trace-create', body: { id: 't', ...payload } },
  ].map((event, index) => ({ ...event, id: `event-${index}`, timestamp: '2025-03-07T09:00:00.000Z' }));

  it('become what they stand for where the AI SDK’s exporter sent them', () => {
    expect(parseBatch({ batch, metadata: { sdk_integration: 'vercel-ai-sdk' } }).patches).toMatchObject([
      { input: { city: 'Oslo' }, output: 'plain text' },
      { input: { city: 'Oslo' }, output: 'plain text' },
    ]);
  });

  it.each<[JsonValue]>([[null], ['vercel-ai-sdk'], [{ sdk_integration: 'DEFAULT' }], [{}]])(
    'stay text where others did (%j)',
    (metadata) => {
      expect(parseBatch({ batch, metadata }).patches).toMatchObject([payload, payload]);
    },
  );
});
