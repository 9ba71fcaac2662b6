'use client';

import { useEffect, useState } from 'react';
import { timeTick } from '@oriel/core';
import type { EpochMs, TimeRange } from '@oriel/core';

/**
 * The present moment, as a range needs it: it moves on in the range's own steps ({@link timeTick}), at once when
 * another range is chosen or time goes on again, and not at all while it is stopped.
 */
export function useNow(range: TimeRange, isLive: boolean): EpochMs {
  const key = 'preset' in range ? range.preset : '';
  const [seen, setSeen] = useState(() => ({ now: Date.now(), key, isLive }));
  const tick = isLive ? timeTick(range) : null;

  useEffect(() => {
    if (tick === null) return undefined;
    const timer = setInterval(() => setSeen((before) => ({ ...before, now: Date.now() })), tick);
    return () => clearInterval(timer);
  }, [tick]);

  if (seen.key === key && seen.isLive === isLive) return seen.now;
  // While drawing, which then begins again: nothing is asked for with a moment that is long past.
  setSeen((before) => ({ now: before.isLive || isLive ? Date.now() : before.now, key, isLive }));
  return seen.now;
}
