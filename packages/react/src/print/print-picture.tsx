'use client';

import { useEffect, useRef } from 'react';
import { onPrint } from './on-print.ts';

/** What stands on paper for a picture on a screen. */
export interface PrintedPicture {
  /** Texts of SVG documents. None of them is cut by the end of a page that it fits on. */
  readonly svgs: readonly string[];
  /** What is said beneath it, such as what is not in it. */
  readonly note: string | null;
}

interface PrintPictureProps {
  /** What to print; `null` while there is nothing. Colours are to be read where `place` stands: there it is light. */
  draw: (place: HTMLElement) => PrintedPicture | null;
}

/**
 * Stands on paper for what is drawn for a screen, as large as the page is wide. It is drawn when printing begins:
 * until then it costs nothing.
 */
export function PrintPicture({ draw }: PrintPictureProps) {
  const ref = useRef<HTMLDivElement>(null);
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
  });

  useEffect(() => {
    const begin = () => {
      const place = ref.current;
      const panel = place?.closest('.oriel-panel');
      if (!place || !panel || place.firstChild) return;
      const picture = asOnPaper(panel, () => latest.current(place));
      if (!picture) return;
      place.replaceChildren(...picture.svgs.map(framed));
      if (picture.note === null) return;
      const note = document.createElement('p');
      note.className = 'oriel-print-note';
      note.textContent = picture.note;
      place.append(note);
    };
    return onPrint(begin, () => ref.current?.replaceChildren());
  }, []);

  return <div ref={ref} className="oriel-print-picture" />;
}

/** Paper is white, whatever the theme of the page is. */
function asOnPaper<Value>(panel: Element, read: () => Value): Value {
  const theme = panel.getAttribute('data-oriel-theme');
  panel.setAttribute('data-oriel-theme', 'light');
  const value = read();
  if (theme === null) panel.removeAttribute('data-oriel-theme');
  else panel.setAttribute('data-oriel-theme', theme);
  return value;
}

/** In a tree of its own: ids of one picture mean nothing in another, and the page's rules do not reach it. */
function framed(text: string): HTMLElement {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  const svg = document.importNode(documentElement, true);
  svg.setAttribute(
    'style',
    'display: block; max-width: 100%; height: auto; max-height: 80vh; margin: 0 auto',
  );
  const frame = document.createElement('div');
  frame.className = 'oriel-print-frame';
  frame.attachShadow({ mode: 'open' }).append(svg);
  return frame;
}
