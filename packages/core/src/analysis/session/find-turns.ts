import type { TraceId } from '../../model/ids.ts';
import type { SessionTurn } from './session-turn.ts';

/**
 * Indexes of the turns that a text occurs in: in their name, ids, user, tags, scores, and in whatever payloads were
 * found to have it. Case does not matter; an empty text finds nothing.
 */
export function findTurns(
  turns: readonly SessionTurn[],
  text: string,
  foundInPayloads: ReadonlySet<TraceId>,
): number[] {
  const needle = text.trim().toLowerCase();
  if (needle === '') return [];
  return turns
    .filter(({ trace, scores }) => {
      if (foundInPayloads.has(trace.id)) return true;
      const texts = [trace.id, trace.name, trace.userId, ...trace.tags];
      for (const { name, value, comment } of scores) texts.push(name, comment, String(value));
      return texts.some((one) => one?.toLowerCase().includes(needle));
    })
    .map(({ index }) => index);
}
