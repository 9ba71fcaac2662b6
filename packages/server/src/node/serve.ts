import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Milliseconds } from '@oriel/core';
import { createAdaptorServer } from '@hono/node-server';
import type { Collector } from '../create-collector.ts';

export interface ServeOptions {
  readonly collector: Collector;
  /** Default 0: any that is free. */
  readonly port?: number | undefined;
  /** Where it can be reached from. Default `127.0.0.1`: from this machine alone. */
  readonly hostname?: string | undefined;
  /** How long a request may take to arrive whole. Default 60 s. */
  readonly requestTimeoutMs?: Milliseconds | undefined;
  /** How long requests under way are waited for when the server closes. Default 10 s. */
  readonly graceMs?: Milliseconds | undefined;
}

export interface CollectorServer {
  /** `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly port: number;
  /**
   * Ends the service and loses nothing: no new connections, requests under way are answered, what was taken in is
   * written. The store stays open, and closing it is the host's next step. Safe to call twice.
   */
  close(): Promise<void>;
}

/**
 * Exporters send every 5 s. With Node's own 5 s, a connection is closed just when the next export is on its way, and
 * whoever sent it sees a reset.
 */
const KEEP_ALIVE_MS: Milliseconds = 65_000;

/** How often connections that have become idle are looked for while closing. */
const IDLE_CHECK_MS: Milliseconds = 20;

/**
 * Serves a collector over HTTP with Node. Resolves when it listens.
 *
 * @example
 * const server = await serve({ collector, port: 3000 });
 * process.once('SIGTERM', () => server.close().then(() => store.traces.close()));
 *
 * @throws the error of `node:http` when the port cannot be had: `EADDRINUSE`, `EACCES`.
 */
export async function serve(options: ServeOptions): Promise<CollectorServer> {
  const {
    collector,
    port = 0,
    hostname = '127.0.0.1',
    requestTimeoutMs = 60_000,
    graceMs = 10_000,
  } = options;
  const server = createAdaptorServer({
    fetch: (request) => collector(request),
    // What the host's own `Request` and `Response` are is its business.
    overrideGlobalObjects: false,
    serverOptions: {
      requestTimeout: requestTimeoutMs,
      headersTimeout: Math.min(requestTimeoutMs, 15_000),
      connectionsCheckingInterval: Math.min(requestTimeoutMs, 5000),
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
  }) as Server;
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  await listen(server, port, hostname);
  const address = server.address() as AddressInfo;
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  let closing: Promise<void> | null = null;
  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    close() {
      if (closing) return closing;
      const stopped = stop(server, connections, graceMs);
      // Live connections would hold it open.
      collector.hangUp();
      closing = stopped.then(() => collector.close());
      return closing;
    },
  };
}

function listen(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server, connections: ReadonlySet<Socket>, graceMs: Milliseconds): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive becomes idle with its next answer, and nobody else would end it then.
    const idle = setInterval(() => {
      server.closeIdleConnections();
      // To Node, one that never sent anything is busy. It is that of a client who left before it asked.
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
    }, IDLE_CHECK_MS);
    const patience = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(patience);
      resolve();
    });
  });
}
