import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';

/**
 * Every text that a person sees in a payload: its strings as they are, its numbers and booleans as JSON writes them,
 * and the keys of its objects; in no promised order. A search finds a payload when one of these contains the text, so
 * quotes and line breaks are found as they were said, whatever the JSON around them looks like.
 */
export function payloadTexts(payload: JsonValue): string[] {
  const texts: string[] = [];
  const open: JsonValue[] = [payload];
  // A stack of our own: how deep a payload is nested is up to its sender.
  while (open.length > 0) {
    const value = open.pop() as JsonValue;
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) open.push(...(value as readonly JsonValue[]));
    else if (isJsonObject(value)) {
      for (const [key, member] of Object.entries(value)) {
        texts.push(key);
        open.push(member);
      }
    } else if (value !== null) texts.push(JSON.stringify(value));
  }
  return texts;
}
