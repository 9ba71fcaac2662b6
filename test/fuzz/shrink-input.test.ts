import { expect, it, vi } from 'vitest';
import { checkInput } from './check-input.ts';
import { shrinkInput } from './shrink-input.ts';

vi.mock('./check-input.ts');

it('leaves out everything that the failure does not need', async () => {
  vi.mocked(checkInput).mockImplementation(async ({ payload }) =>
    payload.body.includes(7) && payload.body.includes(9) ? `it throws: at 0x${payload.body.length}` : null,
  );
  const body = Uint8Array.from({ length: 300 }, (_, index) => (index === 100 ? 7 : index === 250 ? 9 : 0));

  const { payload } = await shrinkInput({ payload: { body }, survivors: [] }, 'it throws: at 0x300');

  expect([...payload.body]).toEqual([7, 9]);
});
