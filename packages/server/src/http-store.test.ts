import { afterEach, describe } from 'vitest';
import { describeDocumentStore, describeMediaStore, describeTraceStore } from '@oriel/core/conformance';
import type { StoreSettings } from '@oriel/core/conformance';
import { httpStore } from '@oriel/stores/http';
import { memoryStore } from '@oriel/stores/memory';
import { createCollector } from './create-collector.ts';
import { serve } from './node/serve.ts';
import type { CollectorServer } from './node/serve.ts';

const keys = { publicKey: 'pk', secretKey: 'sk' };
const collectorOver = (settings?: StoreSettings) =>
  createCollector({ store: memoryStore(settings), keys: [keys] });

const servers: CollectorServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

/** Client, protocol and server at once, and no port. */
function inProcess(settings?: StoreSettings) {
  return httpStore({ url: 'http://collector.test', keys, fetch: collectorOver(settings) });
}

async function overPort(settings?: StoreSettings) {
  const server = await serve({ collector: collectorOver(settings) });
  servers.push(server);
  return httpStore({ url: server.url, keys });
}

describe.each([
  ['in process', inProcess],
  ['over a port', overPort],
])('httpStore over a collector over memory, %s,', (_, open) => {
  const served = async () => {
    const { documents, media } = await open();
    if (!documents || !media) throw new Error('The collector serves less than its store has.');
    return { documents, media };
  };
  describeTraceStore('its traces', { create: async (settings) => (await open(settings)).traces });
  describeDocumentStore('its documents', { create: async () => (await served()).documents });
  describeMediaStore('its media', { create: async () => (await served()).media });
});
