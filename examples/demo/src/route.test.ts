import { expect, it } from 'vitest';
import { parseRoute, printRoute } from './route.ts';

it.each([
  ['order-agent/2025-03-07#42', { selectedId: 'obs-tools' }],
  ['用户?&=%', {}],
  ['100%', { selectedId: 'a&b=c', mode: 'timeline' }],
])('leads back to trace %j as it was seen: %j', (traceId, view) => {
  expect(parseRoute(printRoute({ traceId, view }))).toEqual({ traceId, view });
});

it('opens an id typed by hand, bare percent sign and all', () => {
  expect(parseRoute('#/trace/100%')).toEqual({ traceId: '100%', view: {} });
});

it('shows the list for anything else', () => {
  expect(parseRoute('')).toEqual({ traceId: null, view: {} });
  expect(parseRoute('#/traces')).toEqual({ traceId: null, view: {} });
});
