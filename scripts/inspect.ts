import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { deriveAgentGraph, traceTree } from '@oriel/core';
import type { Observation, ObservationPayload } from '@oriel/core';
import { createPricer, loadDefaultPrices } from '@oriel/core/pricing';
import { printTrace } from '@oriel/core/testing';
import type { RawPayload } from '@oriel/ingest';
import { readRecording, replay } from '@oriel/ingest/recordings';
import type { Replay, ReplayedTrace } from '@oriel/ingest/recordings';

const USAGE = 'Usage: npm run inspect -- <file, folder or recording> [--json] [--prices]';

const FLAGS: readonly string[] = ['--json', '--prices'];

const args = process.argv.slice(2);
const wantsJson = args.includes('--json');
/** Costs that clients did not send, by the default price list. */
const wantsPrices = args.includes('--prices');
const paths = args.filter((arg) => !arg.startsWith('-'));
const unknown = args.filter((arg) => arg.startsWith('-') && !FLAGS.includes(arg));

process.exitCode = await main();

async function main(): Promise<number> {
  if (unknown.length > 0) {
    return fail(`Unknown: ${unknown.join(' ')}. It was not guessed at, so nothing was read. ${USAGE}`);
  }
  const [path] = paths;
  if (path === undefined || paths.length > 1) return fail(`Name one file or folder to look into. ${USAGE}`);
  let requests: readonly RawPayload[];
  try {
    requests = await readRequests(path);
  } catch (error) {
    return fail(
      `${path} could not be read: ${error instanceof Error ? error.message : String(error)}. ${USAGE}`,
    );
  }
  if (requests.length === 0) return fail(`${path} holds no files, so there is nothing to show. ${USAGE}`);
  const pricer = wantsPrices ? createPricer([await loadDefaultPrices()]) : undefined;
  const result = await replay(requests, { pricer });
  const isLost = isUnreadable(result, requests.length);
  if (wantsJson) process.stdout.write(`${JSON.stringify(describeResult(result), null, 2)}\n`);
  else if (!isLost) process.stdout.write(print(result));
  if (!isLost) return 0;
  return fail(`Nothing in ${path} could be read.\n${result.rejected.map(describeRejected).join('\n')}`);
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

/** A recording is replayed as its index says; of any other folder, every file is a body about which nothing is known. */
async function readRequests(path: string): Promise<readonly RawPayload[]> {
  if (!(await stat(path)).isDirectory()) return [{ body: await readFile(path) }];
  const entries = await readdir(path, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  if (files.includes('index.json')) return (await readRecording(path)).requests;
  return Promise.all(files.toSorted().map(async (file) => ({ body: await readFile(join(path, file)) })));
}

/** Every body was turned away whole. */
function isUnreadable({ traces, scores, media, rejected, ignored }: Replay, requestCount: number): boolean {
  if (traces.length > 0 || scores.length > 0 || media.length > 0 || ignored.length > 0) return false;
  return rejected.filter(({ where }) => where === 'body').length >= requestCount;
}

function describeRejected({ where, reason }: Replay['rejected'][number]): string {
  return `${where}: ${reason}`;
}

function describeResult({ traces, scores, media, rejected, ignored }: Replay) {
  return {
    traces: traces.map(describeTrace),
    // Of sessions, dataset runs, and of traces nobody sent.
    scores: scores.filter(({ traceId }) => !traces.some(({ trace }) => trace.id === traceId)),
    media: media.map(({ id, contentType, contentLength }) => ({ id, contentType, bytes: contentLength })),
    rejected,
    ignored,
  };
}

function describeTrace(replayed: ReplayedTrace) {
  const { trace, observations, scores, payload } = replayed;
  return {
    id: trace.id,
    name: trace.name,
    userId: trace.userId,
    sessionId: trace.sessionId,
    environment: trace.environment,
    release: trace.release,
    version: trace.version,
    sampleRate: trace.sampleRate,
    tags: trace.tags,
    public: trace.public,
    metadata: payload.metadata,
    input: payload.input,
    output: payload.output,
    level: trace.level,
    timestamp: trace.timestamp,
    startTime: trace.startTime,
    endTime: trace.endTime,
    usage: trace.usage,
    cost: trace.cost,
    tree: traceTree(replayed),
    ...describeGraph(observations),
    observations: observations.map((observation) => describeObservation(observation, replayed)),
    scores,
  };
}

function describeObservation(observation: Observation, { payloads }: ReplayedTrace) {
  const payload = payloads.get(observation.id);
  return {
    id: observation.id,
    parentId: observation.parentId,
    type: observation.type,
    name: observation.name,
    level: observation.level,
    statusMessage: observation.statusMessage,
    model: observation.model,
    modelParameters: payload?.modelParameters ?? {},
    usage: observation.usage,
    cost: observation.cost,
    startTime: observation.startTime,
    endTime: observation.endTime,
    completionStartTime: observation.completionStartTime,
    prompt: observation.prompt,
    version: observation.version,
    input: payload?.input ?? null,
    output: payload?.output ?? null,
    metadata: payload?.metadata ?? {},
    tools: payload?.tools ?? [],
    graph: observation.graph,
    isInterrupted: observation.isInterrupted,
    rules: describeRules(payload),
  };
}

/** The agent's graph, of traces with graph keys. */
function describeGraph(observations: readonly Observation[]) {
  const graph = deriveAgentGraph(observations);
  if (graph?.source !== 'graph-keys') return {};
  const nodes = graph.nodes.map(({ id, name, namespace, calls, errors, interrupted }) => ({
    id,
    name,
    namespace,
    calls,
    errors,
    interrupted,
  }));
  return { graph: { nodes, edges: graph.edges } };
}

/** Which rules made the fields of what was sent. */
function describeRules(payload: ObservationPayload | undefined) {
  const { convention, usageRule, rawUsage, usageWarning, pricing } = payload?.provenance ?? {};
  return { convention, usage: usageRule, rawUsage, usageWarning, pricing };
}

function payloadsOf({ payload, payloads }: ReplayedTrace) {
  return { trace: payload, observations: [...payloads.values()] };
}

function print({ traces, scores, media, rejected, ignored }: Replay): string {
  const apart = scores.filter(({ traceId }) => traceId === null);
  const sections: (readonly [title: string, lines: readonly string[]])[] = [
    [
      'Scores without a trace',
      apart.map(
        ({ name, value, sessionId, datasetRunId }) => `${name} = ${value} on ${sessionId ?? datasetRunId}`,
      ),
    ],
    [
      'Media',
      media.map(({ id, contentType, contentLength }) => `${id}  ${contentType}  ${contentLength} bytes`),
    ],
    ['Rejected', rejected.map(describeRejected)],
    ['Passed over', ignored],
  ];
  const drawings = traces.map((trace) => `${printTrace(trace, payloadsOf(trace)).trimEnd()}\n`);
  const lists = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`);
  return [...drawings, ...lists].join('\n');
}
