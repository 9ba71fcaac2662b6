import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { LangfuseSpanProcessor } from '@langfuse/otel';
import { propagateAttributes, startObservation } from '@langfuse/tracing';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-web';
import { factsSent, factsStored, openInPage, traceInPage } from '../testing/in-page.ts';
import type { InPage, PageTracing } from '../testing/in-page.ts';
import { collectorSpanExporter, divertFetch, liveSpanProcessor } from '../worker/index.ts';

const ORIGIN = 'https://oriel.invalid';
const network = globalThis.fetch;

let page: InPage;
let tracing: PageTracing | null = null;

beforeAll(async () => {
  page = await openInPage();
});
afterEach(async () => {
  globalThis.fetch = network;
  await tracing?.end();
  tracing = null;
});
afterAll(() => page.close());

/** An agent that asks a model and a tool, the way Langfuse's SDK is used. Returns the id of its trace. */
function runAgent(): string {
  const about = { traceName: 'capitals', userId: 'ada', sessionId: 'chat-1', tags: ['beta'] };
  const agent = propagateAttributes(about, () =>
    startObservation('agent', { input: { question: 'capital of France?' } }, { asType: 'agent' }),
  );
  const llm = agent.startObservation(
    'llm',
    { model: 'gpt-4o', input: [{ role: 'user', content: 'capital of France?' }] },
    { asType: 'generation' },
  );
  llm.update({ output: 'look it up', usageDetails: { input: 12, output: 3 } }).end();
  const tool = agent.startObservation('atlas', { input: { country: 'France' } }, { asType: 'tool' });
  tool.update({ output: 'Paris', level: 'WARNING', statusMessage: 'old atlas' }).end();
  agent.update({ output: 'Paris' }).end();
  return agent.traceId;
}

/** That everything sent is in the store, and what Langfuse's SDK says about it, too. */
async function expectAgent(id: string): Promise<void> {
  const trace = await page.store.traces.readTrace(id);
  expect(factsStored(trace)).toEqual(factsSent(tracing?.sent() ?? []));
  const about = { name: 'capitals', userId: 'ada', sessionId: 'chat-1', tags: ['beta'] };
  expect(trace).toMatchObject({ trace: about });
  const byName = Object.fromEntries((trace?.observations ?? []).map((one) => [one.name, one]));
  expect(byName).toMatchObject({
    agent: { type: 'AGENT' },
    llm: { type: 'GENERATION', model: 'gpt-4o', usage: { input: 12, output: 3 } },
    atlas: { type: 'TOOL', level: 'WARNING', statusMessage: 'old atlas' },
  });
  const ids = [byName['agent']?.id ?? '', byName['llm']?.id ?? ''];
  const { observations } = await page.store.traces.readPayloads({ traceId: id, observationIds: ids });
  expect(observations).toMatchObject([
    { input: { question: 'capital of France?' }, output: 'Paris' },
    { input: [{ role: 'user', content: 'capital of France?' }], output: 'look it up' },
  ]);
}

it('keeps what `@langfuse/tracing` traces, through an exporter', async () => {
  const exporter = collectorSpanExporter({ fetch: page.fetch, serializer: JsonTraceSerializer });
  tracing = traceInPage(new LangfuseSpanProcessor({ exporter }));
  const id = runAgent();
  await tracing.provider.forceFlush();
  await expectAgent(id);
});

it('shows a trace while it runs, beside the processor of Langfuse', async () => {
  const exporter = collectorSpanExporter({ fetch: page.fetch, serializer: JsonTraceSerializer });
  tracing = traceInPage(liveSpanProcessor({ exporter }), new LangfuseSpanProcessor({ exporter }));
  const agent = startObservation('agent', { input: 'capital of France?' }, { asType: 'agent' });
  const llm = agent.startObservation('llm', { model: 'gpt-4o' }, { asType: 'generation' });
  const read = async (name: string) => {
    const trace = await page.store.traces.readTrace(agent.traceId);
    return trace?.observations.find((one) => one.name === name);
  };
  await expect.poll(() => read('agent')).toMatchObject({ type: 'AGENT', endTime: null });
  const running = { type: 'GENERATION', model: 'gpt-4o', endTime: null, parentId: agent.id };
  await expect.poll(() => read('llm')).toMatchObject(running);
  llm.end();
  agent.end();
  await tracing.provider.forceFlush();
  expect(factsStored(await page.store.traces.readTrace(agent.traceId))).toEqual(factsSent(tracing.sent()));
});

it('keeps what `@langfuse/otel` sends by itself, and the bytes of its media', async () => {
  globalThis.fetch = divertFetch(network, { origin: ORIGIN, to: page.fetch });
  tracing = traceInPage(
    new LangfuseSpanProcessor({ publicKey: 'pk-lf-page', secretKey: 'sk-lf-page', baseUrl: ORIGIN }),
  );
  const id = runAgent();
  await tracing.provider.forceFlush();
  await expectAgent(id);

  const look = startObservation('look', { input: `data:image/png;base64,${btoa('a picture of a cat')}` });
  look.end();
  await tracing.provider.forceFlush();
  const query = { traceId: look.traceId, observationIds: [look.id] };
  const payload = await page.store.traces.readPayloads(query);
  const [, reference = ''] =
    /@@@langfuseMedia:type=image\/png\|id=([\w-]{22})/.exec(JSON.stringify(payload)) ?? [];
  const answer = await page.fetch(`${ORIGIN}/api/public/media/${reference}`);
  const media = (await answer.json()) as { readonly url: string };
  expect(await (await fetch(media.url)).text()).toBe('a picture of a cat');
});

it("keeps what OpenTelemetry's own exporter sends", async () => {
  globalThis.fetch = divertFetch(network, { origin: ORIGIN, to: page.fetch });
  const exporter = new OTLPTraceExporter({ url: `${ORIGIN}/v1/traces` });
  tracing = traceInPage(new BatchSpanProcessor(exporter));
  const tracer = tracing.provider.getTracer('checkout');
  const traceId = tracer.startActiveSpan('pay', { attributes: { amount: 12.5 } }, (pay) => {
    tracer.startSpan('card').end();
    pay.end();
    return pay.spanContext().traceId;
  });
  await tracing.provider.forceFlush();
  const trace = await page.store.traces.readTrace(traceId);
  expect(factsStored(trace)).toEqual(factsSent(tracing.sent()));
  expect(factsStored(trace)).toHaveLength(2);
});
