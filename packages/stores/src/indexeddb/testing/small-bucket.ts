import type { Bytes } from '@oriel/core';

/** A storage bucket, which TypeScript does not know yet. */
interface StorageBucket {
  readonly indexedDB: IDBFactory;
}

interface StorageBuckets {
  open(name: string, options: { readonly quota: Bytes }): Promise<StorageBucket>;
}

/** A browser may take back a bucket that nobody refers to, and its databases with it. */
const inUse: StorageBucket[] = [];

/** Databases that may take so many bytes together, for as long as the page lives. */
export async function databasesWithQuota(quota: Bytes): Promise<IDBFactory> {
  const { storageBuckets } = navigator as unknown as { readonly storageBuckets: StorageBuckets };
  const bucket = await storageBuckets.open(`quota-${crypto.randomUUID()}`, { quota });
  inUse.push(bucket);
  return bucket.indexedDB;
}
