'use client';

import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Icon } from '../icons/icon.tsx';

/** Something to do with a chart. */
export interface ChartMenuItem {
  readonly label: string;
  readonly onSelect: () => void;
}

interface ChartMenuProps {
  label: string;
  items: readonly ChartMenuItem[];
}

/** A button with a list of what can be done, above everything, closed by Escape or a click elsewhere. */
export function ChartMenu({ label, items }: ChartMenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const own = menu.current;
    // By hand: React 18 knows neither the attribute nor the event.
    button.current?.setAttribute('popovertarget', id);
    const follow = (event: Event) =>
      onToggle((event as ToggleEvent).newState === 'open', button.current, own);
    own?.addEventListener('toggle', follow);
    return () => own?.removeEventListener('toggle', follow);
  }, [id]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const options = [...event.currentTarget.querySelectorAll('button')];
    const place = options.indexOf(document.activeElement as HTMLButtonElement);
    const last = options.length - 1;
    const next = {
      ArrowDown: place === last ? 0 : place + 1,
      ArrowUp: place <= 0 ? last : place - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === 'Tab') menu.current?.hidePopover();
    if (next === undefined) return;
    event.preventDefault();
    options[next]?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="oriel-icon-button oriel-chart-more"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded="false"
        aria-controls={id}
      >
        <Icon>
          <circle cx="3.5" cy="8" r="1.3" fill="currentColor" stroke="none" />
          <circle cx="8" cy="8" r="1.3" fill="currentColor" stroke="none" />
          <circle cx="12.5" cy="8" r="1.3" fill="currentColor" stroke="none" />
        </Icon>
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className="oriel-chart-menu"
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              menu.current?.hidePopover();
              button.current?.focus();
              item.onSelect();
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </>
  );
}

/** Puts an opened menu beside its button, and somebody's focus into it. */
function onToggle(isOpen: boolean, opener: HTMLElement | null, own: HTMLElement | null) {
  opener?.setAttribute('aria-expanded', String(isOpen));
  if (!isOpen || !own || !opener) return;
  const place = opener.getBoundingClientRect();
  const isRtl = getComputedStyle(opener).direction === 'rtl';
  const wanted = isRtl ? place.left : place.right - own.offsetWidth;
  const x = Math.max(8, Math.min(wanted, document.documentElement.clientWidth - own.offsetWidth - 8));
  const below = place.bottom + 4;
  const fits = below + own.offsetHeight <= document.documentElement.clientHeight;
  own.style.translate = `${Math.round(x)}px ${Math.round(fits ? below : place.top - 4 - own.offsetHeight)}px`;
  own.querySelector('button')?.focus();
}
