import { expect, it } from 'vitest';
import { judgeRemote } from './remote-policy.ts';

it('loads nothing unless it is told to', () => {
  expect(judgeRemote([], 'https://a.example/x.png')).toBe('never');
});

it('loads from the very origins that are named', () => {
  const policy = ['https://a.example'];

  expect(judgeRemote(policy, 'https://a.example/x.png')).toBe('load');
  for (const other of [
    'http://a.example/',
    'https://a.example:8443/',
    'https://b.a.example/',
    'https://a.example.evil/',
  ]) {
    expect(judgeRemote(policy, other)).toBe('never');
  }
});

it("follows the host's function, which may ask the reader", () => {
  const policy = (url: URL) => (url.hostname === 'a.example' ? 'ask' : url.hostname === 'b.example');

  expect(judgeRemote(policy, 'https://a.example/')).toBe('ask');
  expect(judgeRemote(policy, 'https://b.example/')).toBe('load');
  expect(judgeRemote(policy, 'https://c.example/')).toBe('never');
});

it.each(['javascript:alert(1)', 'data:image/png;base64,AA', 'file:///etc/passwd', 'blob:x', '//a', 'x'])(
  'never loads %s',
  (address) => {
    expect(judgeRemote(() => true, address)).toBe('never');
  },
);
