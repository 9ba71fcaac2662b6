'use client';

import { useState, useSyncExternalStore } from 'react';
import type { EpochMs } from '@oriel/core';
import { createPlayhead } from './playhead.ts';
import type { Playhead } from './playhead.ts';
import { useTraceFocus } from './trace-focus.tsx';

/** The playhead of a view: the host's where it gives one, else the one its neighbours share, else its own. */
export function usePlayhead(given: Playhead | undefined): Playhead {
  const focus = useTraceFocus();
  const [own] = useState(() => createPlayhead());
  return given ?? focus?.playhead ?? own;
}

/** Where a playhead stands, rendering again whenever it moves: for texts and sliders, not for what is drawn per frame. */
export function usePlayheadTime(playhead: Playhead): EpochMs | null {
  return useSyncExternalStore(playhead.subscribe, playhead.read, playhead.read);
}
