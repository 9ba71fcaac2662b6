import type { ObservationId } from '../../model/ids.ts';
import type { Observation, ObservationLevel, ObservationType } from '../../model/observation.ts';

/** Which observations a log shows, as plain JSON. */
export interface LogFilter {
  /** Occurs in a name, a model, a status message, an id or a payload, whatever the case. Empty: everything. */
  readonly text: string;
  /** Empty: all of them. */
  readonly levels: readonly ObservationLevel[];
  /** Empty: all of them. */
  readonly types: readonly ObservationType[];
}

/**
 * Indexes of the observations that a log shows, by start.
 *
 * @param payloadMatches - observations in whose payloads the text was found. @defaultValue none
 */
export function logRows(
  observations: readonly Observation[],
  { text, levels, types }: LogFilter,
  payloadMatches: ReadonlySet<ObservationId> = new Set(),
): Int32Array {
  const needle = text.trim().toLowerCase();
  const rows = new Int32Array(observations.length);
  let count = 0;
  let isSorted = true;
  let previous = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < observations.length; index += 1) {
    const observation = observations[index] as Observation;
    const { level, type, startTime, id } = observation;
    if (levels.length > 0 && !levels.includes(level)) continue;
    if (types.length > 0 && !types.includes(type)) continue;
    if (needle !== '' && !isNamed(observation, needle) && !payloadMatches.has(id)) continue;
    rows[count] = index;
    count += 1;
    isSorted &&= startTime >= previous;
    previous = startTime;
  }
  const shown = rows.slice(0, count);
  // Stores answer in this order already; only hand-made lists need sorting.
  if (isSorted) return shown;
  const startOf = (index: number) => (observations[index] as Observation).startTime;
  return shown.toSorted((left, right) => startOf(left) - startOf(right) || left - right);
}

/** The text occurs in what is known of an observation without its payload. */
function isNamed({ name, model, statusMessage, id }: Observation, needle: string): boolean {
  return occurs(name, needle) || occurs(model, needle) || occurs(statusMessage, needle) || occurs(id, needle);
}

function occurs(text: string | null, needle: string): boolean {
  return text !== null && text.toLowerCase().includes(needle);
}
