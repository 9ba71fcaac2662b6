import { END_NODE, graphEdgeLabel, graphEdgePath, START_NODE } from '@oriel/core';
import type { PanelPresentation } from '../provider/panel-presentation.ts';
import { nodeFacts, nodeName } from './node-facts.ts';
import type { PlacedGraph } from './use-graph-layout.ts';

/** Colours of an exported picture, resolved: it stands where our variables are unknown. */
export interface GraphPalette {
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly strong: string;
  readonly text: string;
  readonly muted: string;
  readonly error: string;
  readonly font: string;
  /** By type of node. */
  readonly types: Readonly<Record<string, string>>;
}

const MARGIN = 24;

/** A graph as an SVG document of its own, with everything a reader sees, however much of it is on screen. */
export function graphSvg(
  { graph, layout, direction }: PlacedGraph,
  palette: GraphPalette,
  presentation: PanelPresentation<'agentGraph'>,
): string {
  const { format } = presentation;
  const [width, height] = [layout.width + 2 * MARGIN, layout.height + 2 * MARGIN].map(Math.ceil);
  const boxes: string[] = [];
  const cards: string[] = [];
  for (const [index, node] of graph.nodes.entries()) {
    const box = layout.nodes[index];
    if (!box) continue;
    const isFrame = node.name === START_NODE || node.name === END_NODE;
    const dashed = node.calls === 0 ? ' stroke-dasharray="4 3"' : '';
    const stroke = node.errors > 0 ? palette.error : palette.strong;
    const rect = `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="${isFrame ? box.height / 2 : 8}" fill="${box.hasInner ? palette.raised : palette.surface}" stroke="${stroke}"${dashed}/>`;
    const name = escape(nodeName(node, presentation));
    const facts = escape(nodeFacts(node, presentation).join(' · '));
    if (isFrame) {
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2 + 4];
      cards.push(rect, `<text x="${x}" y="${y}" text-anchor="middle" fill="${palette.muted}">${name}</text>`);
      continue;
    }
    const colour = palette.types[node.type ?? 'SPAN'] ?? palette.muted;
    // What is longer than its card ends with it: the whole is in the title.
    const texts = [
      `<svg x="${box.x}" y="${box.y}" width="${box.width - 6}" height="${box.height}" viewBox="${box.x} ${box.y} ${box.width - 6} ${box.height}">`,
      `<circle cx="${box.x + 16}" cy="${box.y + 19}" r="4" fill="${colour}"/>`,
      `<text x="${box.x + 28}" y="${box.y + 23}" font-weight="600" fill="${palette.text}">${name}</text>`,
      box.hasInner
        ? ''
        : `<text x="${box.x + 12}" y="${box.y + 42}" font-size="11" fill="${palette.muted}">${facts}</text>`,
      '</svg>',
    ];
    (box.hasInner ? boxes : cards).push(`<g>${rect}<title>${name}: ${facts}</title>${texts.join('')}</g>`);
  }
  const edges = graph.edges.map((edge, index) => {
    const points = layout.edges[index] ?? [];
    if (points.length === 0) return '';
    const isLoop = edge.from === edge.to;
    const [x, y] = graphEdgeLabel(points, direction, isLoop);
    const dashed = edge.count === 0 ? ' stroke-dasharray="4 4"' : '';
    const label =
      edge.count > 1
        ? `<text x="${x}" y="${y + 4}" font-size="11" text-anchor="middle" fill="${palette.muted}" stroke="${palette.surface}" stroke-width="3" paint-order="stroke">×${format.count(edge.count)}</text>`
        : '';
    return `<path d="${graphEdgePath(points, direction, isLoop)}" fill="none" stroke="${palette.muted}" marker-end="url(#arrow)"${dashed}/>${label}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" font-family="${escape(palette.font)}" font-size="13">`,
    `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto"><path d="M0 .5 8 4 0 7.5z" fill="${palette.muted}"/></marker></defs>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${palette.surface}"/>`,
    ...boxes,
    ...edges,
    ...cards,
    '</svg>',
  ].join('');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
