import { expect, it } from 'vitest';
import { parseRoute, printRoute } from './route.ts';

it.each([
  ['order-agent/2025-03-07#42', 'obs-tools'],
  ['用户?&=%', null],
  ['100%', 'a&b=c'],
])('leads back to trace %j and observation %j', (traceId, observationId) => {
  expect(parseRoute(printRoute({ traceId, observationId }))).toEqual({ traceId, observationId });
});

it('opens an id typed by hand, bare percent sign and all', () => {
  expect(parseRoute('#/trace/100%')).toEqual({ traceId: '100%', observationId: null });
});

it('shows the list for anything else', () => {
  expect(parseRoute('')).toEqual({ traceId: null, observationId: null });
  expect(parseRoute('#/traces')).toEqual({ traceId: null, observationId: null });
});
