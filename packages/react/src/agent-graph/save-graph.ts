import { OBSERVATION_TYPES } from '@oriel/core';
import type { PanelPresentation } from '../provider/panel-presentation.ts';
import { graphSvg } from './graph-svg.ts';
import type { GraphPalette } from './graph-svg.ts';
import type { PlacedGraph } from './use-graph-layout.ts';

/** Wider or higher than this browsers draw nothing. */
const MAX_PNG_SIDE = 8_192;

/** The whole graph as the text of an SVG document, in the colours and the font that hold at `place`. */
export function graphPicture(
  placed: PlacedGraph,
  place: Element,
  presentation: PanelPresentation<'agentGraph'>,
): string {
  return graphSvg(placed, readPalette(place), presentation);
}

/** Hands the reader a file of the whole graph. Rejects when the browser cannot draw or keep it. */
export async function saveGraph(
  placed: PlacedGraph,
  format: 'svg' | 'png',
  panel: Element,
  presentation: PanelPresentation<'agentGraph'>,
): Promise<void> {
  const svg = new Blob([graphPicture(placed, panel, presentation)], { type: 'image/svg+xml' });
  const file = format === 'svg' ? svg : await drawPng(svg);
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `agent-graph.${format}`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function drawPng(svg: Blob): Promise<Blob> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(2, MAX_PNG_SIDE / image.width, MAX_PNG_SIDE / image.height);
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(image.width * scale);
    canvas.height = Math.ceil(image.height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The graph was not drawn, because the browser offers no canvas.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (!png)
      throw new Error('The graph was not drawn, because it is too large for a picture. Save it as SVG.');
    return png;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Colours as they are where the panel stands, with its theme. */
function readPalette(panel: Element): GraphPalette {
  const probe = document.createElement('span');
  probe.hidden = true;
  panel.append(probe);
  const colour = (variable: string) => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    surface: colour('--_surface'),
    raised: colour('--_surface-raised'),
    line: colour('--_line'),
    strong: colour('--_line-strong'),
    text: colour('--_text'),
    muted: colour('--_text-muted'),
    error: colour('--_error'),
    font: getComputedStyle(panel).fontFamily,
    types: Object.fromEntries(
      OBSERVATION_TYPES.map((type) => [type, colour(`--_type-${type.toLowerCase()}`)]),
    ),
  };
  probe.remove();
  return palette;
}
