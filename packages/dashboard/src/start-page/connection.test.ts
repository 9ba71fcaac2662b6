import { expect, it } from 'vitest';
import { connectionLines } from './connection.ts';

it('writes the variables that published SDKs read', () => {
  const lines = connectionLines({
    endpoint: 'https://traces.example.com/',
    publicKey: 'pk-lf-1',
    secretKey: 'sk-lf-2',
  });

  expect(lines.langfuse).toBe(
    'LANGFUSE_BASE_URL=https://traces.example.com\nLANGFUSE_PUBLIC_KEY=pk-lf-1\nLANGFUSE_SECRET_KEY=sk-lf-2',
  );
  const [endpoint, headers] = lines.openTelemetry.split('\n');
  expect(endpoint).toBe('OTEL_EXPORTER_OTLP_ENDPOINT=https://traces.example.com/api/public/otel');
  const value = decodeURIComponent(headers?.split('Authorization=')[1] ?? '');
  expect(atob(value.replace('Basic ', ''))).toBe('pk-lf-1:sk-lf-2');
});

it('never makes a secret up: without one it says where it goes', () => {
  const lines = connectionLines({ endpoint: 'http://localhost:4711', publicKey: 'pk' });

  expect(lines.langfuse).toContain('LANGFUSE_SECRET_KEY=<your secret key>');
  expect(lines.openTelemetry).toContain('Authorization=Basic%20<base64 of public key:secret key>');
});
