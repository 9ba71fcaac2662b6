import { printCsv } from '@oriel/core';
import { csvRows } from './chart-facts.ts';
import type { ChartFacts } from './chart-facts.ts';

/** Files that a chart can be saved as. */
export type ChartFile = 'svg' | 'png' | 'csv';

export interface SavedChart {
  readonly title: string;
  readonly facts: ChartFacts;
  /** The element that the chart is drawn in. */
  readonly figure: Element;
}

/** Hands the reader a file of a chart. Rejects when the browser cannot draw or keep it. */
export async function saveChart(file: ChartFile, { title, facts, figure }: SavedChart): Promise<void> {
  const content = file === 'csv' ? csvFile(facts) : await picture(file, title, figure);
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName(title)}.${file}`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Spreadsheets take a file for UTF-8 only when it says so. */
function csvFile(facts: ChartFacts): Blob {
  return new Blob(['\uFEFF', printCsv(csvRows(facts))], { type: 'text/csv;charset=utf-8' });
}

async function picture(file: 'svg' | 'png', title: string, figure: Element): Promise<Blob> {
  const { chartSvg } = await import('./chart-svg.ts');
  const svg = new Blob([chartSvg(title, figure)], { type: 'image/svg+xml' });
  if (file === 'svg') return svg;
  const { drawPng } = await import('./draw-png.ts');
  return drawPng(svg);
}

function fileName(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/gu, '') || 'chart'
  );
}
