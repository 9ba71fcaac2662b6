import { payloadTexts } from './payload-texts.ts';
import type { SearchPart } from './filter.ts';
import type { View, ViewItems, ViewRecord } from './view-record.ts';

type Texts = readonly (string | null)[];

/** The texts of a record in which a search looks. */
export function searchTexts<V extends View>(
  view: V,
  record: ViewRecord<ViewItems[V]>,
  part: SearchPart,
): readonly string[] {
  const texts: Texts =
    part === 'metadata' ? payloadTexts(record.payload().metadata) : SOURCES[view][part](record);
  return texts.filter((text) => text !== null);
}

type Source<V extends View> = (record: ViewRecord<ViewItems[V]>) => Texts;
type Sources<V extends View> = Readonly<Record<'names' | 'ids' | 'payloads', Source<V>>>;

const SOURCES: { readonly [V in View]: Sources<V> } = {
  traces: {
    names: ({ item }) => [item.name],
    ids: ({ item }) => [item.id, item.userId, item.sessionId],
    payloads: (record) => [...record.payload().input, ...record.payload().output],
  },
  observations: {
    names: ({ item }) => [item.name],
    ids: ({ item, trace }) => [item.id, item.traceId, trace?.userId ?? null, trace?.sessionId ?? null],
    payloads: (record) => [...record.payload().input, ...record.payload().output, record.item.statusMessage],
  },
  sessions: {
    names: () => [],
    ids: ({ item }) => [item.id, ...item.userIds],
    payloads: () => [],
  },
  users: {
    names: () => [],
    ids: ({ item }) => [item.id],
    payloads: () => [],
  },
  scores: {
    names: ({ item }) => [item.name],
    ids: ({ item, trace }) => [
      item.id,
      item.traceId,
      item.observationId,
      item.sessionId,
      item.datasetRunId,
      trace?.userId ?? null,
      trace?.sessionId ?? null,
    ],
    payloads: ({ item }) => [item.comment, typeof item.value === 'string' ? item.value : null],
  },
};
