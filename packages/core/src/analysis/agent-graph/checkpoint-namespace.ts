/**
 * The names of the nodes a checkpoint namespace leads through, outermost first:
 * `review:1c…|draft:9d…` is `['review', 'draft']`. Segments that are mere counters, which LangGraph adds where one node
 * runs several subgraphs, name no node.
 */
export function namespaceNodes(namespace: string): readonly string[] {
  return namespace
    .split('|')
    .filter((segment) => !/^\d*$/.test(segment))
    .map((segment) => {
      const colon = segment.lastIndexOf(':');
      return colon === -1 ? segment : segment.slice(0, colon);
    });
}

/** The namespace around a namespace; empty at the top. */
export function enclosingNamespace(namespace: string): string {
  return namespace.slice(0, Math.max(namespace.lastIndexOf('|'), 0));
}
