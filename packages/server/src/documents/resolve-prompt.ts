import { isJsonObject } from '@oriel/core';
import type { DocumentStore, JsonValue } from '@oriel/core';
import { Refusal } from '../http/refusal.ts';
import { promptBody } from './prompt.ts';

/** `@@@langfusePrompt:name=X|label=L@@@` or `…|version=N@@@`: another prompt, put in here. */
const REFERENCE = /@@@langfusePrompt:name=([^|@]+)\|(?:version=(\d+)|label=([^|@]+))@@@/g;

/** Prompts in prompts in prompts, at most: a circle ends here too. */
const MAX_DEPTH = 5;

/**
 * A prompt with the prompts that it refers to put in their places.
 *
 * @throws Refusal 400 - it refers to one that there is not, that is no text, or to itself in a circle.
 */
export async function resolvePrompt(
  documents: DocumentStore,
  prompt: JsonValue,
  signal: AbortSignal,
): Promise<JsonValue> {
  if (typeof prompt === 'string') return resolveText(prompt, 0);
  if (!Array.isArray(prompt)) return prompt;
  const messages = (prompt as readonly JsonValue[]).map(async (message) =>
    isJsonObject(message) && typeof message['content'] === 'string'
      ? { ...message, content: await resolveText(message['content'], 0) }
      : message,
  );
  return Promise.all(messages);

  async function resolveText(text: string, depth: number): Promise<string> {
    const references = [...text.matchAll(REFERENCE)];
    if (references.length === 0) return text;
    if (depth === MAX_DEPTH) {
      throw new Refusal(
        400,
        `The prompt holds prompts more than ${MAX_DEPTH} deep, or itself, so it was not put together. Take a reference out, or ask with \`resolve=false\`.`,
      );
    }
    let resolved = '';
    let end = 0;
    for (const reference of references) {
      const [whole, name = '', version, label] = reference;
      const asked = version === undefined ? { label } : { version: Number(version) };
      const found = await documents.read({ kind: 'prompt', name, ...asked }, { signal });
      const body = found && promptBody(found);
      if (typeof body?.prompt !== 'string') {
        throw new Refusal(
          400,
          `The prompt refers to ${JSON.stringify(name)}, of which there is no such version that is text, so it was not put together. Write that one, or ask with \`resolve=false\`.`,
        );
      }
      resolved += text.slice(end, reference.index) + (await resolveText(body.prompt, depth + 1));
      end = reference.index + whole.length;
    }
    return resolved + text.slice(end);
  }
}
