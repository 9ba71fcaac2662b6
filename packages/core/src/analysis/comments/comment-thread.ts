import type { ObservationId, TraceId } from '../../model/ids.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import type { EpochMs } from '../../model/units.ts';
import type { CallOptions } from '../../store/call-options.ts';
import type { DocumentName, DocumentStore } from '../../store/document-store.ts';
import { StoreError } from '../../store/store-error.ts';

/** What is commented. */
export interface CommentedThing {
  readonly traceId: TraceId;
  /** Default `null`: the trace as a whole. */
  readonly observationId?: ObservationId | null | undefined;
}

/** Who comments, as the host knows them. */
export interface CommentAuthor {
  readonly id: string;
  /** Default: the id. */
  readonly name?: string | undefined;
}

export interface Comment {
  readonly id: string;
  readonly author: CommentAuthor;
  /** Markdown. */
  readonly text: string;
  readonly createdAt: EpochMs;
}

/** Longest text of a comment, in characters. */
export const MAX_COMMENT_LENGTH = 5000;

/** How often a change is made again because somebody else's came first. */
const ATTEMPTS = 20;

/** The document that holds all comments of one thing. Ids may hold anything, so no separator is safe but JSON's. */
export function commentDocument({ traceId, observationId = null }: CommentedThing): DocumentName {
  return { kind: 'comment', name: JSON.stringify([traceId, observationId]) };
}

/** The comments in the body of a document, as they were made; what is no comment is left out. */
export function readComments(body: JsonValue | undefined): readonly Comment[] {
  const comments = body !== undefined && isJsonObject(body) ? body['comments'] : undefined;
  return Array.isArray(comments) ? comments.flatMap(readComment) : [];
}

/**
 * Adds a comment at the end. Sending it twice adds it once; somebody else's comment in between stays.
 *
 * @throws `conflict` - others wrote all the time; sending it again is safe.
 */
export async function addComment(
  documents: DocumentStore,
  thing: CommentedThing,
  comment: Comment,
  options?: CallOptions,
): Promise<void> {
  await change(
    documents,
    thing,
    (present) => (present.some(({ id }) => id === comment.id) ? present : [...present, comment]),
    options,
  );
}

/**
 * Takes a comment away, if the author made it. Earlier versions of the document still have it.
 *
 * @throws `conflict` - as of {@link addComment}.
 */
export async function deleteComment(
  documents: DocumentStore,
  thing: CommentedThing,
  { commentId, authorId }: { readonly commentId: string; readonly authorId: string },
  options?: CallOptions,
): Promise<void> {
  const isMeant = ({ id, author }: Comment) => id === commentId && author.id === authorId;
  await change(
    documents,
    thing,
    (present) => (present.some(isMeant) ? present.filter((one) => !isMeant(one)) : present),
    options,
  );
}

/** Reads, changes and writes, and begins again when somebody else wrote in between. */
async function change(
  documents: DocumentStore,
  thing: CommentedThing,
  next: (present: readonly Comment[]) => readonly Comment[],
  options: CallOptions | undefined,
): Promise<void> {
  const document = commentDocument(thing);
  for (let attempt = 1; ; attempt += 1) {
    const found = await documents.read(document, options);
    const present = readComments(found?.body);
    const changed = next(present);
    if (changed === present) return;
    try {
      const body = { comments: changed.map(writeComment) };
      await documents.write({ ...document, body, expectedVersion: found?.version ?? 0 }, options);
      return;
    } catch (error) {
      if (!StoreError.is(error) || error.code !== 'conflict' || attempt === ATTEMPTS) throw error;
    }
  }
}

function writeComment({ id, author, text, createdAt }: Comment): JsonValue {
  const { id: authorId, name } = author;
  return { id, author: { id: authorId, ...(name !== undefined && { name }) }, text, createdAt };
}

function readComment(value: JsonValue): Comment[] {
  if (!isJsonObject(value)) return [];
  const { id, author, text, createdAt } = value;
  if (typeof id !== 'string' || typeof text !== 'string' || typeof createdAt !== 'number') return [];
  if (author === undefined || !isJsonObject(author) || typeof author['id'] !== 'string') return [];
  const name = author['name'];
  return [{ id, text, createdAt, author: { id: author['id'], ...(typeof name === 'string' && { name }) } }];
}
