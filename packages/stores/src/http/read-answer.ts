import { StoreError } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import { AnswerReader, LINES_TYPE } from '@oriel/core/protocol';
import type { Progress, ReadAnswer } from './requester.ts';

/**
 * The value of an answer: in one piece, or in lines of which each is parsed as it arrives.
 *
 * @throws StoreError `unavailable` - the answer was cut off, or is not of this protocol.
 */
export function valueReader(list: string | undefined): ReadAnswer<JsonValue> {
  return async (response, progress) => {
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith(LINES_TYPE)) return readLines(response, new AnswerReader(list ?? 'items'), progress);
    const json: unknown = await response.json().catch(notAnAnswer);
    if (typeof json === 'object' && json !== null && 'value' in json) return json.value as JsonValue;
    return notAnAnswer();
  };
}

async function readLines(
  response: Response,
  answer: AnswerReader,
  { alive, signal }: Progress,
): Promise<JsonValue> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of chunksOf(response, signal)) {
    alive();
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (!answer.add(line)) notAnAnswer();
  }
  return answer.isWhole ? answer.value() : notAnAnswer();
}

/** The bytes of a body as they come, until nobody wants them. Streams are not iterable everywhere. */
export async function* chunksOf(
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, undefined> {
  if (!response.body) return undefined;
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  // A `fetch` of the host's may not do it by itself.
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for (;;) {
      const step = await reader.read();
      if (step.done) return undefined;
      yield step.value;
    }
  } finally {
    // Whoever stops in the middle leaves the rest on the server. It may have failed itself already.
    cancel();
    signal.removeEventListener('abort', cancel);
  }
}

function notAnAnswer(cause?: unknown): never {
  throw new StoreError(
    'unavailable',
    'The answer of the server was cut off, or something between changed it. The same call may succeed later.',
    { cause },
  );
}
