'use client';

import { useState } from 'react';
import type { ReactNode } from 'react';
import { ChevronIcon } from '../icons/control-icons.tsx';

interface TurnFoldProps {
  title: string;
  /** Drawn when it is opened. */
  children: () => ReactNode;
}

/** Something that belongs to a turn but is not what people come for: one line, opened on request. */
export function TurnFold({ title, children }: TurnFoldProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="oriel-session-thread-fold">
      <button
        type="button"
        className="oriel-session-thread-fold-button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <ChevronIcon />
        <span className="oriel-session-thread-fold-title">{title}</span>
      </button>
      {isOpen && <div className="oriel-session-thread-fold-body">{children()}</div>}
    </div>
  );
}
