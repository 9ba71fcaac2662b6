'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

interface GridMenuProps {
  label: string;
  icon: ReactNode;
  children: ReactNode;
}

/** A button in the bar of a table, and what it opens. Escape closes it, as does going elsewhere. */
export function GridMenu({ label, icon, children }: GridMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const menuId = useId();
  const rootRef = useRef<HTMLDivElement>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!rootRef.current?.contains(target as Node)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, [isOpen]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setIsOpen(false);
    buttonRef.current?.focus();
  }

  return (
    <div
      ref={rootRef}
      role="presentation"
      className="oriel-data-grid-columns"
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setIsOpen(false);
      }}
    >
      <button
        ref={buttonRef}
        type="button"
        className="oriel-button oriel-data-grid-columns-button"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        onClick={() => {
          setIsOpen(!isOpen);
          setWasOpened(true);
        }}
      >
        {icon}
        <span className="oriel-data-grid-button-text">{label}</span>
      </button>
      {wasOpened && (
        // Kept while it is closed: what was begun in it goes on.
        <fieldset id={menuId} aria-label={label} className="oriel-data-grid-menu" hidden={!isOpen}>
          {children}
        </fieldset>
      )}
    </div>
  );
}
