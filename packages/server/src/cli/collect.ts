import { createPricer, loadDefaultPrices } from '@oriel/core/pricing';
import { accessByAny } from '../auth/access-by-any.ts';
import { keyAccess } from '../auth/key-access.ts';
import type { KeyPair } from '../auth/key-access.ts';
import type { CollectorEvent } from '../collector-options.ts';
import { createCollector } from '../create-collector.ts';
import type { Collector } from '../create-collector.ts';
import { serve } from '../node/serve.ts';
import { pageFolder } from '../page/page-folder.ts';
import { pageSessions } from '../page/page-sessions.ts';
import { withPage } from '../page/with-page.ts';
import type { CliSurroundings } from './cli-surroundings.ts';
import { logEntry } from './log-entry.ts';
import { openStore } from './open-store.ts';
import type { OpenedStore } from './open-store.ts';
import type { CollectArguments } from './read-arguments.ts';
import { readKeys } from './read-keys.ts';
import { nextCodeText, startText } from './start-text.ts';

/** Collects until it is asked to stop; what was answered is on the disk then. */
export async function collect(options: CollectArguments, around: CliSurroundings): Promise<void> {
  const { env, print, log, whenStopped } = around;
  const say = (event: string, facts: object = {}) =>
    log({ time: new Date().toISOString(), level: 'info', event, ...facts });
  const stopped = whenStopped();
  const opened = await openStore(options, env, (error) => log(logEntry({ type: 'store', error })));
  try {
    const keys = await readKeys(opened.keysFile, env);
    const { collector, code } = await collectorOver(opened, keys, options, around);
    const server = await serve({ collector, port: options.port, hostname: options.host });
    try {
      const url = options.publicUrl ?? server.url;
      print(startText({ url, place: opened.place, keys, code: code() }));
      say('listening', { url: server.url });
      const signal = await stopped;
      say('stopping', { signal });
    } finally {
      await server.close();
    }
  } finally {
    await opened.close();
  }
  say('stopped');
}

/** The collector, with the page in front of it where there is one, and the code that counts on it. */
async function collectorOver(
  { store }: OpenedStore,
  keys: KeyPair,
  { origins, publicUrl, hasPage }: CollectArguments,
  { print, log }: CliSurroundings,
): Promise<{ readonly collector: Collector; readonly code: () => string | null }> {
  const onEvent = (event: CollectorEvent) => log(logEntry(event));
  const onNextCode = (code: string) => print(nextCodeText(code));
  const folder = hasPage ? pageFolder() : null;
  const sessions = folder === null ? null : await pageSessions({ keys, publicUrl, onNextCode, onEvent });
  const collector = createCollector({
    store,
    authorize: accessByAny([keyAccess([keys]), ...(sessions ? [sessions.authorize] : [])]),
    publicUrl,
    cors: origins.length === 0 ? undefined : { origins },
    ingestion: { pricer: createPricer([await loadDefaultPrices()]) },
    onEvent,
  });
  if (folder === null || sessions === null) return { collector, code: () => null };
  return { collector: withPage(collector, sessions, folder), code: sessions.code };
}
