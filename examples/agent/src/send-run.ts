import { CallbackHandler } from '@langfuse/langchain';
import { LangfuseSpanProcessor } from '@langfuse/otel';
import { setLangfuseTracerProvider } from '@langfuse/tracing';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { runShopAgent } from './run-shop-agent.ts';
import type { RunShopAgentOptions } from './run-shop-agent.ts';

/** What `npx @oriel/server` prints, for Langfuse's SDKs. */
const VARIABLES = ['LANGFUSE_BASE_URL', 'LANGFUSE_PUBLIC_KEY', 'LANGFUSE_SECRET_KEY'];

export interface SentRun {
  readonly answer: string;
  readonly traceId: string;
}

/** Runs the agent and sends what happens to the collector that the environment names. Resolves when it has arrived. */
export async function sendRun(options: Omit<RunShopAgentOptions, 'callbacks'>): Promise<SentRun> {
  const missing = VARIABLES.filter((name) => !process.env[name]);
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(', ')} are not set, so there is nowhere to send traces. Start \`npx @oriel/server ./traces\` and paste the lines it prints.`,
    );
  }
  const provider = new NodeTracerProvider({ spanProcessors: [new LangfuseSpanProcessor()] });
  // Brings the context by which user, session and tags reach every span.
  provider.register();
  setLangfuseTracerProvider(provider);
  const handler = new CallbackHandler({ userId: 'ada', sessionId: 'lamp-4711', tags: ['example'] });
  try {
    const answer = await runShopAgent({ ...options, callbacks: [handler] });
    return { answer, traceId: handler.last_trace_id ?? '' };
  } finally {
    await provider.shutdown();
    setLangfuseTracerProvider(null);
  }
}
