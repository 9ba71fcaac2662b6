import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyPair } from '../auth/key-access.ts';

/**
 * The keys of the collector: from the environment, else from their file, else made and kept there, where nobody but the
 * user of this process can read them.
 *
 * @param file - `null` where there is no place to keep them: they are made anew each time.
 */
export async function readKeys(
  file: string | null,
  env: Readonly<Record<string, string | undefined>>,
): Promise<KeyPair> {
  const { ORIEL_PUBLIC_KEY: publicKey, ORIEL_SECRET_KEY: secretKey } = env;
  if (publicKey && secretKey) return { publicKey, secretKey };
  if (publicKey || secretKey) {
    throw new Error(
      'One of ORIEL_PUBLIC_KEY and ORIEL_SECRET_KEY is set without the other. Set both, or none.',
    );
  }
  return (file === null ? null : await readFrom(file)) ?? (await makeKeys(file));
}

async function readFrom(file: string): Promise<KeyPair | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const { publicKey, secretKey } = JSON.parse(text) as Partial<Record<keyof KeyPair, unknown>>;
  if (typeof publicKey === 'string' && typeof secretKey === 'string') return { publicKey, secretKey };
  throw new Error(
    `${file} holds no keys. Put {"publicKey", "secretKey"} there, or delete it to have new ones made.`,
  );
}

async function makeKeys(file: string | null): Promise<KeyPair> {
  const keys = { publicKey: `pk-lf-${crypto.randomUUID()}`, secretKey: `sk-lf-${crypto.randomUUID()}` };
  if (file !== null) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  return keys;
}
