import { number, texts } from './field.ts';
import type { Fields } from './field.ts';

/** What can be said of every record, whatever it is: what judged it and which metadata it has. */
export const RECORD_FIELDS: Fields<unknown> = {
  scoreCount: number(({ scores }) => scores.length),
  // To find out which `scores.<name>` and `metadata.<path>` there are; of metadata, the first part of the path.
  scoreNames: texts(({ scores }) => [...new Set(scores.map(({ name }) => name))].toSorted()),
  metadataKeys: texts((record) => Object.keys(record.payload().metadata).toSorted()),
};
