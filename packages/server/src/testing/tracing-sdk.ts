import { LangfuseClient } from '@langfuse/client';
import { LangfuseSpanProcessor } from '@langfuse/otel';
import { setLangfuseTracerProvider } from '@langfuse/tracing';
import { context, diag, DiagLogLevel, propagation, trace } from '@opentelemetry/api';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { createPricer, loadDefaultPrices } from '@oriel/core/pricing';
import { PUBLIC_KEY, SECRET_KEY } from './test-collector.ts';
import { servedCollector } from './served-collector.ts';
import type { ServedCollector } from './served-collector.ts';

/** An app that traces itself into a served collector with the published packages, as their documentation says. */
export interface TracingSdk extends ServedCollector {
  readonly client: LangfuseClient;
  /** Sends what was traced until now. */
  readonly flush: () => Promise<void>;
  /**
   * Ends everything, and fails when anybody complained: the collector of what came in, or OpenTelemetry, which says
   * nowhere else that an export failed.
   */
  readonly close: () => Promise<void>;
}

export async function tracingSdk(): Promise<TracingSdk> {
  const pricer = createPricer([await loadDefaultPrices()]);
  const served = await servedCollector({ ingestion: { pricer } });
  const complaints: string[] = [];
  const complain = (message: string, ...details: unknown[]) =>
    void complaints.push([message, ...details.map(String)].join(' '));
  const ignore = () => undefined;
  const logger = { error: complain, warn: complain, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const options = { publicKey: PUBLIC_KEY, secretKey: SECRET_KEY, baseUrl: served.server.url };
  const client = new LangfuseClient(options);
  const provider = new NodeTracerProvider({ spanProcessors: [new LangfuseSpanProcessor(options)] });
  provider.register();
  setLangfuseTracerProvider(provider);
  return {
    ...served,
    client,
    async flush() {
      await client.flush();
      await provider.forceFlush();
    },
    async close() {
      await client.shutdown();
      await provider.shutdown();
      setLangfuseTracerProvider(null);
      // What `register` made global, so that the next app of the process can be.
      for (const api of [trace, context, propagation, diag]) api.disable();
      await served.server.close();
      const events = served.events.map((event) => JSON.stringify(event));
      if (complaints.length + events.length === 0) return;
      throw new Error(`Sending was not without complaints:\n${[...complaints, ...events].join('\n')}`);
    },
  };
}
