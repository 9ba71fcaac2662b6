// For this workspace only, not published: what tests and `npm run inspect` share.
export { listScenarios, readRecording } from './read-recording.ts';
export type { Recording } from './read-recording.ts';
export { splitRequest } from './split-request.ts';
export { readBack } from './read-back.ts';
export type { ReplayedTrace } from './read-back.ts';
export { replay } from './replay.ts';
export type { Replay, ReplayOptions } from './replay.ts';
