import { expect, it } from 'vitest';
import { safeContentType } from './safe-content-type.ts';

it.each(['image/png', 'audio/wav', 'video/mp4', 'application/pdf', 'image/svg+xml'])('keeps %s', (type) => {
  expect(safeContentType(type)).toBe(type);
});

it.each([
  'text/html',
  'application/xhtml+xml',
  'text/xml',
  'application/javascript',
  'image/svg+xml,x',
  'nonsense',
  '',
])('makes mere bytes of %j, which could run as the host', (type) => {
  expect(safeContentType(type)).toBe('application/octet-stream');
});

it('ignores parameters and case', () => {
  expect(safeContentType('Image/PNG; charset=x')).toBe('image/png');
  expect(safeContentType(null)).toBe('application/octet-stream');
});
