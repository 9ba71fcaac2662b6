/** To the worker: open the database, fill it with that many days of traffic, and serve it on the port. */
export interface OpenOrder {
  readonly name: string;
  /** 500 traces of about 20 observations a day. 0 writes nothing. */
  readonly days: number;
  readonly port: MessagePort;
}

/** From the worker, when the database is open and filled. */
export interface Opened {
  readonly observations: number;
  readonly patches: number;
  readonly writingMs: number;
  readonly structureBytes: number;
}
