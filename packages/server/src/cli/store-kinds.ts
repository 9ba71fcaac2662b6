/** Where the command can keep things. Another kind is a word here, and how it is opened in `open-store.ts`. */
export const STORE_KINDS = ['file', 'memory', 'langfuse'] as const;

export type StoreKind = (typeof STORE_KINDS)[number];

export function isStoreKind(word: string): word is StoreKind {
  return STORE_KINDS.some((kind) => kind === word);
}
