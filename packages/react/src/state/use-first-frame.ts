'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

/**
 * False until the first frame of a component has been on its way to the screen, so that what matters most is seen
 * before the rest is made. Always true on a server, and where a server's markup comes alive.
 *
 * @param isWaitedFor - false where the rest takes so little that it comes with the first frame.
 */
export function useFirstFrame(isWaitedFor = true): boolean {
  const isFromServer = useSyncExternalStore(
    subscribe,
    () => false,
    () => true,
  );
  const [hasPassed, setHasPassed] = useState(isFromServer || !isWaitedFor);
  useEffect(() => {
    if (hasPassed) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A frame's callbacks run before it is painted, a task after it.
    const request = requestAnimationFrame(() => {
      timer = setTimeout(() => setHasPassed(true));
    });
    return () => {
      cancelAnimationFrame(request);
      clearTimeout(timer);
    };
  }, [hasPassed]);
  return hasPassed;
}

/** Where a component came from does not change. */
function subscribe(): () => void {
  return () => undefined;
}
