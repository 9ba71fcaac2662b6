import { findJsonOddity } from '../model/json-oddity.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { StoreError } from '../store/store-error.ts';
import type { StoreErrorCode } from '../store/store-error.ts';
import { CALL_READERS } from './call-readers.ts';
import { STORE_METHODS } from './store-methods.ts';
import type { StorePart } from './store-methods.ts';

/**
 * The arguments of a call that came over a wire. Everything in them is checked and copied, member by member: a store
 * may take what comes out, whoever sent it.
 *
 * @throws StoreError `bad-patch` for what was to be written to the traces, `bad-query` for everything else.
 */
export function readCall(part: StorePart, method: string, text: string): readonly unknown[] {
  const code = part === 'traces' && method === 'write' ? 'bad-patch' : 'bad-query';
  const methods: readonly string[] = STORE_METHODS[part];
  const read = methods.includes(method) ? CALL_READERS[`${part}.${method}`] : undefined;
  if (read === undefined) {
    throw new StoreError('unsupported', `A store has no \`${part}.${method}\` to be called like this.`);
  }
  return read(parseBody(text, code));
}

function parseBody(text: string, code: StoreErrorCode): JsonObject {
  const body = parse(text, code);
  const oddity = findJsonOddity(body);
  if (oddity !== null) throw new StoreError(code, `The call was not made. ${oddity} Send less at once.`);
  if (!isJsonObject(body)) {
    throw new StoreError(code, 'The call was not made: its body is no JSON object of its arguments.');
  }
  return body;
}

function parse(text: string, code: StoreErrorCode): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (cause) {
    throw new StoreError(code, 'The call was not made: its body is not JSON. Send its arguments as JSON.', {
      cause,
    });
  }
}
