'use client';

import { useMemo } from 'react';
import { parseContainer } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import { JsonOutline } from './json-outline.tsx';
import { TextBlock } from './text-block.tsx';

interface ValueBlockProps {
  value: JsonValue;
}

/** Any value inside a message: text as text, JSON as an outline, also where it came as text. */
export function ValueBlock({ value }: ValueBlockProps) {
  const parsed = useMemo(() => (typeof value === 'string' ? parseContainer(value) : value), [value]);
  if (parsed === null || parsed === '') return null;
  return typeof parsed === 'string' ? <TextBlock text={parsed} /> : <JsonOutline value={parsed} />;
}
