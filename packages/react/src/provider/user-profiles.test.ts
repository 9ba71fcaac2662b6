import { expect, it, vi } from 'vitest';
import type { ResolveProfiles } from './user-profiles.ts';
import { createProfileLoader } from './user-profiles.ts';

it('asks for many users at once, and for each but once', async () => {
  const resolve = vi.fn<ResolveProfiles>(
    async (ids) => new Map(ids.map((id) => [id, { name: id.toUpperCase() }])),
  );
  const loader = createProfileLoader(resolve);
  const listener = vi.fn<() => void>();
  loader.subscribe(listener);

  for (let round = 0; round < 3; round += 1)
    for (let user = 0; user < 150; user += 1) loader.want(`user-${user}`);
  await vi.waitFor(() => expect(loader.get('user-149')).toEqual({ name: 'USER-149' }));
  expect(resolve.mock.calls.map(([ids]) => ids.length)).toEqual([100, 50]);
  expect(listener).toHaveBeenCalledTimes(2);

  loader.want('user-3');
  loader.want('new');
  await vi.waitFor(() => expect(loader.get('new')).toBeDefined());
  expect(resolve.mock.lastCall).toEqual([['new']]);
});

it('asks again after a failure, when the user is shown again', async () => {
  const resolve = vi.fn<ResolveProfiles>();
  resolve.mockRejectedValueOnce(new Error('down')).mockResolvedValue(new Map([['ada', { name: 'Ada' }]]));
  const loader = createProfileLoader(resolve);

  loader.want('ada');
  await vi.waitFor(() => expect(resolve).toHaveBeenCalledTimes(1));
  expect(loader.get('ada')).toBeUndefined();
  await vi.waitFor(() => {
    loader.want('ada');
    expect(loader.get('ada')).toEqual({ name: 'Ada' });
  });
});
