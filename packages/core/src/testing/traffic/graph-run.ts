import type { GraphTask } from '../../model/graph-task.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Dice } from './dice.ts';
import type { ObservationFields, TraceRecorder } from './trace-recorder.ts';

export interface GraphNode {
  readonly name: string;
  readonly step: number;
  /** Default: the branch that leads to the node. */
  readonly triggers?: readonly string[] | undefined;
  readonly input?: JsonValue | undefined;
}

/** What started a task that `Send` made. */
export const SENT = ['__pregel_push'] as const;

/** A run of a LangGraph graph, as its callbacks show it: a span for each task, with the keys that say where it is. */
export class GraphRun {
  readonly #trace: TraceRecorder;
  readonly #dice: Dice;
  readonly #namespace: string | null;

  constructor(trace: TraceRecorder, dice: Dice, namespace: string | null = null) {
    this.#trace = trace;
    this.#dice = dice;
    this.#namespace = namespace;
  }

  /** The hidden first task, which puts the input into the channels. */
  start(input: JsonValue): void {
    const graph = this.#task({ name: '__start__', step: 0, triggers: ['__start__'] });
    this.#trace.step({ type: 'SPAN', name: '__start__', level: 'DEBUG', graph, input, output: input }, 2);
  }

  /** Runs a node. `work` gets the run of a graph inside it, should it have one. */
  node(node: GraphNode, work: (inner: GraphRun) => Partial<ObservationFields> | undefined): void {
    const graph = this.#task(node);
    const { name, input } = node;
    this.#trace.around({ type: 'SPAN', name, graph, ...(input !== undefined && { input }) }, () =>
      work(new GraphRun(this.#trace, this.#dice, graph.namespace)),
    );
  }

  /** A function on a conditional edge, which says where to go next. */
  route(name: string, next: JsonValue): void {
    this.#trace.step({ type: 'SPAN', name, output: next }, 1);
  }

  #task({ name, step, triggers }: GraphNode): GraphTask & { namespace: string } {
    const task = `${name}:${this.#uuid()}`;
    return {
      node: name,
      step,
      namespace: this.#namespace === null ? task : `${this.#namespace}|${task}`,
      triggers: triggers ?? [`branch:to:${name}`],
    };
  }

  #uuid(): string {
    const [a, b, c, d] = [this.#dice.hex(), this.#dice.hex(), this.#dice.hex(), this.#dice.hex()];
    return `${a}-${b.slice(0, 4)}-5${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
  }
}
