import type { TracePatch } from '@oriel/core';
import { bodyEnvironment } from './body-environment.ts';
import { bodyMetadata } from './body-metadata.ts';
import type { Envelope } from './envelope.ts';
import { FieldReader } from './field-reader.ts';

const MAX_NAME_LENGTH = 1000;

/** The patch of a `trace-create` event, or what is wrong with it. */
export function traceEventPatch({ id, at, body }: Envelope): TracePatch | { readonly problem: string } {
  const fields = new FieldReader(body, 'body.');
  const patch: TracePatch = {
    kind: 'trace',
    at,
    isRecord: true,
    // Nobody can refer to a trace without an id; the event's makes a repeated batch write the same one.
    id: fields.id('id') ?? id,
    timestamp: fields.time('timestamp') ?? at,
    name: fields.text('name', MAX_NAME_LENGTH),
    userId: fields.text('userId'),
    sessionId: fields.text('sessionId'),
    environment: bodyEnvironment(fields.value('environment')),
    release: fields.text('release'),
    version: fields.text('version'),
    tags: fields.texts('tags'),
    public: fields.flag('public'),
    input: fields.value('input'),
    output: fields.value('output'),
    metadata: bodyMetadata(fields.value('metadata')),
  };
  return fields.problem === null ? patch : { problem: fields.problem };
}
