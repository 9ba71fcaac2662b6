import { expect, it } from 'vitest';
import { mediaAddress } from './media-id.ts';

it('files bytes under the id that Langfuse SDKs put into a payload', () => {
  expect(mediaAddress(new TextEncoder().encode('Hello, World!'))).toEqual({
    id: '3_1gIbsr1bCvZ2KQgJ7DpT',
    sha256: '3/1gIbsr1bCvZ2KQgJ7DpTGR3YHH9wpLKGiKNiGCmG8=',
  });
});
