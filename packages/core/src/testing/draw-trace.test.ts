import { expect, it } from 'vitest';
import { drawTrace } from './draw-trace.ts';
import { generateTrace } from './generate-trace.ts';
import { printTrace } from './print-trace.ts';
import { traceStructure } from './trace-structure.ts';

const DRAWING = `
  agent                |==========
    llm                |===
    tool               |   ====      ERROR timed out
      retriever        |    ==
    answer GENERATION  |        =>
    note EVENT         |  .
`;

it('reads names, types, parents, times, levels and messages from a picture', () => {
  const patches = drawTrace(DRAWING, { traceId: 't', startTime: 1000, scale: 10 });
  expect(patches).toMatchObject([
    { id: 't/1', type: 'AGENT', parentId: null, startTime: 1000, endTime: 1100 },
    { id: 't/2', type: 'GENERATION', parentId: 't/1', startTime: 1000, endTime: 1030 },
    { type: 'TOOL', startTime: 1030, endTime: 1070, level: 'ERROR', statusMessage: 'timed out' },
    { type: 'RETRIEVER', parentId: 't/3', startTime: 1040, endTime: 1060 },
    { type: 'GENERATION', name: 'answer', parentId: 't/1', startTime: 1080, endTime: null },
    { type: 'EVENT', name: 'note', startTime: 1020, endTime: 1020 },
  ]);
});

it('refuses a line that is no bar', () => {
  expect(() => drawTrace('llm | what')).toThrow('Line 1 of the drawing is no bar');
});

it('draws the same picture again from a printed one', () => {
  expectRoundTrip(printTrace(traceStructure(drawTrace(DRAWING))));
});

it.each([1, 2, 3, 4])('draws the same picture again from a generated trace (seed %i)', (seed) => {
  expectRoundTrip(printTrace(traceStructure(generateTrace({ seed, observations: 40 }))));
});

function expectRoundTrip(printed: string): void {
  const scale = Number(/1 column = (?<ms>\d+) ms/.exec(printed)?.groups?.['ms']);
  const again = printTrace(traceStructure(drawTrace(barsOf(printed).join('\n'), { scale })));
  expect(again).toContain(`1 column = ${scale} ms`);
  expect(barsOf(again).map(withoutFacts)).toEqual(barsOf(printed).map(withoutFacts));
}

function barsOf(printed: string): string[] {
  return printed.split('\n').filter((line) => line.includes('|'));
}

/** Label and bar; tokens and costs behind it are for people only. */
function withoutFacts(line: string): string {
  return /^[^|]*\| *[=>.]*/.exec(line)?.[0] ?? line;
}
