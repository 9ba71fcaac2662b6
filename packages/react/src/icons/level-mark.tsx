'use client';

import type { ReactNode } from 'react';
import type { ObservationLevel } from '@oriel/core';
import { usePresentation } from '../provider/presentation-context.ts';
import { Icon } from './icon.tsx';

const SHAPES: Readonly<Record<Exclude<ObservationLevel, 'DEFAULT'>, ReactNode>> = {
  ERROR: <path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.5M8 11v.1" />,
  WARNING: <path d="M8 2.5 14 13.3H2zM8 6.5v3M8 11.5v.1" />,
  DEBUG: <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M6 8h4" />,
};

interface LevelMarkProps {
  level: ObservationLevel;
}

/** Says that something is off in shape, text and colour, so that no single one is needed. Nothing for DEFAULT. */
export function LevelMark({ level }: LevelMarkProps) {
  const { messages } = usePresentation();
  if (level === 'DEFAULT') return null;
  return (
    <span className="oriel-level-mark" data-level={level}>
      <Icon>{SHAPES[level]}</Icon>
      <span className="oriel-level-mark-text">{messages.levels[level]}</span>
    </span>
  );
}
