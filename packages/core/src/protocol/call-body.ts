import { StoreError } from '../store/store-error.ts';
import type { StorePart } from './store-methods.ts';

/** A call's arguments as the JSON of one object. `undefined` says nothing; it is left out. */
export function encodeCallBody(part: StorePart, method: string, args: readonly unknown[]): string {
  const code = part === 'traces' && method === 'write' ? 'bad-patch' : 'bad-query';
  try {
    return JSON.stringify(namedArguments(part, method, args), onlyJson);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError(
      code,
      `The argument of \`${part}.${method}\` cannot be sent as JSON, so the call was not made: ${why}. Send plain data.`,
      { cause },
    );
  }
}

function namedArguments(part: StorePart, method: string, [first, second]: readonly unknown[]): unknown {
  switch (`${part}.${method}`) {
    case 'traces.write':
      return { patches: first };
    case 'traces.resolveTraceId':
      return { ...(second as object | undefined), id: first };
    case 'traces.readTrace':
      return { traceId: first };
    case 'traces.deleteTraces':
      return { traceIds: first };
    case 'media.read':
      return { id: first };
    default:
      return first ?? {};
  }
}

/** JSON would quietly make something else of these: null of NaN, text of dates, an object of bytes. */
function onlyJson(this: unknown, key: string, value: unknown): unknown {
  const given = (this as Readonly<Record<string, unknown>>)[key];
  if (typeof given === 'number' && !Number.isFinite(given)) throw new TypeError(`"${key}" is ${given}`);
  if (typeof given === 'function' || typeof given === 'symbol' || typeof given === 'bigint') {
    throw new TypeError(`"${key}" is a ${typeof given}`);
  }
  if (typeof given === 'object' && given !== null && !Array.isArray(given) && !isPlain(given)) {
    throw new TypeError(`"${key}" is an object of a class`);
  }
  return value;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of another realm, such as a test's or a frame's, have another `Object`.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
