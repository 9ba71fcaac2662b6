// For this workspace only, not published: what tests and `npm run inspect` share.
export { readRecording } from './read-recording.ts';
export type { Recording } from './read-recording.ts';
export { splitRequest } from './split-request.ts';
export { replay } from './replay.ts';
export type { Replay, ReplayedTrace, ReplayOptions } from './replay.ts';
