import { createServer } from 'node:net';

/**
 * The first free port of this machine from `first` on.
 * @param {number} first
 * @returns {Promise<number>}
 */
export async function freePort(first) {
  for (let port = first; port < first + 100; port++) if (await isFree(port)) return port;
  throw new Error(
    `No port is free between ${first} and ${first + 99}, because other programs listen on all of them. Stop one and run this again.`,
  );
}

/** @param {number} port */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
