'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { safeContentType } from './safe-content-type.ts';

/** An address of bytes, taken back when the component goes or the bytes change; `null` before it is there. */
export function useObjectUrl(bytes: Uint8Array | null, contentType: string | null): string | null {
  const address = useMemo(() => objectUrl(bytes, contentType), [bytes, contentType]);
  return useSyncExternalStore(address.hold, address.read, () => null);
}

/** An address that exists for as long as somebody holds it: making one during a render would leak it. */
function objectUrl(bytes: Uint8Array | null, contentType: string | null) {
  let url: string | null = null;
  return {
    read: () => url,
    hold: (): (() => void) => {
      if (!bytes) return () => undefined;
      const made = URL.createObjectURL(new Blob([bytes as BlobPart], { type: safeContentType(contentType) }));
      url = made;
      return () => {
        URL.revokeObjectURL(made);
        if (url === made) url = null;
      };
    },
  };
}
