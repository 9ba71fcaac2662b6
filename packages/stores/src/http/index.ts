export { httpStore } from './http-store.ts';
export type {
  ConnectionEvent,
  HttpRetryOptions,
  HttpStoreKeys,
  HttpStoreOptions,
} from './http-store-options.ts';
