import { IngestError } from '@oriel/ingest';

/** What embed tokens are signed with: known to the host's server and to the collector, and to nobody else. */
export interface EmbedKey {
  /** Stands in every token (`kid`), so that several can be valid while one is exchanged for another. Not secret. */
  readonly id: string;
  /** At least 32 bytes of randomness, as text: `openssl rand -base64 32`. */
  readonly secret: string;
}

/** The one algorithm. A token says which it is signed with, and is never believed. */
export const EMBED_ALGORITHM = 'HS256';

/** What a token says it is, so that one that the host signs for something else is none. */
export const EMBED_TYPE = 'oriel-embed+jwt';

const MIN_SECRET_BYTES = 32;

/** @throws IngestError `bad-option` - it can be guessed. */
export function embedSecret({ id, secret }: EmbedKey): Uint8Array {
  const bytes = new TextEncoder().encode(secret);
  if (id !== '' && bytes.length >= MIN_SECRET_BYTES) return bytes;
  throw new IngestError(
    'bad-option',
    `The embed key ${JSON.stringify(id)} has no id, or a secret of less than ${MIN_SECRET_BYTES} bytes, which can be guessed. Make one with \`openssl rand -base64 32\`.`,
  );
}
