export { AnswerReader, answerLines, GROWING_LISTS } from './answer-lines.ts';
export { encodeCallBody } from './call-body.ts';
export { printChangeEvent, readChangeEvent, STILL_ALIVE } from './change-events.ts';
export type { ChangeEvent } from './change-events.ts';
export {
  asciiJson,
  CHANGES_PATH,
  EVENTS_TYPE,
  JSON_TYPE,
  LINES_TYPE,
  MEDIA_HEADER,
  methodPath,
  POSITION_HEADER,
  STORE_PATH,
  versionPath,
} from './http-protocol.ts';
export { commonVersion, greetingOf, PROTOCOL_VERSIONS, readGreeting } from './greeting.ts';
export type { StoreGreeting } from './greeting.ts';
export { readCall } from './read-call.ts';
export { describeServed } from './served-store.ts';
export type { ServedStore } from './served-store.ts';
export { STORE_METHODS } from './store-methods.ts';
export type { StorePart } from './store-methods.ts';
export { storeOverWire } from './store-over-wire.ts';
export type { StoreWire, WireCall } from './store-over-wire.ts';
export { readWireStoreError, toWireStoreError } from './wire-error.ts';
export type { WireStoreError } from './wire-error.ts';
