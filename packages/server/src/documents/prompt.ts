import { isJsonObject } from '@oriel/core';
import type { DocumentVersion, JsonObject, JsonValue } from '@oriel/core';
import { BodyReader } from '../http/body-reader.ts';

/** What a version of a prompt holds. Its name, number and labels are the document's. */
export interface PromptBody {
  readonly type: 'text' | 'chat';
  /** A text with variables, or a list of messages and placeholders. */
  readonly prompt: JsonValue;
  readonly config: JsonValue;
  readonly tags: readonly string[];
  readonly commitMessage: string | null;
}

/** A request to write a prompt. */
export interface PromptWrite {
  readonly name: string;
  /** `tags` is `undefined` where the next version keeps those of the last. */
  readonly body: Omit<PromptBody, 'tags'> & { readonly tags: readonly string[] | undefined };
  readonly labels: readonly string[];
}

const MAX_LABEL = 36;
const MAX_MESSAGE = 500;
/** The store points it at the newest version, and nobody else may. */
const RESERVED = 'latest';

/** @throws Refusal 400 */
export function readPromptWrite(json: JsonObject): PromptWrite {
  const reader = new BodyReader(json);
  const name = reader.required('name');
  if (name.includes('|')) throw reader.bad('name', 'a name without `|`, which references to prompts need');
  const prompt = reader.value('prompt');
  const type = readType(reader, prompt);
  return {
    name,
    labels: readLabels(reader, 'labels') ?? [],
    body: {
      type,
      prompt: prompt ?? '',
      config: reader.value('config') ?? {},
      tags: reader.texts('tags'),
      commitMessage: reader.text('commitMessage', MAX_MESSAGE) ?? null,
    },
  };
}

/** @throws Refusal 400 - a label that is too long or kept by the store. */
export function readLabels(reader: BodyReader, name: string): readonly string[] | undefined {
  const labels = reader.texts(name, MAX_LABEL);
  if (labels?.includes(RESERVED))
    throw reader.bad(name, 'free of `latest`, which the newest version always has');
  return labels;
}

function readType(reader: BodyReader, prompt: JsonValue | undefined): 'text' | 'chat' {
  const type = reader.text('type') ?? (Array.isArray(prompt) ? 'chat' : 'text');
  if (type === 'text' && typeof prompt === 'string') return 'text';
  if (type === 'chat' && Array.isArray(prompt) && (prompt as readonly JsonValue[]).every(isJsonObject))
    return 'chat';
  throw reader.bad('prompt', 'text for the type `text`, or a list of messages for `chat`');
}

/** What is stored, whoever wrote it. */
export function promptBody({ body }: DocumentVersion): PromptBody {
  const fields: JsonObject = isJsonObject(body) ? body : { prompt: body };
  const { prompt = '', config = {}, tags, commitMessage } = fields;
  return {
    type: Array.isArray(prompt) ? 'chat' : 'text',
    prompt,
    config,
    tags: Array.isArray(tags) ? (tags as readonly JsonValue[]).filter((tag) => typeof tag === 'string') : [],
    commitMessage: typeof commitMessage === 'string' ? commitMessage : null,
  };
}

/** A version as SDKs read it. Tags are of the prompt, not of a version: those of the newest count. */
export function promptJson(version: DocumentVersion, tags: readonly string[], prompt: JsonValue): JsonObject {
  const { type, config, commitMessage } = promptBody(version);
  return {
    id: `${version.name}@${version.version}`,
    name: version.name,
    version: version.version,
    type,
    prompt,
    config,
    labels: version.labels,
    tags,
    commitMessage,
    resolutionGraph: null,
    createdAt: new Date(version.createdAt).toISOString(),
    updatedAt: new Date(version.createdAt).toISOString(),
  };
}
