/** A request that is refused, with what to answer. Thrown by routes; nothing but the collector catches it. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 501 | 503;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: Refusal['status'],
    message: string,
    headers: Readonly<Record<string, string>> = {},
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.name = 'Refusal';
    this.status = status;
    this.headers = headers;
  }
}
