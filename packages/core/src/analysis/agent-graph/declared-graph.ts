/** A graph as its program declares it, whether all of it runs or not. */
export interface DeclaredGraph {
  /** Ids; nodes of a subgraph carry the node around them: `review|draft`. */
  readonly nodes: readonly string[];
  readonly edges: readonly DeclaredEdge[];
}

export interface DeclaredEdge {
  readonly from: string;
  readonly to: string;
  /** The program decides at run time whether to take it. */
  readonly isConditional: boolean;
}

/**
 * Reads what LangGraph's `getGraph().toJSON()` (Python: `get_graph().to_json()`) writes: `nodes` as names or objects
 * with an `id`, `edges` with `source`, `target` and perhaps `conditional`. `null` for anything else; edges that
 * cannot be read are left out.
 */
export function readDeclaredGraph(value: unknown): DeclaredGraph | null {
  if (!isRecord(value)) return null;
  const { nodes, edges } = value;
  if (!Array.isArray(nodes) && !Array.isArray(edges)) return null;
  const declared = toList(edges).flatMap((edge): readonly DeclaredEdge[] => {
    if (!isRecord(edge)) return [];
    const { source, target, conditional } = edge;
    const from = readId(source);
    const to = readId(target);
    return from === null || to === null ? [] : [{ from, to, isConditional: conditional === true }];
  });
  const ids = toList(nodes).map((node) => readId(isRecord(node) ? node['id'] : node));
  const all = [...ids, ...declared.flatMap(({ from, to }) => [from, to])].filter((id) => id !== null);
  return all.length === 0 ? null : { nodes: [...new Set(all)], edges: declared };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Python's `xray` writes `review:draft`; node names have neither `:` nor `|` in them. */
function readId(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.replaceAll(':', '|') : null;
}
