'use client';

import { useEffect, useRef } from 'react';
import type { HTMLAttributes, ReactNode, RefObject } from 'react';
import { useIsomorphicLayoutEffect } from '../state/use-isomorphic-layout-effect.ts';
import { placePopup } from './place-popup.ts';

export interface PopupProps extends HTMLAttributes<HTMLDivElement> {
  /** What it belongs to: it stands below that, or above where there is more room. */
  anchorRef: RefObject<HTMLElement | null>;
  /** Called by a press elsewhere, by Escape, and when the focus goes elsewhere. */
  onClose: () => void;
  /** Which edges of the two are in line. @defaultValue `start` */
  align?: 'start' | 'end' | undefined;
  /** What it is called, where it is a dialog: a list inside of it may be all that has a name. @defaultValue no dialog */
  label?: string | undefined;
  children: ReactNode;
}

/**
 * What opens beside a control. It stands in the top layer, so nothing cuts it off or covers it, and in the document
 * below the control, so it looks like its panel and Tab finds it. Mount it to open it.
 */
export function Popup({
  anchorRef,
  onClose,
  align = 'start',
  label,
  className,
  children,
  ...rest
}: PopupProps) {
  const ref = useRef<HTMLDivElement>(null);
  const closeRef = useRef(onClose);
  useEffect(() => {
    closeRef.current = onClose;
  });

  useIsomorphicLayoutEffect(() => {
    const popup = ref.current;
    const anchor = anchorRef.current;
    if (!popup || !anchor) return undefined;
    // Browsers from before 2024 show it where it stands.
    popup.showPopover?.();
    const place = () => placePopup(popup, anchor, align);
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(popup);
    sizes.observe(anchor);
    const onScroll = ({ target }: Event) => {
      // Its own content scrolls in it.
      if (!(target instanceof Node && popup.contains(target))) place();
    };
    addEventListener('scroll', onScroll, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      sizes.disconnect();
      removeEventListener('scroll', onScroll, { capture: true });
      removeEventListener('resize', place);
    };
  }, [anchorRef, align]);

  useEffect(() => {
    const isInside = (target: EventTarget | null) =>
      target instanceof Node &&
      (ref.current?.contains(target) === true || anchorRef.current?.contains(target) === true);
    const onElsewhere = ({ target }: Event) => {
      if (!isInside(target)) closeRef.current();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isInside(event.target)) return;
      event.stopPropagation();
      closeRef.current();
    };
    document.addEventListener('pointerdown', onElsewhere, true);
    document.addEventListener('focusin', onElsewhere);
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('pointerdown', onElsewhere, true);
      document.removeEventListener('focusin', onElsewhere);
      document.removeEventListener('keydown', onKeyDown, true);
    };
  }, [anchorRef]);

  return (
    <div
      {...rest}
      {...(label !== undefined && { role: 'dialog', 'aria-label': label })}
      ref={ref}
      // A press between its controls would give the focus to whatever around it takes one, such as a whole page.
      tabIndex={-1}
      popover="manual"
      className={['oriel-popup', className].filter(Boolean).join(' ')}
    >
      {children}
    </div>
  );
}
