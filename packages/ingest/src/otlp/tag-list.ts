import type { JsonValue } from '@oriel/core';
import { parseEmbeddedJson } from '../json/parse-embedded-json.ts';
import { lookingAt } from './span-source.ts';
import type { SpanSource } from './span-source.ts';

/** An attribute that holds tags: a list, JSON text of one, a list with commas, or one tag. */
export function tagList(key: string): SpanSource<readonly string[]> {
  return lookingAt(key, ({ attributes }) => {
    const value = attributes.get(key);
    if (value === undefined || value === '') return undefined;
    const list = typeof value === 'string' ? parseEmbeddedJson(value) : value;
    if (Array.isArray(list)) return (list as readonly JsonValue[]).filter((tag) => typeof tag === 'string');
    return typeof list === 'string'
      ? list
          .split(',')
          .map((tag) => tag.trim())
          .filter((tag) => tag !== '')
      : undefined;
  });
}
