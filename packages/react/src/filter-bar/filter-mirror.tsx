'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { textMarks } from './text-marks.ts';
import type { FilterDraft } from './use-filter-draft.ts';

interface FilterMirrorProps {
  draft: FilterDraft;
  inputRef: RefObject<HTMLInputElement | null>;
}

/**
 * The same text behind the input, invisible but for what it marks: inputs cannot show that themselves.
 *
 *     input    nmae:x level:ERROR
 *     mirror   ~~~~   ▒▒▒▒▒▒▒▒▒▒▒
 */
export function FilterMirror({ draft: { seen, draft, view, mistakes }, inputRef }: FilterMirrorProps) {
  const ref = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => textMarks(seen, view, mistakes), [seen, view, mistakes]);

  useEffect(() => {
    const input = inputRef.current;
    const mirror = ref.current;
    if (!input || !mirror) return undefined;
    const follow = () => {
      mirror.scrollLeft = input.scrollLeft;
    };
    follow();
    input.addEventListener('scroll', follow, { passive: true });
    return () => input.removeEventListener('scroll', follow);
  });

  return (
    <div ref={ref} className="oriel-filter-text-mirror" aria-hidden="true">
      {/* Marks of a moment ago would stand below other letters. */}
      {seen === draft &&
        marks.map(({ start, text, isCondition, isMistake }) => (
          <span
            key={start}
            data-condition={isCondition ? '' : undefined}
            data-mistake={isMistake ? '' : undefined}
          >
            {text}
          </span>
        ))}
    </div>
  );
}
