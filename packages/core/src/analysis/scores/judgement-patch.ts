import type { ObservationId, SessionId, TraceId } from '../../model/ids.ts';
import type { ScorePatch } from '../../model/patch.ts';
import type { ScoreDataType, ScoreSource } from '../../model/score.ts';
import { traceIdFromSeed } from '../../model/seed-ids.ts';
import type { EpochMs } from '../../model/units.ts';

/** What somebody judges. */
export interface JudgedThing {
  /** Default `null`: a whole session. */
  readonly traceId?: TraceId | null | undefined;
  /** Together with `traceId`. Default `null`: the trace as a whole. */
  readonly observationId?: ObservationId | null | undefined;
  /** Only without `traceId`. Default `null`. */
  readonly sessionId?: SessionId | null | undefined;
}

export interface Judgement extends JudgedThing {
  readonly name: string;
  readonly value: number | string;
  readonly dataType: ScoreDataType;
  readonly source: ScoreSource;
  /** Why. Default `null`. */
  readonly comment?: string | null | undefined;
  /** The config it was made by. Default `null`. */
  readonly configId?: string | null | undefined;
  /** Whoever judges. Default: somebody; of these there is one judgement for each name. */
  readonly author?: string | undefined;
  readonly environment?: string | undefined;
}

/**
 * A judgement as a score. Who judges the same thing by the same name again changes their mind: the score's id comes of
 * what is judged, the name and the author, so the later one counts.
 */
export function judgementPatch(judgement: Judgement, at: EpochMs): ScorePatch {
  const { name, value, dataType, source, comment, configId, author, environment } = judgement;
  const { traceId = null, observationId = null, sessionId = null } = judgement;
  return {
    kind: 'score',
    at,
    id: traceIdFromSeed(
      JSON.stringify(['judgement', traceId, observationId, sessionId, name, author ?? null]),
    ),
    name,
    value,
    dataType,
    source,
    traceId,
    observationId,
    sessionId,
    comment: comment ?? null,
    configId: configId ?? null,
    authorId: author ?? null,
    timestamp: at,
    ...(environment !== undefined && { environment }),
  };
}
