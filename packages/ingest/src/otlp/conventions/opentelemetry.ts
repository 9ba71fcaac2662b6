import type { ObservationType } from '@oriel/core';
import { lookingAt, resourceText, spanPayload, text } from '../span-source.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const SESSION_ID = 'session.id';
const USER_ID = 'user.id';

/** OpenTelemetry's general attributes, which every vocabulary builds on, and what all of them have in common. */
export const OPEN_TELEMETRY: Vocabulary = {
  name: null,
  prefixes: [],
  consumes: (key) => key === SESSION_ID || key === USER_ID,
};

const MODEL_KEYS = [
  'langfuse.observation.model.name',
  'gen_ai.request.model',
  'gen_ai.response.model',
  'llm.model_name',
  'model',
];

/** A span that names a model and nothing else about itself is taken for a call of it. */
const typeByModel = lookingAt<ObservationType>(
  (key) => MODEL_KEYS.includes(key),
  ({ attributes }) => (MODEL_KEYS.some((key) => attributes.get(key)) ? 'GENERATION' : undefined),
);

export const openTelemetry = speaking(OPEN_TELEMETRY, {
  typeByModel,
  model: text('model'),
  /** What Pydantic AI and Pipecat call them, and programs that set attributes by hand. */
  inputAndOutput: spanPayload(['input'], ['output']),

  userId: text(USER_ID),
  sessionId: text(SESSION_ID),
  serviceVersion: resourceText('service.version'),
  environmentName: text('deployment.environment.name'),
  resourceEnvironmentName: resourceText('deployment.environment.name'),
  environment: text('deployment.environment'),
  resourceEnvironment: resourceText('deployment.environment'),
});
