import { layoutTraceTree } from '../analysis/trace-tree/layout-trace-tree.ts';
import type { JsonValue } from '../model/json.ts';
import type { Cost, Observation, ObservationPayload, Usage } from '../model/observation.ts';
import type { Score } from '../model/score.ts';
import type { Trace, TracePayload, TraceStructure } from '../model/trace.ts';
import type { Milliseconds } from '../model/units.ts';
import { printBar } from './bar-line.ts';
import { printAgentGraph } from './print-agent-graph.ts';

const MAX_COLUMNS = 48;
const MAX_TEXT = 100;

/** Payloads to print under the drawing. */
export interface PrintedPayloads {
  readonly trace: TracePayload | null;
  readonly observations: readonly ObservationPayload[];
}

/**
 * A trace as a picture that a person can review: fields, tree with bars, what differs from the ordinary behind
 * them, scores, payloads. `drawTrace` reads the tree of bars back.
 */
export function printTrace(structure: TraceStructure, payloads?: PrintedPayloads): string {
  const sections = [
    printHead(structure.trace),
    printTree(structure),
    printAgentGraph(structure.observations),
    structure.scores.map(printScore).join('\n'),
    payloads ? printPayloads(structure, payloads) : '',
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function printHead(trace: Trace): string {
  const { name, userId, sessionId, environment, release, version, tags } = trace;
  const fields = {
    user: userId,
    session: sessionId,
    environment,
    release,
    version,
    tags: tags.join(', ') || null,
  };
  const line = Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [`${key} ${value}`]));
  const facts = [
    new Date(trace.startTime).toISOString(),
    trace.latency === null ? null : `${round(trace.latency)} ms`,
    trace.level === 'DEFAULT' ? null : trace.level,
    printUsage(trace.usage),
    printCost(trace.cost),
    trace.public ? 'public' : null,
    trace.sampleRate === null ? null : `sampled at ${trace.sampleRate}`,
    trace.isVirtual ? null : 'sent as a record',
  ];
  return [`trace ${trace.id}  ${name ?? '(no name)'}`, line.join(' · '), joinFacts(facts)].join('\n');
}

/** The widest scale of 1, 2, 5, 10, … ms a column at which everything fits. */
function fittingScale({ latency }: Trace): Milliseconds {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if ((latency ?? 0) <= step * power * MAX_COLUMNS) return step * power;
  }
}

function printTree({ trace, observations }: TraceStructure): string {
  if (observations.length === 0) return '(no observations)';
  const layout = layoutTraceTree({ observations });
  const scale = fittingScale(trace);
  const origin = Math.min(...observations.slice(0, 1).map(({ startTime }) => startTime));
  const lines = Array.from(layout.order, (index, row) => {
    const observation = observations[index];
    const indent = '  '.repeat(layout.depth[row] ?? 0);
    return observation && { label: `${indent}${printName(observation)} ${observation.type}`, observation };
  }).filter((line) => line !== undefined);
  const width = Math.max(...lines.map(({ label }) => label.length));
  const bars = lines.map(({ label, observation }) => {
    const bar = printBar(observation, origin, scale).padEnd(MAX_COLUMNS);
    return `${label.padEnd(width)} |${bar} ${printNotes(observation)}`.trimEnd();
  });
  return [`1 column = ${scale} ms`, ...bars].join('\n');
}

function printName({ name }: Observation): string {
  return (name ?? '(no name)').replaceAll('|', '¦') || '(empty name)';
}

function printNotes(observation: Observation): string {
  const { level, statusMessage, model, usage, cost, prompt, startTime, completionStartTime, graph } =
    observation;
  return joinFacts([
    level === 'DEFAULT' ? null : `${level}${statusMessage === null ? '' : ` ${short(statusMessage)}`}`,
    level === 'DEFAULT' && statusMessage !== null ? `“${short(statusMessage)}”` : null,
    observation.isInterrupted ? 'paused' : null,
    model,
    printUsage(usage),
    printCost(cost),
    prompt && `prompt ${prompt.name} v${prompt.version}`,
    graph && `node ${graph.node} at step ${graph.step}`,
    completionStartTime === null ? null : `first token after ${round(completionStartTime - startTime)} ms`,
  ]);
}

function printScore(score: Score): string {
  const target = score.observationId ?? score.traceId ?? score.sessionId ?? score.datasetRunId ?? 'nothing';
  const comment = score.comment === null ? '' : ` “${short(score.comment)}”`;
  return `score ${score.name} = ${score.value} ${score.dataType} on ${target}${comment}`;
}

function printPayloads({ observations }: TraceStructure, payloads: PrintedPayloads): string {
  const names = new Map(observations.map((observation) => [observation.id, printName(observation)]));
  const blocks = payloads.observations.map((payload) => {
    const { input, output, metadata, modelParameters, tools, provenance } = payload;
    return printFields(names.get(payload.id) ?? payload.id, {
      input,
      output,
      metadata,
      modelParameters,
      tools: tools.length === 0 ? null : tools.map(({ name }) => name),
      provenance: Object.fromEntries(Object.entries(provenance).filter(([, value]) => value !== null)),
    });
  });
  const own = payloads.trace ? [printFields('(trace)', { ...payloads.trace })] : [];
  return [...own, ...blocks].filter((block) => block !== '').join('\n');
}

function printFields(title: string, fields: Readonly<Record<string, JsonValue>>): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== null && JSON.stringify(value) !== '{}')
    .map(([field, value]) => `  ${field} ${short(JSON.stringify(value))}`);
  return lines.length === 0 ? '' : [title, ...lines].join('\n');
}

function printUsage(usage: Usage): string | null {
  const parts = Object.entries(usage).map(([key, units]) => `${key} ${units}`);
  return parts.length === 0 ? null : parts.toSorted().join(', ');
}

function printCost(cost: Cost): string | null {
  const parts = Object.entries(cost).map(([key, usd]) => `${key} $${usd}`);
  return parts.length === 0 ? null : parts.toSorted().join(', ');
}

function joinFacts(facts: readonly (string | null)[]): string {
  return facts.filter((fact) => fact !== null).join(' · ');
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('\u0000', '␀');
  return line.length <= MAX_TEXT ? line : `${line.slice(0, MAX_TEXT)}… (${line.length})`;
}

function round(duration: Milliseconds): number {
  return Math.round(duration * 1000) / 1000;
}
