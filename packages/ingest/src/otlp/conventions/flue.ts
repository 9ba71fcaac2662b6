import type { ObservationType } from '@oriel/core';
import { spanPayload } from '../span-source.ts';
import type { SpanSource } from '../span-source.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Flue. Its model calls use the names of OpenTelemetry for everything but what was said. */
export const FLUE: Vocabulary = {
  name: 'flue',
  prefixes: ['flue.'],
  scopes: ['@flue/opentelemetry'],
  consumes: () => false,
};

const BY_KEY: readonly (readonly [key: string, type: ObservationType])[] = [
  ['flue.tool.name', 'TOOL'],
  ['flue.tool.call_id', 'TOOL'],
  ['flue.task.id', 'AGENT'],
  ['flue.task.agent', 'AGENT'],
];

const type: SpanSource<ObservationType> = ({ attributes }) =>
  BY_KEY.find(([key]) => attributes.get(key))?.[1];

export const flue = speaking(FLUE, {
  type,
  payload: spanPayload(
    ['flue.turn.input', 'flue.tool.arguments', 'flue.task.prompt', 'flue.workflow.payload'],
    [
      'flue.turn.output',
      'flue.tool.result',
      'flue.task.result',
      'flue.operation.result',
      'flue.workflow.result',
    ],
  ),
});
