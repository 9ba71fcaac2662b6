import { memoryDeadLetters } from '@oriel/ingest';
import type { DeadLetter, DeadLetters } from '@oriel/ingest';

/** The store could take none of it now: the sender is told so, keeps it and sends it again. */
const SENT_AGAIN: ReadonlySet<DeadLetter['code']> = new Set<DeadLetter['code']>([
  'unavailable',
  'storage-full',
  'closed',
]);

/** Dead letters without those whose sender still has them: kept too, they would fill the memory in every outage. */
export function forgetfulLetters(letters: DeadLetters = memoryDeadLetters()): DeadLetters {
  return {
    ...letters,
    async add(letter) {
      if (!SENT_AGAIN.has(letter.code)) await letters.add(letter);
    },
  };
}
