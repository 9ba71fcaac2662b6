/** The part of Langfuse's own client that is called: a `LangfuseClient` of `@langfuse/client` is one. */
export interface LangfuseReader {
  readonly api: {
    readonly trace: {
      list(request: TracesRequest, options: RequestOptions): PromiseLike<unknown>;
      get(traceId: string, request: FieldsRequest, options: RequestOptions): PromiseLike<unknown>;
    };
    readonly scores: { getMany(request: NumberedRequest, options: RequestOptions): PromiseLike<unknown> };
    readonly observations: { getMany(request: RowsRequest, options: RequestOptions): PromiseLike<unknown> };
    readonly scoresV3: { getManyV3(request: ScoresRequest, options: RequestOptions): PromiseLike<unknown> };
    readonly legacy: {
      readonly observationsV1: {
        getMany(request: NumberedRequest, options: RequestOptions): PromiseLike<unknown>;
      };
    };
  };
}

/** How a request is made; what else it takes is the client's own. */
export interface RequestOptions {
  readonly timeoutInSeconds: number;
  readonly maxRetries: number;
  readonly abortSignal: AbortSignal;
}

interface FieldsRequest {
  /** Groups of fields, with commas. */
  readonly fields?: string;
}

interface NumberedRequest extends FieldsRequest {
  /** From 1. */
  readonly page?: number;
  readonly limit?: number;
  /** Conditions as JSON. */
  readonly filter?: string;
  readonly toTimestamp?: string;
}

interface TracesRequest extends NumberedRequest {
  readonly orderBy?: string;
  readonly fromTimestamp?: string;
}

interface CursorRequest extends FieldsRequest {
  readonly limit?: number;
  readonly cursor?: string;
}

interface RowsRequest extends CursorRequest {
  readonly filter?: string;
  /** Keys of metadata that are wanted whole, with commas. */
  readonly expandMetadata?: string;
}

interface ScoresRequest extends CursorRequest {
  /** With commas. */
  readonly traceId?: string;
  /** With commas. */
  readonly sessionId?: string;
  readonly toTimestamp?: string;
}
