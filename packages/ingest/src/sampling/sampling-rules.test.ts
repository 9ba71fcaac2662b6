import { expect, it } from 'vitest';
import { SAMPLING_RULES } from './sampling-rules.ts';
import type { SamplingRule } from './sampling-rules.ts';

/** A trace is kept at rates above its share: just above and just below tell the share to nine digits. */
function expectShare(rule: SamplingRule, traceId: string, share: number) {
  expect(SAMPLING_RULES[rule](traceId, share + 2e-9)).toBe(true);
  expect(SAMPLING_RULES[rule](traceId, share - 2e-9)).toBe(false);
}

it.each([
  ['trace-1', 0.241977748],
  ['trace-2', 0.919953184],
  ['0123456789abcdef0123456789abcdef', 0.933119376],
])('keeps %s where the old JavaScript SDK does', (traceId, share) => {
  expectShare('langfuse-js', traceId, share);
});

it.each([
  ['0123456789abcdef0123456789abcdef', 0.244899587],
  ['00000000000000000000000000000001', 0.878122484],
])('keeps %s where a Langfuse server does', (traceId, share) => {
  expectShare('langfuse-server', traceId, share);
});

// Computed with the formulas of @opentelemetry/sdk-trace-base 2.0.0 and opentelemetry-sdk 1.27.0 for Python.
it.each([
  ['4bf92f3577b34da6a3ce929d0e0e4736', 0.568522884, 0.639870799],
  ['463ac35c9f6413ad48485a3953bb6124', 0.760466332, 0.282354011],
])('keeps %s where the OpenTelemetry SDKs do', (traceId, javaScript, python) => {
  expectShare('otel-js', traceId, javaScript);
  expectShare('otel', traceId, python);
});

it('decides for other ids as for the id that SDKs derive from them', () => {
  const derived = '3bf8b157c4238eefe5ae4a66eca81c6b';

  for (const rate of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    expect(SAMPLING_RULES.otel('order-42', rate)).toBe(SAMPLING_RULES.otel(derived, rate));
    expect(SAMPLING_RULES['otel-js']('order-42', rate)).toBe(SAMPLING_RULES['otel-js'](derived, rate));
  }
});

it.each(Object.keys(SAMPLING_RULES) as SamplingRule[])('%s keeps about the share it is told to', (rule) => {
  const ids = Array.from({ length: 4000 }, (_, index) => `trace ${index} of a test`);
  const kept = ids.filter((id) => SAMPLING_RULES[rule](id, 0.3));

  expect(kept.length / ids.length).toBeCloseTo(0.3, 1);
});
