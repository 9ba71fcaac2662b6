import { resourceText, text } from '../span-source.ts';

const SESSION_ID = 'session.id';
const USER_ID = 'user.id';

/** OpenTelemetry's general attributes, which every vocabulary builds on. */
export const openTelemetry = {
  userId: text(USER_ID),
  sessionId: text(SESSION_ID),
  serviceVersion: resourceText('service.version'),
  environmentName: text('deployment.environment.name'),
  resourceEnvironmentName: resourceText('deployment.environment.name'),
  environment: text('deployment.environment'),
  resourceEnvironment: resourceText('deployment.environment'),

  consumes: (key: string): boolean => key === SESSION_ID || key === USER_ID,
};
