'use client';

import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { nodeDetail } from '@oriel/core';
import type { TraceStructure, TraceTreeNodeId } from '@oriel/core';
import { ChevronIcon } from '../icons/control-icons.tsx';
import { TypeIcon } from '../icons/type-icon.tsx';
import { usePresentation } from './presentation.ts';

interface NarrowDetailProps {
  structure: TraceStructure;
  selectedId: TraceTreeNodeId;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The detail of what is picked. */
  children: ReactNode;
}

/**
 * The detail where there is room for one pane only. What is picked is named at the foot of the views and opened from
 * there: picking alone must not take the view away from who walks it by keyboard.
 */
export function NarrowDetail({ structure, selectedId, isOpen, onOpenChange, children }: NarrowDetailProps) {
  const { messages } = usePresentation();
  const openRef = useRef<HTMLButtonElement>(null);
  const backRef = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);

  // The button that was pressed goes away, so the focus moves to the one that leads back.
  useEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    (isOpen ? backRef : openRef).current?.focus();
  }, [isOpen]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.defaultPrevented) onOpenChange(false);
  }

  if (isOpen) {
    return (
      <div role="presentation" className="oriel-trace-narrow" onKeyDown={onKeyDown}>
        <button
          ref={backRef}
          type="button"
          className="oriel-trace-narrow-back"
          onClick={() => onOpenChange(false)}
        >
          <ChevronIcon />
          {messages.traceView.back}
        </button>
        <div className="oriel-trace-narrow-detail">{children}</div>
      </div>
    );
  }
  const observation = nodeDetail(structure, selectedId)?.observation ?? null;
  const name = (observation ?? structure.trace).name?.trim();
  return (
    <button
      ref={openRef}
      type="button"
      className="oriel-trace-narrow-open"
      onClick={() => onOpenChange(true)}
    >
      <TypeIcon type={observation ? observation.type : 'TRACE'} />
      <span className="oriel-trace-narrow-name">{name ? name : messages.unnamed}</span>
      <span className="oriel-trace-narrow-hint">{messages.details}</span>
      <ChevronIcon />
    </button>
  );
}
